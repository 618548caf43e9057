using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Lathe.Tests.Support;

/// <summary>A real Kestrel server on a free loopback port that records what it gets.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private LoopbackServer(WebApplication app) => _app = app;

    public ConcurrentQueue<ReceivedRequest> Received { get; } = new();

    public Uri Origin { get; private set; } = null!;

    public Uri Endpoint => new(Origin, "/graphql");

    public static Task<LoopbackServer> StartAsync(string json, bool tls = false) =>
        StartAsync(context => Reply.Json(context, json), tls);

    public static async Task<LoopbackServer> StartAsync(RequestDelegate answer, bool tls = false)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
        {
            if (tls)
                listen.UseHttps(TestCertificate.Value);
            else
                listen.Protocols = HttpProtocols.Http1;
        }));
        var app = builder.Build();
        var server = new LoopbackServer(app);
        app.Run(async context =>
        {
            server.Received.Enqueue(await ReceivedRequest.OfAsync(context.Request));
            await answer(context);
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        server.Origin = new Uri(address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal));
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }
}

internal sealed record ReceivedRequest(string Method, string Target, string Protocol, IHeaderDictionary Headers, string Body)
{
    public string? Authorization => Headers.Authorization.Count == 0 ? null : Headers.Authorization.ToString();

    public static async Task<ReceivedRequest> OfAsync(HttpRequest request)
    {
        request.EnableBuffering();
        using var reader = new StreamReader(request.Body, leaveOpen: true);
        var body = await reader.ReadToEndAsync();
        request.Body.Position = 0;
        return new(request.Method, request.Path + request.QueryString, request.Protocol, new HeaderDictionary(request.Headers.ToDictionary()), body);
    }
}

internal static class Reply
{
    public const string NewType = "application/graphql-response+json";

    public static Task Json(HttpContext context, string json, string type = "application/json", int status = 200)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = type;
        return context.Response.WriteAsync(json);
    }
}
