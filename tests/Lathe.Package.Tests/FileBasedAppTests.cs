namespace Lathe.Package.Tests;

/// <summary><c>dotnet run app.cs</c> with the package in a directive: no project file, no <c>using</c>, and never a stale client.</summary>
public sealed class FileBasedAppTests(PackageFixture package)
{
    [Fact]
    public async Task AnEditOfAGraphQLFileAloneIsBuilt()
    {
        var app = new Consumer(package.Root, "file-based").WriteShop().Write("my-app.cs", $$"""
            #:package Lathe@{{package.Version}}
            using Microsoft.Extensions.DependencyInjection;

            var services = new ServiceCollection();
            services.AddShopClient(options => options.Endpoint = new Uri("https://example.com/graphql")).AddBearerToken("Shop:Key");
            Console.WriteLine($"{typeof(ShopClient).FullName}: {MachinesQuery.Operation.Document}");
            """);

        Assert.Equal("my_app.ShopClient: query Machines($limit:Int){machines(limit:$limit){id name}}", await Run(app));

        app.Write("Queries/Machines.graphql", Consumer.Query.Replace("name", "serial", StringComparison.Ordinal));
        Assert.EndsWith("{id serial}}", await Run(app), StringComparison.Ordinal);

        app.Write("Queries/Machines.graphql", Consumer.Query.Replace("name", "colour", StringComparison.Ordinal));
        var broken = await Command.DotNet(app.Folder, "run", "my-app.cs");
        Assert.NotEqual(0, broken.ExitCode);
        Assert.Contains("Machines.graphql(2,32): error GQL1004", broken.Output, StringComparison.Ordinal);
    }

    // A schema that no name can be made of gives the default name.
    [Fact]
    public async Task TheDefaultNameIsAddedAsAnyOther()
    {
        var app = new Consumer(package.Root, "file-based default").Write("schema.graphql", Consumer.Schema).Write("Queries/Machines.graphql", Consumer.Query).Write("app.cs", $"""
            #:package Lathe@{package.Version}
            using Microsoft.Extensions.DependencyInjection;

            var services = new ServiceCollection();
            services.AddGraphQLClient(options => options.Endpoint = new Uri("https://example.com/graphql"));
            Console.WriteLine(services.BuildServiceProvider().GetRequiredService<IGraphQLClient>().GetType().FullName);
            """);

        Assert.Equal("app.GraphQLClient", await Run(app));
    }

    // Before the program's line stands the build's advice, such as of an operation that nobody sends.
    private static async Task<string> Run(Consumer app) =>
        (await Command.DotNet(app.Folder, "run", Path.GetFileName(Directory.GetFiles(app.Folder, "*.cs").Single()))).RequireSuccess()
            .Output.Trim().Split('\n')[^1];
}
