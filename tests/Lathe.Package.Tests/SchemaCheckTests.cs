namespace Lathe.Package.Tests;

/// <summary><c>dotnet build -t:GraphQLSchemaCheck</c> as users run it: package and tool from a feed, the tool in a local manifest.</summary>
public sealed class SchemaCheckTests(PackageFixture package)
{
    private const string Changed = "type Query { machines(limit: Int): [Machine!]! }\ntype Machine { id: ID! serial: String! }\n";

    [Fact]
    public async Task TheTargetRunsTheToolOfTheManifest()
    {
        var root = Path.Combine(package.Root, "checked");
        var project = new Consumer(root, "Checked").WriteShop().Write("Program.cs", Consumer.Program)
            .Write(".graphqlrc.json", """{ "schema": "shop.graphql", "documents": "Queries/*.graphql" }""")
            .Write("new/same.graphqls", Consumer.Schema).Write("new/changed.graphqls", Changed)
            .WriteProject("<OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><Nullable>enable</Nullable>");

        var missing = await Check(project, "new/same.graphqls");
        Assert.Equal(1, missing.ExitCode);
        Assert.Contains(
            "error : The schema check could not be made: the tool 'lathe' is not in the manifest",
            Assert.Single(missing.Errors),
            StringComparison.Ordinal);

        project.Write(".config/dotnet-tools.json", $$"""{ "version": 1, "isRoot": true, "tools": { "lathe.tool": { "version": "{{package.Version}}", "commands": ["lathe"] } } }""");
        (await Run(project, "tool", "restore")).RequireSuccess();
        (await Check(project, "new/same.graphqls")).RequireSuccess();

        var drifted = await Check(project, "new/changed.graphqls");
        Assert.Equal(1, drifted.ExitCode);
        Assert.Contains(
            drifted.Errors,
            error => error.EndsWith(
                "Queries/Machines.graphql(2,32): error FIELD_REMOVED: Field Machine.name was removed. Used by Machines.", StringComparison.Ordinal));
        Assert.Contains(drifted.Errors, error => error.Contains("error : The API's schema has drifted", StringComparison.Ordinal));
        Assert.Equal(2, drifted.Errors.Length);

        var unmade = await Check(project, "new/none.graphqls");
        Assert.Equal(1, unmade.ExitCode);
        Assert.Contains(
            "error : The schema check could not be made. lathe: 'new/none.graphqls' matches no schema file.",
            Assert.Single(unmade.Errors),
            StringComparison.Ordinal);

        // A project of several target frameworks is checked once.
        project.WriteProject("<OutputType>Exe</OutputType><TargetFrameworks>net8.0;net10.0</TargetFrameworks><Nullable>enable</Nullable>");
        Assert.Equal(2, (await Check(project, "new/changed.graphqls")).Errors.Length);
        Assert.Contains(
            "::error file=Queries/Machines.graphql,line=2",
            (await Check(project, "new/changed.graphqls --format github", "n")).Output,
            StringComparison.Ordinal);
    }

    // Quiet, as that is how scripts build: the errors must say all.
    private Task<CommandOutcome> Check(Consumer project, string against, string verbosity = "q") =>
        Run(
            project,
            "build",
            "-t:GraphQLSchemaCheck",
            "-v",
            verbosity,
            $"-p:GraphQLSchemaCheckOptions=--against {against}");

    // The tool and the package go into folders that end with the test; all else comes from where the machine has it.
    private Task<CommandOutcome> Run(Consumer project, params string[] arguments) => Command.Run(
        project.Folder,
        [
            ("NUGET_PACKAGES", Path.Combine(package.Root, "packages")),
            ("NUGET_FALLBACK_PACKAGES", PackageFixture.CacheFolder),
            ("DOTNET_CLI_HOME", Path.Combine(package.Root, "cli")),
        ],
        arguments);
}
