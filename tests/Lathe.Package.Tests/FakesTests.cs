using System.Text;

namespace Lathe.Package.Tests;

/// <summary>A test project that has Lathe.Testing and refers to the project of a client makes fakes in one line.</summary>
public sealed class FakesTests(PackageFixture package)
{
    private const string Program = """
        using System;
        using Lathe.Testing;
        using Shop;

        var data = Fakes.Of(MachinesQuery.Operation, seed: 7);
        Console.WriteLine(data.Machines.Count + " " + (data == Fakes.Of(MachinesQuery.Operation, seed: 7)));
        """;

    [Fact]
    public async Task AClientOfAnotherProjectHasFakesAndNothingOfThem()
    {
        const string Properties = "<TargetFramework>net10.0</TargetFramework><Nullable>enable</Nullable>";
        var client = new Consumer(package.Root, "Faked").WriteProject(Properties).WriteShop()
            .Write(".graphqlrc.json", """{ "schema": "shop.graphql", "documents": "Queries/*.graphql" }""");
        var tests = new Consumer(package.Root, "Faked.Checks").Write("Program.cs", Program).WriteProject(
            "<OutputType>Exe</OutputType>" + Properties,
            reference: """<PackageReference Include="Lathe.Testing" Version="$(LatheVersion)" /><ProjectReference Include="../Faked/Faked.csproj" />""");
        (await tests.Build()).RequireSuccess();

        var run = await Command.DotNet(tests.Folder, "run", "--no-build");
        Assert.Equal("3 True", run.Output.Trim());
        var assembly = await File.ReadAllBytesAsync(
            Path.Combine(client.Folder, "bin/Debug/net10.0/Faked.dll"), TestContext.Current.CancellationToken);
        Assert.Equal(-1, assembly.AsSpan().IndexOf("Lathe.Testing"u8));
        Assert.Equal(-1, assembly.AsSpan().IndexOf(Encoding.UTF8.GetBytes("union")));
    }
}
