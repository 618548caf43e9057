using System.Text;
using Lathe.Subscriptions;
using Lathe.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace Lathe.Tests.Subscriptions;

public sealed class SubscribeTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EachEventIsAResultUntilComplete()
    {
        await using var server = await LoopbackServer.StartAsync(context => StreamAsync(
            context,
            ":\n\nevent: next\ndata: " + MachinesOperation.Machines(1) + "\n\n",
            "event: next\r\ndata: {\"data\":\r\ndata: {\"machines\":[]}}\r\n\r\n",
            "event: next\ndata: {\"errors\":[{\"message\":\"oops\"}]}\n\nevent: complete\ndata:\n\n",
            "event: next\ndata: " + MachinesOperation.Machines(9) + "\n\n"));
        await using var client = TestClient.Create(server.Endpoint, b => Key(b));
        var results = await CollectAsync(client);
        Assert.Equal([1, 0, null], results.Select(result => result.Data?.Machines.Count));
        Assert.Equal("oops", Assert.Single(results[2].Errors).Message);
        var request = Assert.Single(server.Received);
        Assert.StartsWith("text/event-stream", request.Headers.Accept.ToString(), StringComparison.Ordinal);
        Assert.Equal("Bearer k", request.Authorization);
    }

    [Fact]
    public async Task EventsArePutTogetherFromPiecesOfAnySize()
    {
        var text = ": hello\revent: next\rdata: "
            + MachinesOperation.Machines(300)
            + "\r\revent:next\ndata:"
            + MachinesOperation.Machines(2)
            + "\n\nevent: complete\n\n";
        foreach (var size in new[] { 1, 2, 3, 7, 4096 })
        {
            var pool = new CountingPool();
            using var stream = new PieceStream(Encoding.UTF8.GetBytes(text), size);
            var lengths = new List<(string, int)>();
            using (var reader = new EventStreamReader(stream, pool, 100_000, "x"))
            {
                while (await reader.ReadAsync(Stop) is { } item)
                    lengths.Add((item.Type, item.Data.Length));
            }

            Assert.Equal(
                [("next", MachinesOperation.Machines(300).Length), ("next", MachinesOperation.Machines(2).Length), ("complete", 0)], lengths);
            Assert.Equal(0, pool.Outstanding);
        }
    }

    [Theory]
    [InlineData("\uFEFFevent: next\ndata: {}\n\n", "next")]
    [InlineData("\uFEFFdata: {}\n\n", "message")]
    [InlineData("\uFEFF\n\ndata: {}\n\n", "message")]
    [InlineData("\n\nevent: next\ndata: {}\n\n", "next")]
    [InlineData("\uFEFF\uFEFFevent: next\ndata: {}\n\n", "message")]
    [InlineData("\n\uFEFFevent: next\ndata: {}\n\n", "message")]
    public async Task AByteOrderMarkIsSkippedAtTheStartAlone(string text, string type)
    {
        foreach (var size in new[] { 1, 2, 3, 4096 })
        {
            using var stream = new PieceStream(Encoding.UTF8.GetBytes(text), size);
            using var reader = new EventStreamReader(stream, new CountingPool(), 100_000, "x");
            var received = await reader.ReadAsync(Stop);
            Assert.Equal((type, "{}"), (received!.Value.Type, Encoding.UTF8.GetString(received.Value.Data.Span)));
            Assert.Null(await reader.ReadAsync(Stop));
        }
    }

    [Fact]
    public async Task AnAnswerThatIsNoStreamIsOneResult()
    {
        await using var server = await LoopbackServer.StartAsync(context => Reply.Json(context, """{"errors":[{"message":"not here"}]}""", Reply.NewType, 400));
        await using var client = TestClient.Create(server.Endpoint);
        Assert.Equal("not here", Assert.Single(Assert.Single(await CollectAsync(client)).Errors).Message);
    }

    [Fact]
    public async Task AStreamThatBreaksIsAnErrorNotAnEnd()
    {
        await using var server = await LoopbackServer.StartAsync(
            context => StreamAsync(context, "event: next\ndata: " + MachinesOperation.Machines(1) + "\n\n"));
        await using var client = TestClient.Create(server.Endpoint);
        var seen = 0;
        var exception = await Assert.ThrowsAsync<GraphQLConnectionException>(async () =>
        {
            await foreach (var _ in client.Transport.SubscribeAsync(MachinesOperation.Subscription, cancellationToken: Stop))
                seen++;
        });
        Assert.Equal(1, seen);
        Assert.Contains("Subscribe again", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnEventLargerThanTheBoundIsRefused()
    {
        await using var server = await LoopbackServer.StartAsync(context => StreamAsync(context, "data: " + new string('x', 200_000)));
        await using var client = TestClient.Create(server.Endpoint, options: o => o.MaxResponseSize = 10_000);
        await Assert.ThrowsAsync<GraphQLResponseTooLargeException>(() => CollectAsync(client));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AKeyThatTheFirstEventRejectsIsRenewedOnce(bool asStream)
    {
        const string Expired = """{"errors":[{"message":"JWT expired","extensions":{"code":"UNAUTHENTICATED"}}]}""";
        await using var server = await LoopbackServer.StartAsync(
            context => (context.Request.Headers.Authorization == "Bearer token-2", asStream) switch
        {
            (true, _) => StreamAsync(context, "event: next\ndata: " + MachinesOperation.Machines(1) + "\n\nevent: complete\n\n"),
            (_, true) => StreamAsync(context, "event: next\ndata: " + Expired + "\n\nevent: complete\n\n"),
            _ => Reply.Json(context, Expired, Reply.NewType),
        });
        var issued = 0;
        await using var client = TestClient.Create(server.Endpoint, b => Microsoft.Extensions.DependencyInjection
            .BearerTokenHttpClientBuilderExtensions.AddBearerToken(b, o => o.Provider = (_, _) => new(BearerToken.Create("token-" + ++issued))));
        Assert.Single(Assert.Single(await CollectAsync(client)).RequireData().Machines);
        Assert.Equal(["Bearer token-1", "Bearer token-2"], server.Received.Select(request => request.Authorization));
    }

    [Fact]
    public async Task AKeyThatIsRejectedAgainOrLaterIsTheResult()
    {
        const string Expired = """{"errors":[{"message":"JWT expired","extensions":{"code":"UNAUTHENTICATED"}}]}""";
        await using var server = await LoopbackServer.StartAsync(context => StreamAsync(
            context, "event: next\ndata: " + Expired + "\n\nevent: next\ndata: " + Expired + "\n\nevent: complete\n\n"));
        var issued = 0;
        await using var client = TestClient.Create(server.Endpoint, b => Microsoft.Extensions.DependencyInjection
            .BearerTokenHttpClientBuilderExtensions.AddBearerToken(b, o => o.Provider = (_, _) => new(BearerToken.Create("token-" + ++issued))));
        Assert.Equal(["UNAUTHENTICATED", "UNAUTHENTICATED"], (await CollectAsync(client)).Select(result => result.Errors[0].Code));
        Assert.Equal(2, server.Received.Count);
    }

    [Fact]
    public async Task ATrustedDocumentIsSubscribedToByIdAlone()
    {
        await using var server = await LoopbackServer.StartAsync(context => StreamAsync(context, "event: complete\n\n"));
        await using var client = TestClient.Create(server.Endpoint, options: o => o.PersistedOperations = PersistedOperationMode.Trusted);
        Assert.Empty(await CollectAsync(client));
        Assert.Equal(
            $$"""{"operationName":"MachineChanges","documentId":"sha256:{{MachinesOperation.Hash}}"}""", Assert.Single(server.Received).Body);
    }

    [Fact]
    public async Task TheTimeOutBoundsTheConnectionAndCancellationEndsTheEvents()
    {
        await using var silent = await LoopbackServer.StartAsync(context => Task.Delay(5000, context.RequestAborted));
        await using var late = TestClient.Create(silent.Endpoint, options: o => o.Timeout = TimeSpan.FromMilliseconds(100));
        await Assert.ThrowsAsync<GraphQLTimeoutException>(() => CollectAsync(late));

        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            for (var i = 0; i < 100; i++)
            {
                await StreamAsync(context, "event: next\ndata: " + MachinesOperation.Machines(1) + "\n\n");
                await Task.Delay(400, context.RequestAborted);
            }
        });
        await using var client = TestClient.Create(server.Endpoint, options: o => o.Timeout = TimeSpan.FromSeconds(2));
        using var cancel = new CancellationTokenSource();
        var seen = 0;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in client.Transport.SubscribeAsync(MachinesOperation.Subscription, cancellationToken: cancel.Token))
            {
                if (++seen == 6)
                    await cancel.CancelAsync();
            }
        });
        Assert.Equal(6, seen);
    }

    private static void Key(Lathe.IGraphQLClientBuilder builder) =>
        Microsoft.Extensions.DependencyInjection.BearerTokenHttpClientBuilderExtensions.AddBearerToken(
            builder, options => options.FixedToken = BearerToken.Create("k"));

    private static async Task<List<GraphQLResult<MachinesData>>> CollectAsync(TestClient client)
    {
        var results = new List<GraphQLResult<MachinesData>>();
        await foreach (var result in client.Transport.SubscribeAsync(MachinesOperation.Subscription, cancellationToken: Stop))
            results.Add(result);
        return results;
    }

    private static async Task StreamAsync(HttpContext context, params string[] pieces)
    {
        if (!context.Response.HasStarted)
            context.Response.ContentType = "text/event-stream";
        foreach (var piece in pieces)
        {
            await context.Response.WriteAsync(piece);
            await context.Response.Body.FlushAsync();
        }
    }
}
