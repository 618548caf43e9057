using Lathe.Authentication;
using Lathe.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using static Lathe.Tests.WebSockets.SocketClient;

namespace Lathe.Tests.WebSockets;

public sealed class SocketKeyTests
{
    [Fact]
    public async Task AKeyGoesToNoOriginThatNobodyNamed()
    {
        await using var server = await CompletingServerAsync();
        await using var client = Create(server, builder => builder.AddBearerToken(FromElsewhere));
        var exception = await Assert.ThrowsAsync<BearerTokenException>(() => CountsAsync(client));
        Assert.Contains("KeyOrigin", exception.Message, StringComparison.Ordinal);
        Assert.Contains($"ws://localhost:{server.Endpoint.Port}", exception.Message, StringComparison.Ordinal);
        Assert.Equal((0, 0), (server.Opened, server.Received.Count));
    }

    [Fact]
    public async Task AKeyGoesToTheOriginThatWasNamedForSockets()
    {
        await using var server = await CompletingServerAsync();
        await using var client = Create(
            server, builder => builder.AddBearerToken(FromElsewhere), options => options.KeyOrigin = new Uri(
                $"ws://localhost:{server.Endpoint.Port}"));
        Assert.Empty(await CountsAsync(client));
        Assert.Contains("Bearer mm-Key.4711", server.Received.First(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnOriginNamedForSocketsReplacesThatOfRequests()
    {
        await using var server = await CompletingServerAsync();
        await using var client = Create(
            server, builder => builder.AddBearerToken("Api:Key"), options => options.KeyOrigin = new Uri("wss://events.example.com"));
        await Assert.ThrowsAsync<BearerTokenException>(() => CountsAsync(client));
        Assert.Equal(0, server.Opened);
    }

    [Fact]
    public async Task AClientThatSendsNoKeyOverSocketsOpensThemAnywhere()
    {
        await using var server = await CompletingServerAsync();
        await using var client = Create(
            server, builder => builder.AddBearerToken(FromElsewhere), options => options.KeyShape = GraphQLConnectionKeyShape.None);
        Assert.Empty(await CountsAsync(client));
        Assert.Equal("""{"type":"connection_init"}""", server.Received.First());
    }

    [Theory]
    [InlineData(GraphQLConnectionKeyShape.Payload, """{"x-hasura-admin-secret":"s3cret"}""")]
    [InlineData(GraphQLConnectionKeyShape.Headers, """{"headers":{"x-hasura-admin-secret":"s3cret"}}""")]
    public async Task AKeyHasTheNameOfItsHeader(GraphQLConnectionKeyShape shape, string payload)
    {
        await using var server = await CompletingServerAsync();
        await using var client = Create(
            server,
            builder => builder.AddApiKey("x-hasura-admin-secret", options => options.FixedToken = BearerToken.Create("s3cret")),
            options => options.KeyShape = shape);
        Assert.Empty(await CountsAsync(client));
        Assert.Equal($$"""{"type":"connection_init","payload":{{payload}}}""", server.Received.First());
    }

    [Fact]
    public async Task TheArrayThatHeldTheKeyIsCleared()
    {
        var pool = new LookingPool("mm-Key.4711"u8.ToArray());
        await using (var server = await CompletingServerAsync())
        {
            await using var client = Create(
                server,
                builder => builder.AddBearerToken("Api:Key"),
                services: services => services.AddSingleton<System.Buffers.ArrayPool<byte>>(pool));
            Assert.Empty(await CountsAsync(client));
            Assert.Contains("mm-Key.4711", server.Received.First(), StringComparison.Ordinal);
        }

        Assert.True(pool.Returned > 0);
        Assert.False(pool.HasSeen);
    }

    [Theory]
    [InlineData("https+http://machines/graphql")]
    [InlineData("http+https://machines/graphql")]
    public async Task ANameThatOnlyRequestsResolveAsksForTheAddress(string endpoint)
    {
        var exception = Assert.Throws<InvalidOperationException>(() => TestClient.Create(new Uri(endpoint), builder => builder.AddWebSockets()));
        Assert.Contains("GraphQLWebSocketOptions.Endpoint", exception.Message, StringComparison.Ordinal);
        await using var client = TestClient.Create(
            new Uri(endpoint), builder => builder.AddWebSockets(options => options.Endpoint = new Uri("wss://machines.example.com/graphql")));
        Assert.NotNull(client.Transport);
    }

    private static void FromElsewhere(BearerTokenOptions options) =>
        (options.ConfigurationKey, options.Origin) = ("Api:Key", new Uri("https://keys.example"));

    private static Task<SocketServer> CompletingServerAsync() => SocketServer.StartAsync(async socket =>
    {
        var id = await socket.StartAsync();
        await socket.CompleteAsync(id);
        await socket.DrainAsync();
    });

    /// <summary>Looks for a text in what comes back.</summary>
    private sealed class LookingPool(byte[] text) : System.Buffers.ArrayPool<byte>
    {
        private readonly System.Buffers.ArrayPool<byte> _inner = Create();
        private int _returned;

        public bool HasSeen { get; private set; }

        public int Returned => _returned;

        public override byte[] Rent(int minimumLength) => _inner.Rent(minimumLength);

        public override void Return(byte[] array, bool clearArray = false)
        {
            if (clearArray)
                Array.Clear(array);
            HasSeen |= array.AsSpan().IndexOf(text) >= 0;
            Interlocked.Increment(ref _returned);
            _inner.Return(array);
        }
    }
}
