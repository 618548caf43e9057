using System.IO.Compression;
using System.Text;
using Lathe.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Lathe.Tests.Transport;

/// <summary>Time, size and encoding of answers.</summary>
public sealed class ResponseBoundTests
{
    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("zstd")]
    [InlineData("deflate")]
    public async Task ReadsCompressedAnswers(string encoding)
    {
        await using var server = await LoopbackServer.StartAsync(context =>
            CompressAsync(context, encoding, Encoding.UTF8.GetBytes(MachinesOperation.Machines(500))));
        await using var client = TestClient.Create(server.Endpoint);
        Assert.Equal(500, (await client.MachinesAsync()).RequireData().Machines.Count);
    }

    [Fact]
    public async Task AnEncodingThatWasNotAskedForIsNamed()
    {
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.Headers.ContentEncoding = "snappy";
            return Reply.Json(context, "{}");
        });
        await using var client = TestClient.Create(server.Endpoint);
        var exception = await Assert.ThrowsAsync<GraphQLResponseException>(() => client.MachinesAsync());
        Assert.Contains("compressed with 'snappy'", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("zstd")]
    public async Task ADecompressionBombEndsAtTheBound(string encoding)
    {
        var bomb = new byte[64 * 1024 * 1024];
        Array.Fill(bomb, (byte)' ');
        await using var server = await LoopbackServer.StartAsync(context => CompressAsync(context, encoding, bomb));
        await using var client = TestClient.Create(server.Endpoint, options: o => o.MaxResponseSize = 1_000_000);
        var exception = await Assert.ThrowsAsync<GraphQLResponseTooLargeException>(() => client.MachinesAsync());
        Assert.Equal(1_000_000, exception.Limit);
        Assert.Contains("larger than 1,000,000 bytes", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AnAnswerLargerThanTheBoundIsRefused(bool announced)
    {
        var json = MachinesOperation.Machines(100);
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            if (announced)
                context.Response.ContentLength = json.Length;
            return Reply.Json(context, json);
        });
        await using var exact = TestClient.Create(server.Endpoint, options: o => o.MaxResponseSize = json.Length);
        Assert.Equal(100, (await exact.MachinesAsync()).RequireData().Machines.Count);
        await using var small = TestClient.Create(server.Endpoint, options: o => o.MaxResponseSize = json.Length - 1);
        await Assert.ThrowsAsync<GraphQLResponseTooLargeException>(() => small.MachinesAsync());
    }

    [Fact]
    public async Task ATimeOutSaysSoAndARequestCanSetItsOwn()
    {
        await using var server = await LoopbackServer.StartAsync(context => Task.Delay(5000, context.RequestAborted));
        await using var client = TestClient.Create(server.Endpoint, options: o => o.Timeout = TimeSpan.FromMilliseconds(100));
        var exception = await Assert.ThrowsAsync<GraphQLTimeoutException>(() => client.MachinesAsync());
        Assert.Equal(TimeSpan.FromMilliseconds(100), exception.Timeout);
        Assert.StartsWith("Machines took longer than 0.1 s.", exception.Message, StringComparison.Ordinal);
        var own = await Assert.ThrowsAsync<GraphQLTimeoutException>(() => client.MachinesAsync(new() { Timeout = TimeSpan.FromMilliseconds(50) }));
        Assert.Equal(TimeSpan.FromMilliseconds(50), own.Timeout);
    }

    [Fact]
    public async Task ATimeOutSaysWhereTheTimeWent()
    {
        await using var server = await LoopbackServer.StartAsync(context => Task.Delay(30_000, context.RequestAborted));
        async Task<string> SaidAsync(Action<IGraphQLClientBuilder> configure)
        {
            await using var client = TestClient.Create(server.Endpoint, configure, o => o.Timeout = TimeSpan.FromSeconds(1));
            return (await Assert.ThrowsAsync<GraphQLTimeoutException>(() => client.MachinesAsync())).Message;
        }

        Assert.Contains("No answer had begun: is the server slow, or out of reach?", await SaidAsync(_ => { }), StringComparison.Ordinal);
        Assert.Contains("while the token provider was asked", await SaidAsync(b => b.AddBearerToken(o => o.Provider = async (_, stop) =>
        {
            await Task.Delay(30_000, stop);
            return null;
        })), StringComparison.Ordinal);
        using var full = new System.Threading.RateLimiting.ConcurrencyLimiter(new() { PermitLimit = 1, QueueLimit = 9 });
        using var taken = await full.AcquireAsync(1, TestContext.Current.CancellationToken);
        Assert.Contains("in the queue of the client's own rate limit", await SaidAsync(b => b.AddRateLimiter(_ => full)), StringComparison.Ordinal);
        await using var busy = await LoopbackServer.StartAsync(context => Reply.Json(context, "", "text/plain", 503));
        await using var client = TestClient.Create(
            busy.Endpoint, b => b.AddStandardGraphQLResilience(
                o => (o.BaseDelay, o.MaxDelay) = (TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(5))), o => o.Timeout = TimeSpan.FromSeconds(4));
        var exception = await Assert.ThrowsAsync<GraphQLTimeoutException>(() => client.MachinesAsync());
        Assert.Contains("An attempt failed, and no other succeeded in time", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("provider")]
    [InlineData("limit")]
    [InlineData("retry")]
    [InlineData("headers")]
    [InlineData("body")]
    public async Task ACallerCanCancelWhileTheCallWaitsForAnything(string phase)
    {
        var waits = new TaskCompletionSource();
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            if (phase == "body")
                await Reply.Json(context, "{\"data\":");
            else if (phase == "retry")
                context.Response.StatusCode = 503;
            waits.TrySetResult();
            await Task.Delay(phase == "retry" ? 0 : 5000, context.RequestAborted);
        });
        using var full = new System.Threading.RateLimiting.ConcurrencyLimiter(new() { PermitLimit = 1, QueueLimit = 9 });
        using var taken = phase == "limit" ? await full.AcquireAsync(1, TestContext.Current.CancellationToken) : null;
        if (taken is not null)
            waits.SetResult();
        var pool = new CountingPool();
        await using var client = TestClient.Create(
            server.Endpoint,
            builder => builder
                .AddRateLimiter(_ => full)
                .AddStandardGraphQLResilience(o => (o.BaseDelay, o.MaxDelay) = (TimeSpan.FromSeconds(9), TimeSpan.FromSeconds(9)))
                .AddBearerToken(o => o.Provider = async (_, stop) =>
                {
                    if (phase != "provider")
                        return BearerToken.Create("k");
                    waits.SetResult();
                    await Task.Delay(5000, stop);
                    return null;
                }),
            services: services => services.AddSingleton<System.Buffers.ArrayPool<byte>>(pool));
        using var caller = new CancellationTokenSource();
        var call = client.Transport.SendAsync(MachinesOperation.Query, cancellationToken: caller.Token);
        await waits.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        await Task.Delay(50, TestContext.Current.CancellationToken);
        Assert.False(call.IsCompleted);
        await caller.CancelAsync();
        var exception = await Assert.ThrowsAsync<OperationCanceledException>(() => call);
        Assert.Equal(caller.Token, exception.CancellationToken);
        Assert.Equal(0, pool.Outstanding);
    }

    [Fact]
    public async Task ASlowBodyRunsIntoTheTimeOut()
    {
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            context.Response.ContentType = "application/json";
            for (var i = 0; i < 1000 && !context.RequestAborted.IsCancellationRequested; i++)
            {
                await context.Response.WriteAsync(" ");
                await context.Response.Body.FlushAsync();
                await Task.Delay(20);
            }
        });
        await using var client = TestClient.Create(server.Endpoint, options: o => o.Timeout = TimeSpan.FromMilliseconds(200));
        await Assert.ThrowsAsync<GraphQLTimeoutException>(() => client.MachinesAsync());
    }

    [Fact]
    public async Task CancellationByTheCallerIsACancellation()
    {
        await using var server = await LoopbackServer.StartAsync(context => Task.Delay(5000, context.RequestAborted));
        await using var client = TestClient.Create(server.Endpoint);
        using var cancel = new CancellationTokenSource(100);
        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => client.Transport.SendAsync(MachinesOperation.Query, cancellationToken: cancel.Token));
        Assert.Equal(cancel.Token, exception.CancellationToken);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => client.Transport.SendAsync(MachinesOperation.Query, cancellationToken: cancel.Token));
    }

    private static async Task CompressAsync(HttpContext context, string encoding, byte[] body)
    {
        context.Response.ContentType = "application/json";
        context.Response.Headers.ContentEncoding = encoding;
        await using Stream stream = encoding switch
        {
            "gzip" => new GZipStream(context.Response.Body, CompressionLevel.Fastest),
            "br" => new BrotliStream(context.Response.Body, CompressionLevel.Fastest),
            "zstd" => new ZstdSharp.CompressionStream(context.Response.Body),
            _ => new ZLibStream(context.Response.Body, CompressionLevel.Fastest),
        };
        try
        {
            await stream.WriteAsync(body, context.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            // The client has seen enough.
        }
    }
}
