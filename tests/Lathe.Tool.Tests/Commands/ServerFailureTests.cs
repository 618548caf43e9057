using MachineMetrics.Server.Hosting;
using Microsoft.AspNetCore.Http;

namespace Lathe.Tool.Tests.Commands;

/// <summary>What cannot serve as a server, a key or an answer gives one line that says what to do, and leaves the file as it was.</summary>
public sealed class ServerFailureTests
{
    [Fact]
    public async Task TheNetworkIsGone()
    {
        Uri endpoint;
        await using (var server = await ShopServer.StartAsync(null, TestContext.Current.CancellationToken))
            endpoint = server.Endpoint;
        using var run = new ToolRun();
        Assert.Contains(
            "cannot be reached (ConnectionRefused)",
            await run.FailAsync("schema", "download", "--endpoint", endpoint.AbsoluteUri),
            StringComparison.Ordinal);
        Assert.False(run.Has("schema.graphql"));
    }

    [Theory]
    [InlineData(200, "text/html", "<html>Sign in</html>", "with an HTML page, not JSON")]
    [InlineData(200, "application/json", "{\"hello\":1}", "JSON that is no GraphQL result")]
    [InlineData(200, "application/json", "{", "JSON that breaks off or is malformed, 1 bytes of it")]
    [InlineData(200, "application/json", "", "answered 200 with nothing")]
    [InlineData(200, "text/plain", "key abcdef not found", "something that is not JSON (text/plain: key (the key) not found)")]
    [InlineData(502, "text/html", "<html>Bad gateway</html>", "answered 502: the server failed. Try again in 120 s.")]
    [InlineData(401, "application/json", "{\"errors\":[{\"message\":\"no\"}]}", "answered 401: the key was not accepted")]
    [InlineData(403, "text/html", "<html>", "answered 403: the key may not do what was asked")]
    [InlineData(500, "text/plain", "oops", "the server failed")]
    [InlineData(404, "text/plain", "no", "nothing at this address")]
    [InlineData(429, "text/plain", "no", "too many requests. Try again in 120 s.")]
    [InlineData(302, "text/plain", "", "points to https://login.example/. A key is not sent on")]
    [InlineData(200, "application/json", "{\"errors\":[{\"message\":\"GraphQL introspection is not allowed\"}]}", "does not allow introspection")]
    [InlineData(200, "application/json", "{\"errors\":[{\"message\":\"no abcdef\"}]}", "refuses introspection: no (the key). Ask its operators")]
    [InlineData(
        200, "application/json", "{\"errors\":[{\"message\":\"no\",\"extensions\":{\"code\":\"UNAUTHENTICATED\"}}]}", "did not accept the key: no.")]
    [InlineData(200, "application/json", "{\"data\":{\"__schema\":{}}}", "is broken")]
    public async Task AnAnswerThatIsNoSchemaIsExplained(int status, string type, string body, string expected)
    {
        var options = new ShopServerOptions
        {
            Intercept = async context =>
            {
                context.Response.StatusCode = status;
                context.Response.ContentType = type;
                context.Response.Headers.RetryAfter = "120";
                context.Response.Headers.Location = "https://login.example/?ticket=1";
                await context.Response.WriteAsync(body);
                return true;
            },
        };
        await using var server = await ShopServer.StartAsync(options, TestContext.Current.CancellationToken);
        using var run = new ToolRun(("schema.graphql", "type Query { a: Int }"));
        run.Environment["KEY"] = "abcdef";
        var line = await run.FailAsync("schema", "download", "--endpoint", server.Endpoint.AbsoluteUri, "--token-env", "KEY");
        Assert.Contains(expected, line, StringComparison.Ordinal);
        Assert.DoesNotContain("abcdef", line, StringComparison.Ordinal);
        Assert.Equal("type Query { a: Int }", run.Read("schema.graphql"));
        Assert.Single(Directory.GetFiles(run.Folder));
    }

    /// <summary>The words in which servers say that introspection is switched off.</summary>
    [Theory]
    [InlineData(
        "GraphQL introspection is not allowed by Apollo Server, but the query contained __schema or __type. "
            + "To enable introspection, pass introspection: true")]
    [InlineData("GraphQL introspection has been disabled, but the requested query contained the field \"__schema\".")]
    [InlineData("Field '__schema' doesn't exist on type 'Query'")]
    [InlineData("field '__schema' not found in type: 'query_root'")]
    [InlineData("Cannot query field \"__schema\" on type \"Query\".")]
    [InlineData("Introspection is not allowed for the current request.")]
    [InlineData("introspection disabled")]
    public async Task IntrospectionThatIsSwitchedOffIsSaidSo(string message)
    {
        var asked = 0;
        var options = new ShopServerOptions
        {
            Intercept = async context =>
            {
                asked++;
                context.Response.StatusCode = 400;
                await context.Response.WriteAsJsonAsync(new { errors = new[] { new { message } } });
                return true;
            },
        };
        await using var server = await ShopServer.StartAsync(options, TestContext.Current.CancellationToken);
        using var run = new ToolRun();
        Assert.Contains(
            $"does not allow introspection: {message.TrimEnd('.')}. Ask its operators for the schema as a file, or for a key that may.",
            await run.FailAsync("schema", "download", "--endpoint", server.Endpoint.AbsoluteUri),
            StringComparison.Ordinal);
        Assert.Equal(1, asked);
    }

    /// <summary>Servers that know less are asked for less.</summary>
    [Theory]
    [InlineData("specifiedByURL")]
    [InlineData("isRepeatable")]
    [InlineData("isOneOf")]
    [InlineData("args(includeDeprecated")]
    public async Task AnOlderServerIsAskedForLess(string unknown)
    {
        await using var whole = await ShopServer.StartAsync(null, TestContext.Current.CancellationToken);
        using var http = new HttpClient();
        var options = new ShopServerOptions
        {
            Intercept = async context =>
            {
                using var reader = new StreamReader(context.Request.Body);
                var body = await reader.ReadToEndAsync();
                if (body.Contains(unknown, StringComparison.Ordinal) || body.Contains("__type(name", StringComparison.Ordinal))
                {
                    context.Response.StatusCode = 400;
                    await context.Response.WriteAsJsonAsync(
                        new { errors = new[] { new { message = $"Cannot query field \"{unknown}\" on type \"__Type\"." } } });
                    return true;
                }

                using var request = new HttpRequestMessage(
                    HttpMethod.Post, whole.Endpoint) { Content = new StringContent(body, null, "application/json") };
                request.Headers.Authorization = new("Bearer", whole.Key.Secret);
                using var response = await http.SendAsync(request);
                await context.Response.WriteAsync(await response.Content.ReadAsStringAsync());
                return true;
            },
        };
        await using var server = await ShopServer.StartAsync(options, TestContext.Current.CancellationToken);
        using var run = new ToolRun();
        Assert.True(await run.RunAsync("schema", "download", "--endpoint", server.Endpoint.AbsoluteUri) == 0, run.Error);
        Assert.Contains("type Machine ", run.Read("schema.graphql"), StringComparison.Ordinal);
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
        Assert.Contains(
            "did not answer within 1 s",
            await run.FailAsync("schema", "download", "--endpoint", server.Endpoint.AbsoluteUri, "--timeout", "1"),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("schema download --endpoint https://x.example/graphql --token abcdef", "A key on the command line (--token)")]
    [InlineData("schema download --endpoint https://x.example/graphql --api-key=abcdef", "A key on the command line (--api-key)")]
    [InlineData("schema download --endpoint https://x.example/graphql -H X:abcdef", "for other headers --header-env")]
    [InlineData("schema download --endpoint https://x.example --header-env Content-Type=KEY", "'Content-Type' is not the name of a header")]
    [InlineData("schema download --endpoint https://x.example --token-env abcdef", "There is no key in the environment variable that is named")]
    [InlineData("schema download --endpoint https://x.example/graphql --proxy http://u:abcdef@proxy", "Set HTTPS_PROXY to it instead")]
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
}
