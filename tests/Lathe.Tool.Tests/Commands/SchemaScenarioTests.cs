using Lathe.Tool.Hosting;
using MachineMetrics.Server.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

namespace Lathe.Tool.Tests.Commands;

/// <summary>The whole way against the stand-in server: download, change the server's schema, check.</summary>
public sealed class SchemaScenarioTests
{
    private const string Query = "query Machines {\n  machines(limit: 10) {\n    name\n    make\n  }\n}\n";

    [Fact]
    public async Task ADownloadedSchemaDoesNotDrift()
    {
        await using var server = await ShopServer.StartAsync(null, TestContext.Current.CancellationToken);
        using var run = await DownloadAsync(server);
        Assert.Contains(
            "type MachineTP",
            run.Read("schema.graphql").Replace("type Machine ", "type MachineTP", StringComparison.Ordinal),
            StringComparison.Ordinal);
        Assert.Equal(0, await CheckAsync(run, "--format", "json"));
        Assert.Empty(run.Json.GetProperty("changes").EnumerateArray());
        var before = File.GetLastWriteTimeUtc(Path.Combine(run.Folder, "schema.graphql"));
        Assert.Equal(0, await run.RunAsync("schema", "download", "--token-env", "KEY"));
        Assert.Contains("unchanged", run.Output, StringComparison.Ordinal);
        Assert.Equal(before, File.GetLastWriteTimeUtc(Path.Combine(run.Folder, "schema.graphql")));
    }

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    [InlineData("markdown")]
    [InlineData("github")]
    [InlineData("sarif")]
    [InlineData("junit")]
    public async Task AFieldInUseThatIsRemovedBreaksAtItsLine(string format)
    {
        await using var server = await ShopServer.StartAsync(null, TestContext.Current.CancellationToken);
        using var run = await DownloadAsync(server);
        server.ReplaceSchema(Without(run.Read("schema.graphql"), "make"));
        Assert.Equal(1, await CheckAsync(run, "--format", format));
        Assert.Contains("FIELD_REMOVED", run.Output, StringComparison.Ordinal);
        Assert.Contains("Queries/a.graphql", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFieldNotInUseThatIsRemovedFailsOnlyWhenStrict()
    {
        await using var server = await ShopServer.StartAsync(null, TestContext.Current.CancellationToken);
        using var run = await DownloadAsync(server);
        server.ReplaceSchema(Without(run.Read("schema.graphql"), "model"));
        Assert.Equal(0, await CheckAsync(run));
        Assert.Contains("nothing of yours", run.Output, StringComparison.Ordinal);
        Assert.Equal(1, await CheckAsync(run, "--strict"));
    }

    [Fact]
    public async Task PlacesAreThoseOfFilesInTheRepository()
    {
        await using var server = await ShopServer.StartAsync(null, TestContext.Current.CancellationToken);
        using var run = await DownloadAsync(server);
        server.ReplaceSchema(
            run.Read("schema.graphql").Replace("  model: String\n", "  model: Int\n  fresh(x: Int!): Int\n", StringComparison.Ordinal));
        Assert.Equal(1, await CheckAsync(run, "--format", "github", "--strict"));
        Assert.Contains("::error file=schema.graphql,", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("file=http", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AcceptTakesTheNewSchemaOver()
    {
        await using var server = await ShopServer.StartAsync(null, TestContext.Current.CancellationToken);
        using var run = await DownloadAsync(server);
        server.ReplaceSchema(Without(run.Read("schema.graphql"), "make"));
        Assert.Equal(1, await CheckAsync(run, "--accept"));
        Assert.Equal(0, await CheckAsync(run, "--strict"));
        Assert.Equal(1, await run.RunAsync("validate"));
    }

    [Fact]
    public async Task AnIgnoredChangePassesUntilItExpires()
    {
        await using var server = await ShopServer.StartAsync(null, TestContext.Current.CancellationToken);
        using var run = await DownloadAsync(server);
        server.ReplaceSchema(Without(run.Read("schema.graphql"), "make"));
        run.Write(".lathe-ignore.json", """{"ignore":[{"code":"FIELD_REMOVED","path":"*.make","reason":"ticket 12","expires":"2027-01-31"}]}""");
        run.Clock = new FakeTimeProvider(new DateTimeOffset(2027, 1, 31, 23, 0, 0, TimeSpan.Zero));
        Assert.Equal(0, await CheckAsync(run, "--strict"));
        run.Clock = new FakeTimeProvider(new DateTimeOffset(2027, 2, 1, 1, 0, 0, TimeSpan.Zero));
        Assert.Equal(1, await CheckAsync(run));
        Assert.Contains("expired on 2027-01-31", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ACheckThatCannotBeMadeIsNeverGreenAndLeavesTheFile()
    {
        await using var server = await ShopServer.StartAsync(null, TestContext.Current.CancellationToken);
        using var run = await DownloadAsync(server);
        var before = run.Read("schema.graphql");
        run.Environment["KEY"] = "mm_wrong";
        Assert.Contains(
            "answered 401: the key was not accepted", await run.FailAsync("schema", "check", "--token-env", "KEY"), StringComparison.Ordinal);
        Assert.Contains("answered 401: it wants a key", await run.FailAsync("schema", "download"), StringComparison.Ordinal);
        Assert.DoesNotContain("mm_wrong", run.Error, StringComparison.Ordinal);
        Assert.Equal(before, run.Read("schema.graphql"));
    }

    [Fact]
    public async Task AKeyWithoutTheScopeIsSaidSo()
    {
        await using var server = await ShopServer.StartAsync(null, TestContext.Current.CancellationToken);
        using var run = await DownloadAsync(server);
        run.Environment["KEY"] = server.AddKey(server.Shop, "erp").Secret;
        Assert.Contains("answered 403", await run.FailAsync("schema", "check", "--token-env", "KEY"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AgainstAFileNothingIsAskedOfTheServer()
    {
        await using var server = await ShopServer.StartAsync(null, TestContext.Current.CancellationToken);
        using var run = await DownloadAsync(server);
        run.Write("new.graphql", Without(run.Read("schema.graphql"), "make"));
        var asked = server.Requests.Count;
        Assert.Equal(1, await run.RunAsync("schema", "check", "--against", "new.graphql"));
        Assert.Equal(asked, server.Requests.Count);
        run.Write("new.graphql", "type Query { a: ");
        Assert.Contains(
            "The schema 'new.graphql' is broken: new.graphql(1,",
            await run.FailAsync("schema", "check", "--against", "new.graphql"),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "type Query { a: A }\ntype A { b: Gone }", "The schema 'new.graphql' is broken: new.graphql(2,13): error GQL1057: Unknown type \"Gone\".")]
    [InlineData("type Query { a: A }\ntype A { b: }", "The schema 'new.graphql' is broken: new.graphql(2,13): error")]
    [InlineData(
        "schema { query: Query mutation: Gone } type Query { a: A }",
        "The schema 'new.graphql' is broken: it names Gone as its mutation type, and does not define it.")]
    [InlineData("type A { b: Int }", "The schema 'new.graphql' has no query type; it is not a whole schema.")]
    public async Task ASchemaThatIsNotWholeIsNoGreenCheck(string schema, string expected)
    {
        using var run = new ToolRun(("old.graphql", "type Query { a: A }\ntype A { b: Gone }\ntype Gone { c: String }"), ("new.graphql", schema));
        Assert.Contains(expected, await run.FailAsync("schema", "diff", "old.graphql", "new.graphql"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task DirectivesOnDirectivesAreCompared()
    {
        const string Meta = "type Query { a: Int }\ndirective @meta(x: Int) repeatable on DIRECTIVE_DEFINITION\n";
        using var run = new ToolRun(
            ("old.graphql", Meta + "directive @a @meta(x: 1) on FIELD_DEFINITION"),
            ("new.graphql", Meta + "directive @a @deprecated on FIELD_DEFINITION\nextend directive @a @meta(x: 2)"));
        Assert.Equal(0, await run.RunAsync("schema", "diff", "old.graphql", "new.graphql", "--format", "json"));
        Assert.Equal(
            ["DEPRECATION_ADDED @a", "DIRECTIVE_USAGE_ADDED @a", "DIRECTIVE_USAGE_REMOVED @a"],
            run.Json.GetProperty("changes").EnumerateArray()
                .Select(change => $"{change.GetProperty("code").GetString()} {change.GetProperty("path").GetString()}")
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task ADocumentThatDoesNotParseIsNoGreenCheck()
    {
        await using var server = await ShopServer.StartAsync(null, TestContext.Current.CancellationToken);
        using var run = await DownloadAsync(server);
        run.Write("Queries/b.graphql", "query {");
        Assert.Contains("Queries/b.graphql(1,8)", await run.FailAsync("schema", "check", "--token-env", "KEY"), StringComparison.Ordinal);
    }

    private static async Task<ToolRun> DownloadAsync(ShopServer server)
    {
        var run = new ToolRun(
            (".graphqlrc.json", $$"""{ "schema": "schema.graphql", "documents": "Queries/*.graphql", "extensions": { "lathe": { "endpoint": "{{server.Endpoint}}" } } }"""),
            ("Queries/a.graphql", Query));
        run.Environment["KEY"] = server.Key.Secret;
        Assert.True(await run.RunAsync("schema", "download", "--token-env", "KEY") == ExitCode.Clean, run.Error);
        return run;
    }

    private static Task<int> CheckAsync(ToolRun run, params string[] further) => run.RunAsync(["schema", "check", "--token-env", "KEY", .. further]);

    private static string Without(string sdl, string field)
    {
        var lines = sdl.Split('\n').ToList();
        for (var i = lines.Count - 1; i > 0; i--)
        {
            if (!lines[i].TrimStart().StartsWith(field + ": ", StringComparison.Ordinal))
                continue;
            var described = lines[i - 1].TrimStart().StartsWith("\"\"\"", StringComparison.Ordinal);
            lines.RemoveRange(described ? i - 1 : i, described ? 2 : 1);
        }

        var changed = string.Join('\n', lines);
        Assert.NotEqual(sdl, changed);
        return changed;
    }
}
