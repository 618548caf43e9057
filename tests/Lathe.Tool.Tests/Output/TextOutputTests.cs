namespace Lathe.Tool.Tests.Output;

/// <summary>Texts of a schema stay texts in every format that people or machines read line by line.</summary>
public sealed class TextOutputTests
{
    [Fact]
    public async Task GitHubAnnotationsAreOneCommandALine()
    {
        using var run = DriftCase.Create();
        var lines = (await DriftCase.CheckAsync(run, "github")).TrimEnd('\n').Split('\n');
        Assert.All(
            lines[..^1],
            line => Assert.Matches(
                "^::(error|warning|notice) file=[^:]*,line=[0-9]+,endLine=[0-9]+,col=[0-9]+,endColumn=[0-9]+,title=[A-Z_]+::.+$", line));
        Assert.Contains(lines, line => line.StartsWith("::error file=Queries/a ü%2C1%3A2.graphql,line=1,", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("deprecated: 50%25 off::set-output name=x::y | <script>", StringComparison.Ordinal));
        Assert.StartsWith("7 breaking", lines[^1], StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', run.Output);
    }

    [Fact]
    public async Task MarkdownHoldsNoMarkupOfTheSchemaAndNotifiesNobody()
    {
        using var run = DriftCase.Create();
        var text = await DriftCase.CheckAsync(run, "markdown");
        Assert.Contains(
            @"y \| \<script\>alert(1)\</script\> \`code\` \@" + "\u200B" + @"everyone \[l\](http://x) \]\]\> ", text, StringComparison.Ordinal);
        Assert.All(
            text.Split('\n').Where(line => line.StartsWith('|')),
            row => Assert.Equal(4, row.Replace(@"\|", "", StringComparison.Ordinal).Count(unit => unit == '|')));
        Assert.DoesNotContain('\u001b', text);
        Assert.StartsWith("### ❌ Schema drift that breaks you\n\n7 breaking", text, StringComparison.Ordinal);
        Assert.Contains("<details><summary>Ignored (1)</summary>", text, StringComparison.Ordinal);
        Assert.Contains(@"(ignored: ticket \| 12)", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MarkdownFitsAComment()
    {
        var fields = string.Concat(Enumerable.Range(0, 3000).Select(i => $"field{i}: Int "));
        using var run = new ToolRun(
            ("a.graphql", $"type Query {{ a: Int {fields} }}"),
            ("b.graphql", "type Query { a: Int }"),
            ("q.graphql", $"query Q {{ {fields.Replace(": Int", "", StringComparison.Ordinal)} }}"));
        Assert.Equal(1, await run.RunAsync("schema", "diff", "a.graphql", "b.graphql", "-d", "q.graphql", "-f", "markdown"));
        Assert.InRange(run.Output.Length, 50_000, 65_536);
        Assert.Matches("\n[0-9]+ more; `--format json` has all.\n", run.Output);
    }

    [Fact]
    public async Task DoubtfulHitsAreFindingsAtTheirPlaces()
    {
        using var run = new ToolRun(
            ("a.graphql", "type Query { a(w: W): Int } input W { w: W gone: Int }"), ("b.graphql", "type Query { a(w: W): Int } input W { w: W }"),
            ("q.graphql", "query A($w: W) { a(w: $w) } query B($w: W) { a(w: $w) } query C { a(w: { gone: 1 }) }"));
        Assert.Equal(1, await run.RunAsync("schema", "diff", "a.graphql", "b.graphql", "-d", "q.graphql", "-f", "msbuild"));
        Assert.Equal(
            [
                "q.graphql(1,74): error FIELD_REMOVED: Input field W.gone was removed. Used by C.",
                "q.graphql(1,9): error FIELD_REMOVED: Input field W.gone was removed. May be used by A through $w.gone.",
                "q.graphql(1,37): error FIELD_REMOVED: Input field W.gone was removed. May be used by B through $w.gone.",
                "1 breaking (1 touches you), 0 dangerous, 0 safe changes; "
                + "1 of your operations is hit by breaking ones, 2 may be hit through a variable.",
            ],
            run.Output.TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public async Task MSBuildLinesAreErrorsAtTheirPlaces()
    {
        using var run = DriftCase.Create();
        var lines = (await DriftCase.CheckAsync(run, "msbuild")).TrimEnd('\n').Split('\n');
        Assert.All(
            lines[..^1],
            line => Assert.Matches(
                @"^[^\p{C}]+\([0-9]+,[0-9]+\): (error|warning|message) [A-Z_]+: [^\p{C}]+$", line.Replace("\uFFFD", "", StringComparison.Ordinal)));
        Assert.Contains("Queries/a ü,1:2.graphql(2,21): error FIELD_REMOVED: Field Query.gone was removed. Used by Known.", lines);
    }

    [Theory]
    [InlineData(40)]
    [InlineData(80)]
    [InlineData(120)]
    public async Task TheTableFitsTheTerminal(int width)
    {
        using var run = DriftCase.Create();
        run.Width = width;
        var lines = (await DriftCase.CheckAsync(run, "text")).TrimEnd('\n').Split('\n');
        Assert.StartsWith("7 breaking", lines[^2], StringComparison.Ordinal);
        Assert.All(lines[..^2], line => Assert.InRange(line.Length, 1, width));
        Assert.DoesNotContain('\u001b', run.Output);
    }

    [Fact]
    public async Task ColourIsForTerminalsWithoutNoColor()
    {
        using var run = DriftCase.Create();
        run.IsTerminal = true;
        Assert.Contains("\u001b[", await DriftCase.CheckAsync(run, "text"), StringComparison.Ordinal);
        run.Environment["NO_COLOR"] = "1";
        Assert.DoesNotContain('\u001b', await DriftCase.CheckAsync(run, "text"));
    }

    [Theory]
    [InlineData(
        "type Query { b: Int }",
        "",
        "Next: change these operations to fit the new schema, and replace the committed one by running the check with --accept.")]
    [InlineData("type Query { b: Int }", "--accept", "Next: change these operations to fit the new schema.")]
    [InlineData("type Query { a: Int }", "", "Next: replace the committed schema by running the check with --accept.")]
    [InlineData(
        "type Query { a: Int }",
        "--strict",
        "Nothing of yours is known to be hit: every breaking change counts with --strict.")]
    [InlineData(
        "type Query { a: Int }", "--accept", "1 breaking (0 touch you), 0 dangerous, 0 safe changes; 0 of your operations are hit by breaking ones.")]
    [InlineData("type Query { a: Int b: Int }", "", "The schemas are the same.")]
    public async Task ADriftSaysWhatToDoNext(string current, string option, string expected)
    {
        foreach (var format in new[] { "text", "markdown" })
        {
            using var run = new ToolRun(("old.graphql", "type Query { a: Int b: Int }"), ("new", current), ("q.graphql", "query A { a }"), (".graphqlrc.json", """{"schema":"old.graphql","documents":"q.graphql"}"""));
            await run.RunAsync(
                [.. "schema check --against new --format".Split(' '), format, .. option.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);
            Assert.Contains(expected, run.Output.Split('\n'));
        }
    }

    [Fact]
    public async Task AnAnonymousOperationCounts()
    {
        using var run = new ToolRun(
            ("a.graphql", "type Query { a: Int b: Int }"),
            ("b.graphql", "type Query { b: Int }"),
            ("q1.gql", "{ a }"),
            ("q2.gql", "{ a }"),
            ("q3.gql", "{ b } fragment F on Query { a }"));
        Assert.Equal(1, await run.RunAsync("schema", "diff", "a.graphql", "b.graphql", "--documents", "*.gql"));
        Assert.Contains(
            "1 breaking (1 touches you), 0 dangerous, 0 safe changes; 2 of your operations are hit by breaking ones.",
            run.Output,
            StringComparison.Ordinal);
    }
}
