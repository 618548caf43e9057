using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Lathe.Tool.Tests.Commands;

/// <summary>A token that an OAuth server grants to a program (RFC 6749, section 4.4).</summary>
public sealed class ClientCredentialsTests
{
    private readonly ConcurrentQueue<IHeaderDictionary> _received = new();
    private readonly ConcurrentQueue<string> _asked = new();

    [Fact]
    public async Task ATokenIsAskedForAndSent()
    {
        await using var server = await RecordingServer.StartAsync(_received, context => GrantAsync(context, takesBasic: true));
        using var run = Configured();
        Assert.True(await run.RunAsync(Command(server.BaseAddress, "--oauth-scope", "read:schema x")) == 0, run.Error);
        var basic = Convert.ToBase64String(Encoding.ASCII.GetBytes("ci%20job:hunter2%2F%3A"));
        Assert.Equal($"Basic {basic} grant_type=client_credentials&scope=read%3Aschema+x", Assert.Single(_asked));
        Assert.Equal("Bearer granted", Assert.Single(_received).Authorization);
    }

    [Fact]
    public async Task AServerThatTakesThemInTheFormGetsThemThere()
    {
        await using var server = await RecordingServer.StartAsync(_received, context => GrantAsync(context, takesBasic: false));
        using var run = Configured();
        Assert.True(await run.RunAsync(Command(server.BaseAddress)) == 0, run.Error);
        Assert.Equal(" grant_type=client_credentials&client_id=ci+job&client_secret=hunter2%2F%3A", _asked.Last());
        Assert.Equal("Bearer granted", Assert.Single(_received).Authorization);
    }

    [Theory]
    [InlineData(400, """{"error":"invalid_scope","error_description":"hunter2/:"}""", "gave no token: invalid_scope. Check the client's id")]
    [InlineData(401, "hunter2/:", "gave no token: invalid_client.")]
    [InlineData(200, """{"access_token":5}""", "gave no token: it answered 200.")]
    [InlineData(302, "", "gave no token: it answered 302.")]
    [InlineData(500, """{"error":"hunter2/:"}""", "gave no token: it answered 500.")]
    public async Task WithoutATokenNothingIsSent(int status, string body, string expected)
    {
        await using var server = await RecordingServer.StartAsync(_received, context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Location = "https://elsewhere.example";
            return context.Response.WriteAsync(body);
        });
        using var run = Configured();
        var line = await run.FailAsync(Command(server.BaseAddress));
        Assert.Contains(expected, line, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", line, StringComparison.Ordinal);
        Assert.Empty(_received);
    }

    [Theory]
    [InlineData("--oauth-token-url https://x.example/token", "--oauth-token-url, --oauth-id-env and --oauth-secret-env")]
    [InlineData("--oauth-token-url http://x.example/token --oauth-id-env ID --oauth-secret-env SECRET", "is not encrypted")]
    [InlineData(
        "--oauth-token-url https://x.example/token --oauth-id-env ID --oauth-secret-env NONE", "There is no key in the environment variable NONE")]
    [InlineData("--oauth-token-url https://x.example/token --oauth-id-env ID --oauth-secret-env SECRET --token-env SECRET", "Give a token, or")]
    [InlineData("--oauth-token-url https://a:b@x.example/token --oauth-id-env ID --oauth-secret-env SECRET", "The address holds a name or password")]
    public async Task WhatCannotBeAskedForIsRefused(string options, string expected)
    {
        using var run = Configured();
        Assert.Contains(
            expected,
            await run.FailAsync(["schema", "download", "--endpoint", "https://x.example", .. options.Split(' ')]),
            StringComparison.Ordinal);
    }

    private static ToolRun Configured()
    {
        var run = new ToolRun();
        (run.Environment["ID"], run.Environment["SECRET"]) = ("ci job", "hunter2/:");
        return run;
    }

    private static string[] Command(Uri server, params string[] more) =>
    [
        "schema", "download", "--endpoint", new Uri(server, "/graphql").AbsoluteUri, "--oauth-token-url", new Uri(server, "/token").AbsoluteUri,
        "--oauth-id-env", "ID", "--oauth-secret-env", "SECRET", .. more,
    ];

    private async Task GrantAsync(HttpContext context, bool takesBasic)
    {
        using var reader = new StreamReader(context.Request.Body);
        _asked.Enqueue($"{context.Request.Headers.Authorization} {await reader.ReadToEndAsync()}");
        if (takesBasic != context.Request.Headers.Authorization.Count > 0)
        {
            context.Response.StatusCode = 401;
            await context.Response.WriteAsync("""{"error":"invalid_client"}""");
            return;
        }

        await context.Response.WriteAsync("""{"access_token":"granted","token_type":"Bearer","expires_in":60}""");
    }
}
