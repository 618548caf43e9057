using Microsoft.Extensions.Time.Testing;

namespace Lathe.Tool.Tests.Commands;

/// <summary>An ignore file that is not understood is no green check, and no entry lives on unnoticed.</summary>
public sealed class IgnoreFileTests
{
    [Theory]
    [InlineData("""{"ignore":[{"path":"Query.b","reason":"x","expires":5}]}""", "(1,53): 'expires' must be a text that is not empty.")]
    [InlineData("""{"ignore":[{"path":"Query.b","reason":"x","expire":"2020-01-01"}]}""", "(1,52): an entry has no member 'expire'; it has code, path, reason, expires.")]
    [InlineData("""{"ignore":[{"path":"Query.b","reason":"x","expires":"01.02.2030"}]}""", "(1,12): 'expires' must be a date such as \"2027-01-31\", not '01.02.2030'.")]
    [InlineData("""{"ignore":[{"path":"Query.b"}]}""", "(1,12): an entry needs a 'reason'")]
    [InlineData("""{"ignore":[{"path":"Query.b","reason":" "}]}""", "'reason' must be a text that is not empty.")]
    [InlineData("""{"ignore":[{"code":"FIELD_REMOVED","reason":"x"}]}""", "(1,12): an entry needs a 'path'")]
    [InlineData(
        """{"ignore":[{"path":"Query.b","code":"FEILD_REMOVED","reason":"x"}]}""",
        "(1,37): there is no change 'FEILD_REMOVED'. Did you mean \"FIELD_REMOVED\"? docs/tool.md lists all codes.")]
    [InlineData("""{"ignore":["Query.b"]}""", "(1,12): an entry is an object")]
    [InlineData("""{"ignored":[]}""", "must be an object with an array 'ignore'")]
    [InlineData("""{""", "error GQL0001")]
    public async Task AMistakeIsSaidWithItsPlace(string file, string expected)
    {
        using var run = Project(file);
        var line = await run.FailAsync("schema", "check", "--against", "new.graphql");
        Assert.StartsWith("lathe: .lathe-ignore.json", line, StringComparison.Ordinal);
        Assert.Contains(expected, line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFileThatIsNamedMustBeThere()
    {
        using var run = Project("""{"ignore":[]}""");
        Assert.Contains(
            "There is no file 'none.json'.",
            await run.FailAsync("schema", "check", "--against", "new.graphql", "--ignore", "none.json"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task EntriesThatCoverNothingOrExpiredAreTold()
    {
        using var run = Project("""
            {"ignore":[
              {"path":"Query.b","reason":"ticket 12"},
              {"path":"Query.b","code":"TYPE_REMOVED","reason":"typo"},
              {"path":"Query.*","reason":"old","expires":"2026-12-31"}]}
            """);
        run.Clock = new FakeTimeProvider(new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero));
        Assert.Equal(0, await run.RunAsync("schema", "check", "--against", "new.graphql", "--strict"));
        Assert.Equal(
            [
                ".lathe-ignore.json(4,3): the entry for 'Query.*' expired on 2026-12-31 and no longer counts (old).",
                ".lathe-ignore.json(3,3): the entry for 'Query.b' covers no change; remove it, or mend its path or code.",
            ],
            run.Error.TrimEnd('\n').Split('\n'));
    }

    private static ToolRun Project(string ignore) => new(
        ("old.graphql", "type Query { a: Int b: Int }"),
        ("new.graphql", "type Query { a: Int }"),
        ("q.graphql", "query Q { b }"),
        (".lathe-ignore.json", ignore),
        (".graphqlrc.json", """{"schema":"old.graphql","documents":"q.graphql"}"""));
}
