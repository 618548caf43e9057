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
        Assert.Contains("type MachineTP", run.Read("schema.graphql").Replace("type Machine ", "type MachineTP", StringComparison.Ordinal), StringComparison.Ordinal);
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
        Assert.Contains("answered 401: the key was not accepted", await run.FailAsync("schema", "check", "--token-env", "KEY"), StringComparison.Ordinal);
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
        Assert.Contains("The schema 'new.graphql' is broken: new.graphql(1,", await run.FailAsync("schema", "check", "--against", "new.graphql"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ADocumentThatDoesNotParseIsNoGreenCheck()
    {
        await using var server = await ShopServer.StartAsync(null, TestContext.Current.CancellationToken);
        using var run = await DownloadAsync(server);
        run.Write("Queries/b.graphql", "query {");
        Assert.Contains("Queries/b.graphql(1,8)", await run.FailAsync("schema", "check", "--token-env", "KEY"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task InitMakesAProjectThatValidates()
    {
        await using var server = await ShopServer.StartAsync(null, TestContext.Current.CancellationToken);
        using var run = new ToolRun(("Plant.Board.csproj", "<Project/>"));
        run.Input = server.Key.Secret + "\n";
        string[] init = ["init", "--endpoint", server.Endpoint.AbsoluteUri, "--token-stdin"];
        Assert.Equal(0, await run.RunAsync(init));
        Assert.Equal(("dotnet", "add Plant.Board.csproj package Lathe"), Assert.Single(run.Programs));
        Assert.Contains("\"client\": \"PlantBoardClient\"", run.Read(".graphqlrc.json"), StringComparison.Ordinal);
        Assert.DoesNotContain(server.Key.Secret, run.Read(".graphqlrc.json"), StringComparison.Ordinal);
        Assert.Equal(0, await run.RunAsync("validate"));
        run.Environment["KEY"] = server.Key.Secret;
        Assert.Equal(0, await run.RunAsync("schema", "check", "--token-env", "KEY"));
        Assert.Contains("is there already. Use --force", await run.FailAsync(init), StringComparison.Ordinal);
        Assert.Equal(0, await run.RunAsync([.. init, "--force"]));
    }

    [Fact]
    public async Task TheNetworkIsGone()
    {
        Uri endpoint;
        await using (var server = await ShopServer.StartAsync(null, TestContext.Current.CancellationToken))
            endpoint = server.Endpoint;
        using var run = new ToolRun();
        Assert.Contains("cannot be reached (ConnectionRefused)", await run.FailAsync("schema", "download", "--endpoint", endpoint.AbsoluteUri), StringComparison.Ordinal);
        Assert.False(run.Has("schema.graphql"));
    }

    [Theory]
    [InlineData(200, "text/html", "<html>Sign in</html>", "with an HTML page, not JSON")]
    [InlineData(200, "application/json", "{\"hello\":1}", "JSON that is no GraphQL result")]
    [InlineData(200, "application/json", "{", "something that is not JSON")]
    [InlineData(500, "text/plain", "oops", "the server failed")]
    [InlineData(404, "text/plain", "no", "nothing at this address")]
    [InlineData(429, "text/plain", "no", "too many requests")]
    [InlineData(302, "text/plain", "", "points to")]
    [InlineData(200, "application/json", "{\"errors\":[{\"message\":\"GraphQL introspection is not allowed\"}]}", "does not allow introspection")]
    [InlineData(200, "application/json", "{\"errors\":[{\"message\":\"no\"}]}", "refuses introspection: no")]
    [InlineData(200, "application/json", "{\"data\":{\"__schema\":{}}}", "is broken")]
    public async Task AnAnswerThatIsNoSchemaIsExplained(int status, string type, string body, string expected)
    {
        var options = new ShopServerOptions
        {
            Intercept = async context =>
            {
                context.Response.StatusCode = status;
                context.Response.ContentType = type;
                await context.Response.WriteAsync(body);
                return true;
            },
        };
        await using var server = await ShopServer.StartAsync(options, TestContext.Current.CancellationToken);
        using var run = new ToolRun(("schema.graphql", "type Query { a: Int }"));
        Assert.Contains(expected, await run.FailAsync("schema", "download", "--endpoint", server.Endpoint.AbsoluteUri), StringComparison.Ordinal);
        Assert.Equal("type Query { a: Int }", run.Read("schema.graphql"));
        Assert.Single(Directory.GetFiles(run.Folder));
    }

    [Fact]
    public async Task AServerThatDoesNotAnswerRunsIntoTheTimeOut()
    {
        var options = new ShopServerOptions
        {
            Intercept = async context =>
            {
                await Task.Delay(TimeSpan.FromSeconds(20), context.RequestAborted);
                return true;
            },
        };
        await using var server = await ShopServer.StartAsync(options, TestContext.Current.CancellationToken);
        using var run = new ToolRun();
        Assert.Contains("did not answer within 1 s", await run.FailAsync("schema", "download", "--endpoint", server.Endpoint.AbsoluteUri, "--timeout", "1"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("schema download --endpoint https://x.example/graphql --token abcdef", "A key on the command line (--token)")]
    [InlineData("schema download --endpoint https://x.example/graphql --api-key=abcdef", "A key on the command line (--api-key)")]
    [InlineData("schema download --endpoint https://u:abcdef@x.example/graphql", "The address holds a name or password")]
    [InlineData("schema download --endpoint http://x.example/graphql --token-env KEY", "is not encrypted")]
    [InlineData("schema download --endpoint x.example --token-env KEY", "--endpoint takes an address")]
    [InlineData("schema download --endpoint https://x.example --token-env NONE", "There is no key in the environment variable NONE")]
    [InlineData("schema download --endpoint https://x.example --token-file none.txt", "There is no file 'none.txt'")]
    [InlineData("schema download --endpoint https://x.example --token-stdin", "There is no key in standard input")]
    [InlineData("schema download --endpoint https://x.example --token-env KEY --token-stdin", "Give one of")]
    [InlineData("schema download", "No server is named")]
    [InlineData("init --endpoint https://x.example", "There is no C# project in")]
    public async Task KeysAndAddressesThatCannotServeAreRefused(string arguments, string expected)
    {
        using var run = new ToolRun();
        run.Environment["KEY"] = "abcdef";
        var line = await run.FailAsync(arguments.Split(' '));
        Assert.Contains(expected, line, StringComparison.Ordinal);
        Assert.DoesNotContain("abcdef", line, StringComparison.Ordinal);
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
