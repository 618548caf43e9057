using System.Buffers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Lathe.Tests.Support;

/// <summary>A client as users configure it, that trusts the test certificate.</summary>
internal sealed class TestClient : IAsyncDisposable
{
    public const string Key = "mm-Key.4711/secret+abc_XYZ~0=";

    private readonly ServiceProvider _services;

    private TestClient(ServiceProvider services, string name)
    {
        _services = services;
        Transport = services.GetRequiredKeyedService<IGraphQLTransport>(name);
    }

    public IGraphQLTransport Transport { get; }

    public IServiceProvider Services => _services;

    public static TestClient Create(
        Uri endpoint,
        Action<IGraphQLClientBuilder>? configure = null,
        Action<GraphQLClientOptions>? options = null,
        Action<IServiceCollection>? services = null)
    {
        var collection = new ServiceCollection();
        collection.AddLogging();
        collection.AddSingleton<IConfiguration>(Configuration(("Api:Key", Key)));
        services?.Invoke(collection);
        var builder = collection.AddGraphQLTransport("test", client =>
        {
            client.Endpoint = endpoint;
            options?.Invoke(client);
        });
        builder.TrustTestCertificate();
        configure?.Invoke(builder);
        return new TestClient(collection.BuildServiceProvider(), "test");
    }

    public static IConfigurationRoot Configuration(params (string Key, string? Value)[] values) =>
        new ConfigurationBuilder().AddInMemoryCollection(values.ToDictionary(pair => pair.Key, pair => pair.Value)).Build();

    public Task<GraphQLResult<MachinesData>> MachinesAsync(GraphQLRequestOptions? options = null, IGraphQLVariables? variables = null) =>
        Transport.SendAsync(MachinesOperation.Query, variables, options, TestContext.Current.CancellationToken);

    public Task<GraphQLResult<MachinesData>> RenameAsync(GraphQLRequestOptions? options = null) =>
        Transport.SendAsync(MachinesOperation.Mutation, null, options, TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}

internal static class TestClientExtensions
{
    public static IHttpClientBuilder TrustTestCertificate(this IHttpClientBuilder builder) =>
        builder.ConfigurePrimaryHttpMessageHandler((handler, _) =>
        {
            if (handler is SocketsHttpHandler sockets)
                sockets.SslOptions.RemoteCertificateValidationCallback = (_, certificate, _, _) =>
                    certificate?.Equals(TestCertificate.Value) ?? false;
        });
}

/// <summary>Counts what is rented and returned, and notices what is returned twice.</summary>
internal sealed class CountingPool : ArrayPool<byte>
{
    private readonly ArrayPool<byte> _inner = Create(1 << 26, 64);
    private readonly HashSet<byte[]> _rented = new(ReferenceEqualityComparer.Instance);

    public int Outstanding
    {
        get
        {
            lock (_rented)
                return _rented.Count;
        }
    }

    public long Rented { get; private set; }

    public override byte[] Rent(int minimumLength)
    {
        lock (_rented)
        {
            var array = _inner.Rent(minimumLength);
            Rented++;
            Assert.True(_rented.Add(array), "The pool gave an array twice.");
            return array;
        }
    }

    public override void Return(byte[] array, bool clearArray = false)
    {
        lock (_rented)
        {
            Assert.True(_rented.Remove(array), "An array went back twice, or was never rented.");
            _inner.Return(array, clearArray);
        }
    }
}
