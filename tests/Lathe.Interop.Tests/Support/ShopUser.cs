using Microsoft.Extensions.DependencyInjection;
using Shop;

namespace Lathe.Interop.Tests.Support;

/// <summary>A client of one foreign server, as a user adds it.</summary>
internal sealed class ShopUser : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public ShopUser(Uri endpoint, Action<GraphQLClientOptions>? options = null, Action<IGraphQLClientBuilder>? configure = null)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        var builder = services.AddShopClient(client =>
        {
            client.Endpoint = endpoint;
            options?.Invoke(client);
        });
        Sent = new SentRequests();
        builder.AddHttpMessageHandler(() => new RecordingHandler(Sent));
        configure?.Invoke(builder);
        _services = services.BuildServiceProvider();
        Client = _services.GetRequiredService<IShopClient>();
    }

    public IShopClient Client { get; }

    public IGraphQLTransport Transport => _services.GetRequiredKeyedService<IGraphQLTransport>(nameof(ShopClient));

    /// <summary>Gets what was sent, attempt by attempt.</summary>
    public SentRequests Sent { get; }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
