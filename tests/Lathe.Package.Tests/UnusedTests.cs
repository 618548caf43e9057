namespace Lathe.Package.Tests;

/// <summary>What no project of a solution uses, found from what real builds of its projects noted in the compiler's logs.</summary>
public sealed class UnusedTests(PackageFixture package)
{
    private const string Library = "<TargetFramework>net10.0</TargetFramework><Nullable>enable</Nullable><ImplicitUsings>enable</ImplicitUsings>";

    private const string Query = "query Machines {\n  machines { id name serial }\n}\n\nquery Names {\n  machines { name }\n}\n";

    private const string Use = """
        using Shop;

        public static class Use
        {
            public static async Task<string?> Name(IShopClient client) => (await client.MachinesAsync()).RequireData().Machines[0].Name;
        }

        """;

    [Fact]
    public async Task ProjectsOfASolutionAreJoined()
    {
        var client = new Consumer(package.Root, "Unused/Client").WriteProject(Library).WriteShop().Write("Queries/Machines.graphql", Query);
        var web = new Consumer(package.Root, "Unused/Web").Write("Use.cs", Use)
            .WriteProject(Library, reference: """<ProjectReference Include="../Client/Client.csproj" />""");
        var root = Path.GetDirectoryName(client.Folder)!;
        File.WriteAllText(
            Path.Combine(root, "All.slnx"), """<Solution><Project Path="Client/Client.csproj" /><Project Path="Web/Web.csproj" /></Solution>""");
        string[] search = ["operations", "unused", "All.slnx"];

        (await Command.DotNet(root, "build", "All.slnx", "-v", "q", "-p:LatheUsage=log")).RequireSuccess();
        var found = await package.Tool(root, search);
        Assert.True(found.ExitCode == 1, found.Output);
        Assert.Contains("Client/Queries/Machines.graphql(2,22): warning GQL2050: Field \"Machine.serial\"", found.Output, StringComparison.Ordinal);
        Assert.Contains(
            "Client/Queries/Machines.graphql(5,1): warning GQL2051: No C# calls IShopClient.NamesAsync", found.Output, StringComparison.Ordinal);
        Assert.Contains("2 unused parts in the documents of 2 projects.", found.Output, StringComparison.Ordinal);

        // A use that came since is not known before the next build.
        web.Write("Use.cs", Use.Replace(".Name;", ".Serial;", StringComparison.Ordinal));
        found = await package.Tool(root, search);
        Assert.True(found.ExitCode == 2, found.Output);
        Assert.Contains("Web/Web.csproj: its notes are old", found.Output, StringComparison.Ordinal);

        found = await package.Tool(root, [.. search, "--build"]);
        Assert.True(found.ExitCode == 1, found.Output);
        Assert.Contains("Field \"Machine.name\"", found.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Machine.serial", found.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatTheCompilerFoundIsRemovedAndTheRestBuilds()
    {
        const string Program = """
            using Shop;

            public static class Program
            {
                public static async Task Main(string[] arguments) => await Name(null!);

                public static async Task<string?> Name(IShopClient client) => (await client.MachinesAsync()).RequireData().Machines[0].Name;
            }

            """;
        const string Documents = """
            # All machines.
            query Machines($limit: Int, $full: Boolean! = false) {
              machines(limit: $limit) {
                name # shown
                serial @include(if: $full)
              }
            }

            query Names { machines { ...Card } }

            fragment Card on Machine { name }

            """;
        var consumer = new Consumer(package.Root, "Removed").WriteProject(Library + "<OutputType>Exe</OutputType>").WriteShop()
            .Write("Queries/Machines.graphql", Documents).Write("Program.cs", Program);
        (await consumer.Build("-p:ErrorLog=found.sarif")).RequireSuccess();
        var mended = await package.Tool(
            consumer.Folder, "fix", "--schema", "shop.graphql", "--documents", "Queries/*.graphql", "--build-log", "found.sarif");
        Assert.True(mended.ExitCode == 0, mended.Output);
        var left = await File.ReadAllTextAsync(Path.Combine(consumer.Folder, "Queries/Machines.graphql"), TestContext.Current.CancellationToken);
        Assert.Equal(
            "# All machines.\nquery Machines($limit: Int) {\n  machines(limit: $limit) {\n    name # shown\n  }\n}\n",
            left.TrimEnd('\n') + "\n");
        var rebuilt = (await consumer.Build("-p:ErrorLog=found.sarif%2cversion=2.1")).RequireSuccess();
        Assert.DoesNotContain("GQL205", rebuilt.Output, StringComparison.Ordinal);
        var clean = await package.Tool(
            consumer.Folder, "fix", "--schema", "shop.graphql", "--documents", "Queries/*.graphql", "--build-log", "found.sarif");
        Assert.Contains("There is nothing to mend.", clean.Output, StringComparison.Ordinal);
    }
}
