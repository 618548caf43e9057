using System.Collections.Concurrent;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Lathe.Browser.Tests.Support;

/// <summary>A GraphQL server at an origin other than the page's. It allows the two headers that the docs name, and no more.</summary>
internal sealed class ShopServer : IAsyncDisposable
{
    private readonly TaskCompletionSource _left = new();
    private readonly SemaphoreSlim _seen = new(0);
    private Loopback _server = null!;
    private int _toRefuse;

    /// <summary>Gets what came, preflights left out.</summary>
    public ConcurrentQueue<(string Operation, string Method, IHeaderDictionary Headers)> Received { get; } = [];

    /// <summary>Gets a task that ends when a page leaves a subscription before its end.</summary>
    public Task Left => _left.Task;

    public Uri Endpoint => new(_server.Origin, "/graphql");

    /// <param name="refusals">How many requests get 503 first.</param>
    /// <param name="redirect">Where every request is sent on to.</param>
    public static async Task<ShopServer> StartAsync(int refusals = 0, Uri? redirect = null)
    {
        var shop = new ShopServer { _toRefuse = refusals };
        shop._server = await Loopback.StartAsync(
            app =>
            {
                app.UseCors();
                app.Map("/graphql", context => redirect is null ? shop.AnswerAsync(context) : shop.RedirectAsync(context, redirect));
            },
            services => services.AddCors(cors => cors.AddDefaultPolicy(policy => policy
                .AllowAnyOrigin().WithHeaders("authorization", "content-type").WithExposedHeaders("Content-Encoding"))));
        return shop;
    }

    private Task RedirectAsync(HttpContext context, Uri target)
    {
        Received.Enqueue(("", context.Request.Method, context.Request.Headers));
        context.Response.Headers.Location = target.ToString();
        context.Response.StatusCode = StatusCodes.Status307TemporaryRedirect;
        return Task.CompletedTask;
    }

    private async Task AnswerAsync(HttpContext context)
    {
        using var body = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
        var operation = body.RootElement.GetProperty("operationName").GetString()!;
        Received.Enqueue((operation, context.Request.Method, new HeaderDictionary(context.Request.Headers.ToDictionary())));
        if (Interlocked.Decrement(ref _toRefuse) >= 0)
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        else if (operation == "Ticks")
            await SendTicksAsync(context);
        else
            await SendAsync(context, Answer(operation));
        if (operation == "Header")
            _seen.Release();
    }

    private static string Answer(string operation) => operation switch
    {
        "Machines" => """{"data":{"machines":[{"id":"m1","name":"Lathe 1 ü"},{"id":"m2","name":"Lathe 2"}]}}""",
        "Header" => """{"data":{"header":"seen"}}""",
        "Rename" => """{"data":{"rename":{"id":"1","name":"Størst"}}}""",
        "Fails" => """{"data":{"fails":null},"errors":[{"message":"It fails.","path":["fails"]}]}""",
        _ => throw new InvalidOperationException($"There is no answer to '{operation}'."),
    };

    private static async Task SendAsync(HttpContext context, string json)
    {
        context.Response.ContentType = "application/graphql-response+json";
        context.Response.Headers.ContentEncoding = "br";
        await using var compressed = new BrotliStream(context.Response.Body, CompressionLevel.Fastest);
        await compressed.WriteAsync(Encoding.UTF8.GetBytes(json), context.RequestAborted);
    }

    // The next event waits until the page has told that it saw the one before: a page that gets all at the end never ends.
    private async Task SendTicksAsync(HttpContext context)
    {
        context.Response.ContentType = "text/event-stream";
        try
        {
            for (var number = 1; number <= 3; number++)
            {
                await context.Response.WriteAsync(
                    $"event: next\ndata: {{\"data\":{{\"ticks\":{{\"n\":{number},\"text\":\"tick {number}\"}}}}}}\n\n", context.RequestAborted);
                await context.Response.Body.FlushAsync(context.RequestAborted);
                await _seen.WaitAsync(context.RequestAborted);
            }

            await context.Response.WriteAsync("event: complete\ndata:\n\n", context.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            _left.TrySetResult();
        }
    }

    public ValueTask DisposeAsync()
    {
        _seen.Dispose();
        return _server.DisposeAsync();
    }
}
