using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Lathe.Tests.Support;

/// <summary>A real Kestrel server on a free loopback port that records what it gets.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private WebApplication _app = null!;

    private LoopbackServer()
    {
    }

    public ConcurrentQueue<ReceivedRequest> Received { get; } = new();

    public Uri Origin { get; private set; } = null!;

    public Uri Endpoint => new(Origin, "/graphql");

    public static Task<LoopbackServer> StartAsync(string json, bool tls = false) =>
        StartAsync(context => Reply.Json(context, json), tls);

    public static async Task<LoopbackServer> StartAsync(RequestDelegate answer, bool tls = false)
    {
        var server = new LoopbackServer();
        (server._app, server.Origin) = await LoopbackHost.StartAsync(
            async context =>
            {
                server.Received.Enqueue(await ReceivedRequest.OfAsync(context.Request));
                await answer(context);
            },
            tls);
        return server;
    }

    public ValueTask DisposeAsync() => LoopbackHost.StopAsync(_app);
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
