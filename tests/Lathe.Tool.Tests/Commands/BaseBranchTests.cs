using System.Diagnostics;

namespace Lathe.Tool.Tests.Commands;

/// <summary>What a pull request brings: the schema where its branch left the other one, against that of the working tree.</summary>
public sealed class BaseBranchTests
{
    [Fact]
    public async Task OnlyWhatTheBranchBringsIsCompared()
    {
        using var run = Repository();
        Git(run, "checkout", "-q", "-b", "topic");
        run.Write("api/schema.graphql", "type Query { a: Int c: Int }");
        Git(run, "commit", "-qam", "topic");

        // What the other branch got meanwhile is not of this one.
        Git(run, "checkout", "-q", "main");
        run.Write("api/schema.graphql", "type Query { a: String b: Int }");
        Git(run, "commit", "-qam", "main goes on");
        Git(run, "checkout", "-q", "topic");
        Assert.Equal(1, await run.RunAsync("schema", "check", "--base-branch", "main", "--format", "json"));
        Assert.Equal(
            ["FIELD_ADDED Query.c", "FIELD_REMOVED Query.b"],
            run.Json.GetProperty("changes").EnumerateArray().Select(change => $"{change.GetProperty("code")} {change.GetProperty("path")}").Order());
        Assert.Equal(1, await run.RunAsync("schema", "check", "--base-branch", "main"));
        Assert.DoesNotContain("--accept", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnOperationThatTheBranchMendsIsNotHit()
    {
        using var run = Repository();
        Git(run, "checkout", "-q", "-b", "topic");
        run.Write("api/schema.graphql", "type Query { a: Int }");
        run.Write("api/q.graphql", "query Q { a }");
        Assert.True(await run.RunAsync("schema", "check", "--base-branch", "main") == 0, run.Error + run.Output);
        Assert.Contains("1 breaking (0 touch you)", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ABranchOfTheOriginIsFoundAndANewSchemaIsNoChange()
    {
        using var run = Repository();
        Git(run, "update-ref", "refs/remotes/origin/release", "HEAD");
        run.Write("api/.graphqlrc.json", """{"schema":"fresh.graphql","documents":"q.graphql"}""");
        run.Write("api/fresh.graphql", "type Query { b: Int }");
        Assert.Equal(0, await run.RunAsync("schema", "check", "--base-branch", "release", "--config", "api/.graphqlrc.json"));
        Assert.Equal("note: the schema of project 'default' is new since release: nothing is compared.\n", run.Error);
        Assert.Equal(0, await run.RunAsync("schema", "check", "--base-branch", "refs/heads/release"));
        Assert.Equal("The schemas are the same.\n", run.Output);
    }

    [Fact]
    public async Task AMovedSchemaIsComparedWithWhereItWas()
    {
        using var run = Repository();
        Git(run, "mv", "api/schema.graphql", "moved.graphql");
        run.Write("moved.graphql", "type Query { a: Int }");
        run.Write(".graphqlrc.json", """{"schema":"moved.graphql","documents":"api/q.graphql"}""");
        Assert.Equal(1, await run.RunAsync("schema", "check", "--base-branch", "main", "--format", "msbuild"));
        Assert.StartsWith("api/q.graphql(1,13): error FIELD_REMOVED: Field Query.b was removed.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OfAStaleBranchAndThatOfTheOriginTheLaterOneCounts()
    {
        using var run = Repository();
        Git(run, "checkout", "-q", "-b", "topic");
        run.Write("api/schema.graphql", "type Query { a: Int b: Int theirs: Int }");
        Git(run, "commit", "-qam", "of origin");
        Git(run, "update-ref", "refs/remotes/origin/main", "HEAD");
        run.Write("api/schema.graphql", "type Query { a: Int b: Int theirs: Int mine: Int }");
        Assert.Equal(0, await run.RunAsync("schema", "check", "--base-branch", "main", "--format", "json"));
        var change = Assert.Single(run.Json.GetProperty("changes").EnumerateArray());
        Assert.Equal("Query.mine", change.GetProperty("path").GetString());
    }

    [Fact]
    public async Task AHistoryThatIsCutIsNoGreenCheck()
    {
        using var run = Repository();
        Git(run, "checkout", "-q", "--orphan", "other");
        Git(run, "commit", "-qm", "nothing in common");
        Assert.Contains(
            "git does not know where this branch left 'main'. Fetch that branch; a shallow clone needs its history",
            await run.FailAsync("schema", "check", "--base-branch", "main"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARepositoryBehindASymbolicLinkIsFound()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a right there.");
        using var run = Repository();
        using var other = new ToolRun();
        Directory.CreateSymbolicLink(Path.Combine(other.Folder, "link"), run.Folder);
        run.Write("api/schema.graphql", "type Query { a: Int }");
        Assert.Equal(1, await other.RunInAsync("link", ["schema", "check", "--base-branch", "main"]));
    }

    [Theory]
    [InlineData("gone", "git knows no branch 'gone', of this repository or of origin. Fetch that branch")]
    [InlineData("--all", "--base-branch takes the name of a branch.")]
    public async Task ABranchThatIsNotThereIsNoGreenCheck(string branch, string expected)
    {
        using var run = Repository();
        Assert.Contains(expected, await run.FailAsync("schema", "check", "--base-branch=" + branch), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFolderWithoutARepositoryIsNoGreenCheck()
    {
        using var run = Project();
        Assert.Contains(
            "--base-branch needs a git repository around",
            await run.FailAsync("schema", "check", "--base-branch", "main"),
            StringComparison.Ordinal);
        Assert.Contains(
            "give no --against and no --accept with it",
            await run.FailAsync("schema", "check", "--base-branch", "main", "--accept"),
            StringComparison.Ordinal);
    }

    private static ToolRun Project() => new(
        ("api/schema.graphql", "type Query { a: Int b: Int }"),
        ("api/q.graphql", "query Q { a b }"),
        (".graphqlrc.json", """{"schema":"api/*schema.graphql","documents":"api/q.graphql"}"""));

    private static ToolRun Repository()
    {
        var run = Project();
        Git(run, "init", "-q", "-b", "main");
        Git(run, "add", ".");
        Git(run, "commit", "-qm", "first");
        return run;
    }

    internal static void Git(ToolRun run, params string[] arguments)
    {
        string[] identity = ["-c", "user.name=t", "-c", "user.email=t@t.example", "-c", "commit.gpgsign=false"];
        using var process = Process.Start(new ProcessStartInfo("git", [.. identity, .. arguments]) { WorkingDirectory = run.Folder })!;
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }
}
