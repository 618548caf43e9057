using System.Text.Json;

namespace Lathe.Tool.Tests.Output;

/// <summary>Several formats in one run, and the places that GitHub and GitLab find.</summary>
public sealed class ReportFormatTests
{
    private const string Old = "type Query { a(w: W): Int } input W { w: W gone: Int }";
    private const string New = "type Query { a(w: W): Int } input W { w: W }";

    [Fact]
    public async Task EachFormatMayHaveAFile()
    {
        using var run = DriftCase.Create();
        string[] formats = ["--format", "github", "--format", "sarif=out/drift.sarif", "--format", "gitlab=gl.json", "-f", "text=report.txt"];
        Assert.Equal(1, await run.RunAsync(["schema", "check", "--against", "new.graphql", .. formats]));
        Assert.StartsWith("::error file=Queries/", run.Output, StringComparison.Ordinal);
        Assert.Equal("2.1.0", JsonDocument.Parse(run.Read("out/drift.sarif")).RootElement.GetProperty("version").GetString());
        Assert.Contains("7 breaking", run.Read("report.txt"), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Array, JsonDocument.Parse(run.Read("gl.json")).RootElement.ValueKind);
    }

    [Theory]
    [InlineData(
        "--format text --format json", "One format goes to standard output; name a file for the others, such as --format sarif=report.sarif.")]
    [InlineData("--format sarif=", "No file follows 'sarif='.")]
    [InlineData("--format xml=a.xml", "'xml' is no format. There are: text, json, markdown, github, gitlab, sarif, msbuild, junit.")]
    public async Task FormatsThatCannotBeWrittenAreRefused(string formats, string expected)
    {
        using var run = DriftCase.Create();
        Assert.Contains(expected, await run.FailAsync(["validate", .. formats.Split(' ')]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GitLabGetsAnEntryForEachFinding()
    {
        using var run = DriftCase.Create();
        Directory.CreateDirectory(Path.Combine(run.Folder, ".git"));
        Assert.Equal(1, await run.RunAsync("schema", "check", "--against", "new.graphql", "--format", "gitlab"));
        var entries = run.Json.EnumerateArray().ToList();
        Assert.All(entries, entry => Assert.Matches("^[0-9a-f]{64}$", entry.GetProperty("fingerprint").GetString()));
        Assert.Equal(entries.Count, entries.Select(entry => entry.GetProperty("fingerprint").GetString()).Distinct().Count());
        Assert.Contains(entries, entry => entry is var one
            && one.GetProperty("check_name").GetString() == "FIELD_REMOVED"
            && one.GetProperty("severity").GetString() == "major"
            && one.GetProperty("location").GetProperty("path").GetString() == "Queries/a ü,1:2.graphql"
            && one.GetProperty("location").GetProperty("lines").GetProperty("begin").GetInt32() == 2);
    }

    [Theory]
    [InlineData("github", "file=app/q.graphql,")]
    [InlineData("gitlab", "\"path\": \"app/q.graphql\"")]
    public async Task PathsAreThoseOfTheRepository(string format, string expected)
    {
        using var run = new ToolRun(
            ("app/old.graphql", "type Query { a: Int b: Int }"), ("app/new.graphql", "type Query { a: Int }"), ("app/q.graphql", "query Q { b }"));
        run.Write(".git", "gitdir: elsewhere");
        string[] command = ["schema", "diff", "old.graphql", "new.graphql", "--documents", "q.graphql", "--format", format];
        Assert.Equal(1, await run.RunInAsync("app", command));
        Assert.Contains(expected, run.Output, StringComparison.Ordinal);
        run.Environment["GITHUB_WORKSPACE"] = Path.Combine(run.Folder, "app");
        Assert.Equal(1, await run.RunInAsync("app", command));
        Assert.Contains(expected.Replace("app/", "", StringComparison.Ordinal), run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GitHubGetsNoMoreThanItShows()
    {
        var fields = string.Concat(Enumerable.Range(0, 13).Select(i => $" f{i}: Int"));
        using var run = new ToolRun(
            ("old.graphql", $"type Query {{ a: Int{fields} }}"),
            ("new.graphql", "type Query { a: Int }"),
            ("q.graphql", $"query Q {{ {fields.Replace(": Int", "", StringComparison.Ordinal)} }}"));
        Assert.Equal(1, await run.RunAsync("schema", "diff", "old.graphql", "new.graphql", "--documents", "q.graphql", "--format", "github"));
        var lines = run.Output.TrimEnd('\n').Split('\n');
        Assert.Equal(10, lines.Count(line => line.StartsWith("::error ", StringComparison.Ordinal)));
        Assert.Equal("Not annotated, as GitHub shows 10 of a level: 3 errors. --format json has all.", lines[^2]);
    }

    [Theory]
    [InlineData("query A($w: W) { a(w: $w) } query B($w: W) { a(w: $w) }", 0)]
    [InlineData("query A($w: W) { a(w: $w) } query C { a(w: { gone: 1 }) }", 1)]
    public async Task DoubtfulHitsPassWhereOnlyCertainOnesCount(string documents, int code)
    {
        using var run = new ToolRun(("a.graphql", Old), ("b.graphql", New), ("q.graphql", documents));
        string[] command = ["schema", "diff", "a.graphql", "b.graphql", "-d", "q.graphql"];
        Assert.Equal(1, await run.RunAsync(command));
        Assert.Equal(code, await run.RunAsync([.. command, "--certain"]));
        Assert.Contains("may", run.Output, StringComparison.Ordinal);
        Assert.Equal(1, await run.RunAsync([.. command, "--certain", "--strict"]));
        Assert.Equal(code, await run.RunAsync([.. command, "--certain", "-f", "markdown"]));
        Assert.Equal(
            code == 0,
            run.Output.Contains("<summary>Breaking, and may touch you through a variable (1)</summary>", StringComparison.Ordinal));
    }
}
