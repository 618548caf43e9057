using Lathe.Tests.Support;
using Lathe.WebSockets;
using Microsoft.Extensions.DependencyInjection;
using static Lathe.Tests.WebSockets.SocketClient;

namespace Lathe.Tests.WebSockets;

public sealed class SocketIdentityTests
{
    private static readonly AsyncLocal<string?> s_user = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(BearerTokenCache.Never)]
    [InlineData(BearerTokenCache.PerIdentity)]
    public async Task CallersOfTwoIdentitiesNeverShareASocket(BearerTokenCache cache)
    {
        await using var server = await SocketServer.StartAsync(EchoAsync);
        await using var client = Create(server, builder => builder.AddBearerToken(_ => new UsersKeys(), options => options.Cache = cache));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(async number =>
        {
            s_user.Value = number % 2 == 0 ? "ann-key" : "bob-key";
            Assert.Equal([number % 2 == 0 ? 3 : 2], await CountsAsync(client));
        }));
        Assert.Equal(2, server.Opened);
    }

    [Fact]
    public async Task ATenantAndAKeyOfACallHaveASocketEach()
    {
        await using var server = await SocketServer.StartAsync(EchoAsync);
        await using var client = Create(server, builder => builder.AddBearerToken(
            options => options.Provider = (request, _) => new(BearerToken.Create(request.Tenant is null ? "bob-key" : "ann-key"))));
        Assert.Equal([2], await CountsAsync(client));
        Assert.Equal([3], await CountsAsync(client, new GraphQLRequestOptions { Tenant = "acme" }));
        Assert.Equal([3], await CountsAsync(client, new GraphQLRequestOptions { BearerToken = BearerToken.Create("ann-key") }));
        Assert.Equal([2], await CountsAsync(client));
        Assert.Equal(3, server.Opened);
    }

    [Fact]
    public async Task AKeyOfTheCallerIsRenewedInTheCallersContext()
    {
        var keys = new UsersKeys();
        await using var server = await SocketServer.StartAsync(EchoAsync);
        await using var client = Create(server, builder => builder.AddBearerToken(_ => keys, options => options.Cache = BearerTokenCache.Never));
        s_user.Value = "old-key";
        Assert.Equal([3], await CountsAsync(client));
        Assert.Equal(["old-key", "old-key again"], keys.Asked);
    }

    [Fact]
    public async Task ConnectionsWithoutSubscribersAreLetGo()
    {
        await using var server = await SocketServer.StartAsync(EchoAsync);
        await using var client = Create(
            server, builder => builder.AddBearerToken("Api:Key"), options => options.IdleTimeout = TimeSpan.FromMilliseconds(20));
        var pool = client.Services.GetRequiredKeyedService<SocketPool>("test");
        for (var number = 0; number < 5; number++)
            Assert.Equal([2], await CountsAsync(client, new GraphQLRequestOptions { BearerToken = BearerToken.Create($"key-{number}") }));
        await UntilAsync(() => pool.Count == 0);
    }

    // Three machines for Ann, two for others; nobody's old key.
    private static async Task EchoAsync(ServerSocket socket)
    {
        var init = await socket.ReadAsync();
        var key = init!.Value.GetProperty("payload").GetProperty("Authorization").GetString()!;
        if (key == "Bearer old-key")
        {
            await socket.CloseAsync(4403, "Forbidden");
            await socket.DrainAsync();
            return;
        }

        await socket.SendAsync("""{"type":"connection_ack"}""");
        while (true)
        {
            var id = await socket.ReadAsync("subscribe");
            await socket.NextAsync(id, key == "Bearer ann-key" ? 3 : 2);
            await socket.CompleteAsync(id);
        }
    }

    private sealed class UsersKeys : IBearerTokenProvider
    {
        public List<string> Asked { get; } = [];

        public string? GetIdentity(BearerTokenRequest request) => s_user.Value;

        public ValueTask<BearerToken?> GetTokenAsync(BearerTokenRequest request, CancellationToken cancellationToken)
        {
            lock (Asked)
                Asked.Add(s_user.Value + (request.Rejected is null ? "" : " again"));
            return new(BearerToken.Create(request.Rejected is null ? s_user.Value! : "ann-key"));
        }
    }
}
