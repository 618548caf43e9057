using System.Text.RegularExpressions;
using Lathe.TestSupport;
using YamlDotNet.RepresentationModel;

namespace Lathe.Tool.Tests.Commands;

/// <summary>The CI recipes of docs/ci, and this repository's own workflow, are YAML whose commands the tool takes.</summary>
public sealed partial class CiRecipeTests
{
    private static readonly string[] s_secrets = ["GRAPHQL_API_KEY", "MACHINEMETRICS_API_KEY"];

    [Theory]
    [InlineData("docs/ci/github.yml")]
    [InlineData("docs/ci/gitlab.yml")]
    [InlineData("docs/ci/azure-pipelines.yml")]
    [InlineData(".github/workflows/graphql.yml")]
    public async Task OneJobValidatesAndOneChecksForDrift(string recipe)
    {
        var commands = Commands(Read(recipe))
            .Select(command => Lathe().Match(command)).Where(match => match.Success).Select(match => match.Groups["arguments"].Value).ToArray();
        Assert.Contains(commands, command => command.StartsWith("validate ", StringComparison.Ordinal));
        Assert.Contains(
            commands,
            command => command.StartsWith("schema check --", StringComparison.Ordinal)
                && s_secrets.Any(secret => command.Contains($"--token-env {secret}", StringComparison.Ordinal)));
        foreach (var command in commands)
            await HoldAsync(command);
    }

    [Theory]
    [InlineData("docs/ci/github.yml")]
    [InlineData("docs/ci/gitlab.yml")]
    [InlineData("docs/ci/azure-pipelines.yml")]
    public void APullRequestIsComparedWithItsBaseAndDriftIsAcceptedIntoOne(string recipe)
    {
        var commands = Commands(Read(recipe)).ToArray();
        Assert.Contains(commands, command => command.Contains("schema check --base-branch", StringComparison.Ordinal)
            && command.Contains("--format markdown=schema.md", StringComparison.Ordinal));
        Assert.Contains(commands, command => command.Contains("--accept", StringComparison.Ordinal));
        Assert.Contains(commands, command => command.Contains("git push --force", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("docs/ci/github.yml")]
    [InlineData(".github/workflows/graphql.yml")]
    public void ActionsArePinnedToACommit(string recipe)
    {
        var actions = Values(Read(recipe), "uses").ToArray();
        Assert.NotEmpty(actions);
        Assert.All(actions, action => Assert.Matches("^[a-z]+/[a-z-]+@[0-9a-f]{40}$", action));
    }

    // The commands run against an API that breaks: they must find it, with the key from the variable.
    private static async Task HoldAsync(string command)
    {
        using var run = new ToolRun(
            ("old.graphql", "type Query { a: Int b: Int }"),
            ("new.graphql", "type Query { a: Int }"),
            ("q.graphql", "query Q { b nope }"),
            ("samples/MachineMetrics.Console/.graphqlrc.json", """{"schema":"../../old.graphql","documents":"../../q.graphql"}"""),
            (".graphqlrc.json", """{"schema":"old.graphql","documents":"q.graphql"}"""));
        var parts = command.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        string[] arguments = [.. parts.Select(part => part.StartsWith("\"$", StringComparison.Ordinal) ? "main" : part)];
        if (arguments.Contains("--base-branch"))
        {
            BaseBranchTests.Git(run, "init", "-q", "-b", "main");
            BaseBranchTests.Git(run, "add", ".");
            BaseBranchTests.Git(run, "commit", "-qm", "first");
            run.Write("old.graphql", run.Read("new.graphql"));
        }
        else if (arguments[0] == "schema")
        {
            arguments = [.. arguments, "--against", "new.graphql"];
        }

        Assert.True(await run.RunAsync(arguments) == 1, $"{command}: {run.Error}");
    }

    private static YamlNode Read(string recipe)
    {
        using var reader = new StringReader(File.ReadAllText(Path.Combine(SharedFolder.RepositoryRoot, recipe)));
        var yaml = new YamlStream();
        yaml.Load(reader);
        return Assert.Single(yaml.Documents).RootNode;
    }

    private static IEnumerable<string> Commands(YamlNode root) =>
        Values(root, "run").Concat(Values(root, "script")).SelectMany(command => command.Split('\n'));

    private static IEnumerable<string> Values(YamlNode root, string key)
    {
        foreach (var mapping in root.AllNodes.OfType<YamlMappingNode>().Where(mapping => mapping.Children.ContainsKey(key)))
        {
            foreach (var text in mapping.Children[key].AllNodes.OfType<YamlScalarNode>())
                yield return text.Value!;
        }
    }

    [GeneratedRegex("""^dotnet (lathe|lathe/Lathe\.Tool\.dll) (?<arguments>[^>|]+?)( >>? \S+| \|\| code=\$\?)?$""")]
    private static partial Regex Lathe();
}
