using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Lathe.Browser.Tests.Support;
using Lathe.TestSupport;
using MachineMetrics.Server.Hosting;
using Microsoft.AspNetCore.Http;

namespace Lathe.Browser.Tests.ShopFloor;

/// <summary>The sample's pages in a process of their own, and the stand-in API within this one, which can be made to fail.</summary>
public sealed class ShopFloorFixture : IAsyncLifetime
{
    private readonly ConcurrentQueue<HttpContext> _sockets = [];
    private readonly ConcurrentQueue<Asked> _asked = [];
    private ServerApp? _app;
    private MachineMetrics.Server.Hosting.ShopServer? _server;
    private volatile Func<string, HttpContext, Task<bool>>? _fault;

    /// <summary>Gets where the pages are.</summary>
    public Uri Origin => _app!.Origin;

    /// <summary>Gets the key that the pages' server sends.</summary>
    public string Key => _server!.Key.Secret;

    /// <summary>Gets what the API was asked by HTTP.</summary>
    public IReadOnlyCollection<Asked> Asked => _asked;

    /// <summary>Gets how many sockets the pages' server holds.</summary>
    public int OpenSockets => _sockets.Count;

    public async ValueTask InitializeAsync()
    {
        if (Chromium.Executable is null)
            return;
        _server = await MachineMetrics.Server.Hosting.ShopServer.StartAsync(
            new()
            {
                IsOpen = true,
                StateInterval = TimeSpan.FromMilliseconds(400),
                Intercept = InterceptAsync,
                // The stand-in within the sample has the usual names.
                Schema = OtherNames.Of(MachineMetrics.Server.Hosting.ShopServer.DefaultSchema),
            });
        _app = await ServerApp.StartAsync("ShopFloor", new()
        {
            ["MachineMetrics__Endpoint"] = _server.Endpoint.ToString(),
            ["MachineMetrics__ApiKey"] = Key,
            // Tests that break the subscription wait until it is open again.
            ["Live__LongestWait"] = "00:00:00.25",
        });
    }

    /// <summary>Makes the API fail until the answer is disposed of.</summary>
    /// <param name="fault">Is given the operation's name, or the path; returns whether it has answered.</param>
    public IDisposable Fail(Func<string, HttpContext, Task<bool>> fault)
    {
        _fault = fault;
        return new Mended(this);
    }

    /// <summary>Makes the API answer an operation, or the report by its path, with a status.</summary>
    public IDisposable Fail(int status, string operation, int? retryAfter = null) =>
        Fail((name, context) => Answer(context, operation == name, status, retryAfter));

    /// <summary>Breaks the subscription, and lets none be opened.</summary>
    public IDisposable BreakSubscription() => Break(Fail((_, context) => Answer(context, context.Request.Method == "GET", 503)));

    /// <summary>Breaks the subscription, and answers all with a status.</summary>
    public IDisposable BreakAll(int status, int retryAfter) => Break(Fail((_, context) => Answer(context, true, status, retryAfter)));

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
            await _app.DisposeAsync();
        if (_server is not null)
            await _server.DisposeAsync();
    }

    private static Task<bool> Answer(HttpContext context, bool isMeant, int status, int? retryAfter = null)
    {
        if (!isMeant)
            return Task.FromResult(false);
        context.Response.StatusCode = status;
        if (retryAfter is { } seconds)
            context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return Task.FromResult(true);
    }

    private IDisposable Break(IDisposable mended)
    {
        while (_sockets.TryDequeue(out var socket))
            socket.Abort();
        return mended;
    }

    private async Task<bool> InterceptAsync(HttpContext context)
    {
        var isOperation = context.Request.Method == "POST" && context.Request.Path == "/graphql";
        var name = isOperation ? await NoteAsync(context) : context.Request.Path.ToString();
        if (_fault is { } fault && await fault(name, context))
            return true;
        if (context.Request.Method == "GET")
            _sockets.Enqueue(context);
        return false;
    }

    private async Task<string> NoteAsync(HttpContext context)
    {
        context.Request.EnableBuffering();
        var body = (await JsonDocument.ParseAsync(context.Request.Body)).RootElement;
        context.Request.Body.Position = 0;
        var name = body.GetProperty("operationName").GetString()!;
        _asked.Enqueue(new Asked(name, body.TryGetProperty("variables", out var variables) ? variables.GetRawText() : "{}"));
        return name;
    }

    private sealed class Mended(ShopFloorFixture fixture) : IDisposable
    {
        public void Dispose() => fixture._fault = null;
    }
}

/// <summary>An operation that the API was sent.</summary>
public sealed record Asked(string Operation, string Variables);

/// <summary>Tests of the pages share one app, and come one after another: a fault is the whole app's.</summary>
[CollectionDefinition(Name)]
public sealed class ShopFloorPages : ICollectionFixture<ShopFloorFixture>
{
    public const string Name = "ShopFloor";
}
