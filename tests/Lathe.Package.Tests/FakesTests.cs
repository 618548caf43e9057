using System.Text;

namespace Lathe.Package.Tests;

/// <summary>A test project that has the packages for tests and refers to the project of a client makes fakes in a line, a server in two.</summary>
public sealed class FakesTests(PackageFixture package)
{
    private const string Properties = "<TargetFramework>net10.0</TargetFramework><Nullable>enable</Nullable>";

    private const string Program = """
        using System;
        using Lathe.Testing;
        using Microsoft.Extensions.DependencyInjection;
        using Shop;

        var data = Fakes.Of(MachinesQuery.Operation, seed: 7);
        Console.WriteLine(data.Machines.Count + " " + (data == Fakes.Of(MachinesQuery.Operation, seed: 7)));

        await using var server = await GraphQLTestServer.StartAsync();
        server.On(MachinesQuery.Operation).ReturnsFixture("Fixtures/Machines.json").Fakes(seed: 7);
        var services = new ServiceCollection();
        services.AddShopClient(options => options.Endpoint = server.Endpoint);
        await using var provider = services.BuildServiceProvider();
        var client = provider.GetRequiredService<IShopClient>();
        Console.WriteLine((await client.MachinesAsync()).RequireData().Machines[0].Name);
        Console.WriteLine((await client.MachinesAsync()).RequireData().Equals(data));

        try
        {
            server.On(MachinesQuery.Operation).ReturnsFixture("Fixtures/Old.json");
        }
        catch (InvalidOperationException exception)
        {
            Console.WriteLine(exception.Message.Split('\n')[1].Split("Old.json")[1]);
        }
        """;

    [Fact]
    public async Task AClientOfAnotherProjectHasFakesAndNothingOfThem()
    {
        var client = WriteClient("Faked");
        (await client.Build()).RequireSuccess();
        var alone = await ReadAsync(client);
        var tests = new Consumer(package.Root, "Faked.Checks").Write("Program.cs", Program)
            .Write("Fixtures/Machines.json", """{ "data": { "machines": [ { "id": "1", "name": "Mill 3" } ] } }""")
            .Write("Fixtures/Old.json", "{ \"data\": {\n  \"machines\": [ { \"id\": \"1\" } ] } }")
            .WriteProject(
                "<OutputType>Exe</OutputType>" + Properties,
                reference: """
                    <PackageReference Include="Lathe.Testing" Version="$(LatheVersion)" />
                    <PackageReference Include="Lathe.Testing.Server" Version="$(LatheVersion)" />
                    <ProjectReference Include="../Faked/Faked.csproj" />
                    """);
        (await tests.Build("--no-incremental")).RequireSuccess();

        var run = await Command.DotNet(tests.Folder, "run", "--no-build");
        Assert.Equal(
            ["3 True", "Mill 3", "True", "(2,17): 'name' is missing, which the operation asks for (data.machines[0])."],
            run.Output.Trim().ReplaceLineEndings("\n").Split('\n'));
        var assembly = await ReadAsync(client);
        Assert.Equal(-1, assembly.AsSpan().IndexOf("Lathe.Testing"u8));
        Assert.Equal(-1, assembly.AsSpan().IndexOf(Encoding.UTF8.GetBytes("serial")));
        Assert.True(assembly.AsSpan().SequenceEqual(alone), "The client is another one when a test project refers to it.");
    }

    [Fact]
    public async Task AProjectThatDoesNotAskHasNothingOfFakes()
    {
        WriteClient("Quiet");
        new Consumer(package.Root, "Quiet.Helpers").WriteProject(
            Properties,
            reference: """<PackageReference Include="Lathe.Testing" Version="$(LatheVersion)" /><ProjectReference Include="../Quiet/Quiet.csproj" />""");
        var tests = new Consumer(package.Root, "Quiet.Checks").WriteProject(
            Properties,
            reference: """
                <ProjectReference Include="../Quiet/Quiet.csproj" /><ProjectReference Include="../Quiet.Helpers/Quiet.Helpers.csproj" />
                """);

        (await tests.Build()).RequireSuccess();
        Assert.Equal(-1, (await ReadAsync(tests)).AsSpan().IndexOf("Lathe.Testing/"u8));
        (await tests.Build("-p:LatheFakes=true")).RequireSuccess();
        Assert.NotEqual(-1, (await ReadAsync(tests)).AsSpan().IndexOf("Lathe.Testing/Quiet/shop.graphql"u8));
        (await tests.Build("-p:LatheFakes=false")).RequireSuccess();
        Assert.Equal(-1, (await ReadAsync(tests)).AsSpan().IndexOf("Lathe.Testing/"u8));
    }

    private Consumer WriteClient(string name) => new Consumer(package.Root, name).WriteProject(Properties).WriteShop()
        .Write(".graphqlrc.json", """{ "schema": "shop.graphql", "documents": "Queries/*.graphql" }""");

    private static Task<byte[]> ReadAsync(Consumer project) => File.ReadAllBytesAsync(
        Path.Combine(project.Folder, $"bin/Debug/net10.0/{Path.GetFileNameWithoutExtension(project.Project)}.dll"),
        TestContext.Current.CancellationToken);
}
