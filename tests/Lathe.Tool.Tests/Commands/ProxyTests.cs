using System.Collections.Concurrent;
using System.Diagnostics;
using MachineMetrics.Server.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Lathe.Tool.Tests.Commands;

/// <summary>A proxy on the loopback interface is asked for hosts that there are not.</summary>
public sealed class ProxyTests
{
    private const string Told = """
        {"data":{"__schema":{"queryType":{"name":"Query"},"directives":[],"types":[{"kind":"SCALAR","name":"Int"},
        {"kind":"OBJECT","name":"Query","interfaces":[],"fields":[{"name":"a","args":[],"type":{"kind":"SCALAR","name":"Int"}}]}]}}}
        """;

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

    // The variables are read once for a process.
    private static async Task<string> RunProcessAsync(string folder, string proxy, string except, params string[] arguments)
    {
        var start = new ProcessStartInfo(
            "dotnet", [Path.Combine(AppContext.BaseDirectory, "Lathe.Tool.dll"), .. arguments]) { WorkingDirectory = folder,
            RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var name in new[] { "http_proxy", "https_proxy", "all_proxy", "no_proxy", "ALL_PROXY", "GATEWAY_INTERFACE" })
            start.Environment.Remove(name);
        (start.Environment["HTTP_PROXY"], start.Environment["HTTPS_PROXY"], start.Environment["NO_PROXY"]) = (proxy, proxy, except);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await output;
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return error;
    }

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
                await context.Response.WriteAsync(HttpMethods.IsConnect(context.Request.Method) ? "" : Told);
                return true;
            },
        },
        TestContext.Current.CancellationToken);
}
