namespace Lathe.Package.Tests;

/// <summary>Projects that come from elsewhere, taken over by the packed tool and built with the packed packages.</summary>
public sealed class WaysInTests(PackageFixture package)
{
    private const string Reference = """<PackageReference Include="Lathe" Version="$(LatheVersion)" />""";

    private const string Container = """<PackageReference Include="Microsoft.Extensions.DependencyInjection" Version="10.0.0" />""";

    private const string Properties = "<OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><Nullable>enable</Nullable>"
        + "<ImplicitUsings>enable</ImplicitUsings><WarningsAsErrors>nullable</WarningsAsErrors>";

    private const string Schema = """
        type Query { machines(first: Int!, state: State): [Machine!]! machine(id: ID!): Machine }
        type Mutation { renameMachine(id: ID!, name: String!): Machine }
        type Machine { id: ID! name: String! price: Money serial: String since: DateTime }
        enum State { RUNNING IDLE }
        scalar Money
        scalar DateTime

        """;

    private const string Extensions = """
        scalar _KeyFieldSet
        directive @key(fields: _KeyFieldSet!) on SCHEMA | OBJECT
        directive @serializationType(name: String!) on SCALAR
        directive @runtimeType(name: String!, valueType: Boolean) on SCALAR
        extend schema @key(fields: "id")
        extend scalar Money @serializationType(name: "global::System.Decimal") @runtimeType(name: "global::System.Decimal")
        extend type Machine @semanticNonNullField(name: "serial")

        """;

    private const string Operations = """
        query Running($first: Int!) { machines(first: $first, state: RUNNING) { ...Card } }
        query GetMachine($id: ID!) { machine(id: $id) { ...Card since } }
        mutation Rename($id: ID!, $name: String!) { renameMachine(id: $id, name: $name) { name } }
        fragment Card on Machine { id name price serial }

        """;

    private const string Machines = """
        using StrawberryShake;
        using Shop.GraphQL;

        namespace Shop;

        public sealed class Machines(IShopClient client)
        {
            public async Task<decimal> PriceAsync(int first, CancellationToken stop)
            {
                var result = await client.Running.ExecuteAsync(first, stop);
                result.EnsureNoErrors();
                return result.Data!.Machines.Sum(machine => machine.Price ?? 0m);
            }

            public async Task<string?> SerialAsync(string id)
            {
                IOperationResult<IGetMachineResult> result = await client.GetMachine.ExecuteAsync(id);
                return result.Data!.Machine?.Serial.ToUpperInvariant();
            }

            public async Task RenameAsync(string id, string name, CancellationToken stop)
            {
                var result = await client.Rename.ExecuteAsync(id, name, stop);
                if (result.IsErrorResult())
                    throw new InvalidOperationException(result.Errors[0].Message);
                try
                {
                    result.EnsureNoErrors();
                }
                catch (GraphQLClientException exception)
                {
                    foreach (IClientError error in exception.Errors)
                        Console.WriteLine(error.Message);
                }
            }
        }

        """;

    private const string Program = """
        using Microsoft.Extensions.DependencyInjection;
        using Shop;
        using Shop.GraphQL;
        using StrawberryShake;

        var services = new ServiceCollection();
        services.AddShopClient(ExecutionStrategy.NetworkOnly).ConfigureHttpClient(http => http.BaseAddress = new Uri("https://shop.example/graphql"));
        services.AddTransient<Machines>();
        await using var provider = services.BuildServiceProvider();
        Console.WriteLine(provider.GetRequiredService<Machines>().GetType().FullName);

        """;

    [Fact]
    public async Task AProjectOfStrawberryShakeBuildsAndRunsAfterTwoCommandsAndItsPackage()
    {
        var project = new Consumer(package.Root, "Shaken")
            .WriteProject(Properties, reference: """<PackageReference Include="StrawberryShake.Server" Version="15.1.0" />""")
            .Write(".graphqlrc.json", """
                { "schema": "schema.graphql", "documents": "**/*.graphql", "extensions": { "strawberryShake": {
                    "name": "ShopClient", "namespace": "Shop.GraphQL", "url": "https://shop.example/graphql", "records": { "inputs": false },
                    "transportProfiles": [ { "default": "Http", "subscription": "WebSocket" } ] } } }
                """)
            .Write("schema.graphql", Schema).Write("schema.extensions.graphql", Extensions).Write("Operations/All.graphql", Operations)
            .Write("Machines.cs", Machines).Write("Program.cs", Program);

        var taken = (await package.Tool(project.Folder, "init", "--from-strawberry-shake", "--no-package")).RequireSuccess();
        Assert.Contains("schemaExtensions", File.ReadAllText(Path.Combine(project.Folder, ".graphqlrc.json")), StringComparison.Ordinal);
        var migrated = (await package.Tool(project.Folder, "migrate", "strawberry-shake")).RequireSuccess();
        Assert.Contains("Shaken.csproj", taken.Output + migrated.Output, StringComparison.Ordinal);

        // What the tool lists for a person: the package.
        project.WriteProject(Properties, reference: Reference + Container);
        (await project.Build()).RequireSuccess();
        Assert.Equal(
            "Shop.Machines", (await Command.DotNet(project.Folder, "run", "--no-build")).RequireSuccess().Output.Trim());
        (await package.Tool(project.Folder, "validate")).RequireSuccess();
    }

    [Fact]
    public async Task AFileBasedAppIsMadeAClientByInit()
    {
        var app = new Consumer(package.Root, "InitFile").Write("report.cs", """
            using Microsoft.Extensions.DependencyInjection;

            var services = new ServiceCollection();
            services.AddReportClient(options => options.Endpoint = new Uri("https://shop.example/graphql"));
            Console.WriteLine(services.BuildServiceProvider().GetRequiredService<IReportClient>().GetType().FullName);
            """);
        var said = (await package.Tool(app.Folder, "init", "--no-download")).RequireSuccess().Output;
        app.Write("schema.graphql", Schema).Write("Queries/First.graphql", "query First { machines(first: 1) { id } }");
        Assert.Contains("dotnet run report.cs", said, StringComparison.Ordinal);
        var lines = (await Command.DotNet(app.Folder, "run", "report.cs")).RequireSuccess().Output.Trim().Split('\n');
        Assert.Equal("report.ReportClient", lines[^1]);
    }
}
