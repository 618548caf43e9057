using System.Collections.Concurrent;
using MachineMetrics.Server.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Lathe.Tool.Tests.Commands;

/// <summary>A proxy on the loopback interface is asked for hosts that there are not.</summary>
public sealed class ProxyTests
{
    private readonly ConcurrentQueue<string> _asked = new();

    [Fact]
    public async Task TheNamedProxyIsAskedForTheServer()
    {
        await using var proxy = await StartAsync();
        using var run = new ToolRun();

        Assert.True(await run.RunAsync("schema", "download", "--endpoint", "http://api.invalid/graphql", "--proxy", Address(proxy)) == 0, run.Error);

        Assert.Equal("POST http://api.invalid/graphql", Assert.Single(_asked));
        Assert.Equal("type Query {\n  a: Int\n}\n", run.Read("schema.graphql"));
    }

    [Fact]
    public async Task TheNamedProxyThatRefusesATunnelIsSaidSo()
    {
        await using var proxy = await StartAsync();
        using var run = new ToolRun();

        Assert.Equal(
            "lathe: The proxy refused to connect to https://api.invalid/graphql. Check --proxy or HTTPS_PROXY.",
            await run.FailAsync("schema", "download", "--endpoint", "https://api.invalid/graphql", "--proxy", Address(proxy)));
        Assert.Equal("CONNECT api.invalid:443", Assert.Single(_asked));
    }

    [Theory]
    [InlineData("https", "", "The proxy refused to connect to", "CONNECT api.invalid:443")]
    [InlineData("https", "other.invalid", "The proxy refused to connect to", "CONNECT api.invalid:443")]
    [InlineData("https", "other.invalid,api.invalid", "The host api.invalid is not known", null)]
    [InlineData("https", ".invalid", "The host api.invalid is not known", null)]
    [InlineData("http", "", "", "POST http://api.invalid/graphql")]
    [InlineData("http", "api.invalid", "The host api.invalid is not known", null)]
    public async Task TheEnvironmentSaysWhichServersAreAskedThroughAProxy(string scheme, string except, string expected, string? asked)
    {
        await using var proxy = await StartAsync();
        using var run = new ToolRun();

        Assert.Contains(
            expected,
            await RunProcessAsync(run.Folder, Address(proxy), except, "schema", "download", "--endpoint", scheme + "://api.invalid/graphql"),
            StringComparison.Ordinal);
        Assert.Equal(asked, _asked.SingleOrDefault());
        Assert.Equal(expected.Length == 0, run.Has("schema.graphql"));
    }

    private static Task<string> RunProcessAsync(string folder, string proxy, string except, params string[] arguments) => ToolProcess.RunAsync(
        folder, [("HTTP_PROXY", proxy), ("HTTPS_PROXY", proxy), ("NO_PROXY", except)], arguments);

    private static string Address(ShopServer proxy) => proxy.Endpoint.GetLeftPart(UriPartial.Authority);

    private Task<ShopServer> StartAsync() => ShopServer.StartAsync(
        new ShopServerOptions
        {
            Intercept = async context =>
            {
                var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
                _asked.Enqueue($"{context.Request.Method} {target}");
                context.Response.StatusCode = HttpMethods.IsConnect(context.Request.Method)
                    ? StatusCodes.Status403Forbidden
                    : StatusCodes.Status200OK;
                context.Response.ContentType = "application/json";
                await context.Response.WriteAsync(HttpMethods.IsConnect(context.Request.Method) ? "" : RecordingServer.Told);
                return true;
            },
        },
        TestContext.Current.CancellationToken);
}
