using Lathe.Authentication;
using Microsoft.Extensions.DependencyInjection;

namespace Lathe.Tests.Authentication;

/// <summary>Providers of keys that are services, and what they may be made of.</summary>
public sealed class ServiceProviderTests
{
    private static readonly BearerTokenRequest s_request = new("test", "acme", null);

    [Fact]
    public async Task AScopedProviderIsMadeForEachQuestionAndThrownAway()
    {
        var made = new List<Scoped>();
        await using var services = new ServiceCollection()
            .AddScoped(_ =>
            {
                made.Add(new Scoped());
                return made[^1];
            })
            .BuildServiceProvider();
        var provider = new ScopedBearerTokenProvider<Scoped>(services.GetRequiredService<IServiceScopeFactory>());
        var token = await provider.GetTokenAsync(s_request, TestContext.Current.CancellationToken);
        Assert.Equal("key-of-acme", token!.Value);
        Assert.Equal("acme's", provider.GetIdentity(s_request));
        Assert.Equal(2, made.Count);
        Assert.All(made, static one => Assert.True(one.IsDisposed));
    }

    [Fact]
    public async Task AProviderForAllIsMadeOfNoScopedService()
    {
        var collection = new ServiceCollection()
            .AddSingleton<Version>(new Version(1, 2))
            .AddScoped<Scoped>()
            .AddScoped(typeof(List<>))
            .AddScoped<Uri>(static _ => new Uri("https://a"))
            .AddSingleton(new Uri("https://b"))
            .AddKeyedSingleton("k", new Version(3, 4));
        await using var root = collection.BuildServiceProvider();
        var services = new RootServices(root, collection);
        Assert.Equal(new Version(1, 2), services.GetService(typeof(Version)));
        Assert.Equal(new Version(3, 4), services.GetKeyedService(typeof(Version), "k"));
        Assert.Equal(new Version(3, 4), services.GetRequiredKeyedService(typeof(Version), "k"));
        Assert.Null(services.GetKeyedService(typeof(Version), "other"));
        Assert.Equal(new Uri("https://b"), services.GetService(typeof(Uri)));
        var failure = Assert.Throws<BearerTokenException>(() => services.GetService(typeof(Scoped)));
        Assert.Equal(
            "Scoped is a scoped service, but the token provider is made once, for all requests. Use AddBearerTokenProvider<T>(), which makes the "
                + "provider in a scope of its own each time that it is asked.",
            failure.Message);
        Assert.Throws<BearerTokenException>(() => services.GetService(typeof(List<int>)));
        Assert.Throws<BearerTokenException>(() => services.GetKeyedService(typeof(Scoped), "k"));
        Assert.Throws<BearerTokenException>(() => services.GetRequiredKeyedService(typeof(Scoped), "k"));
    }

    private sealed class Scoped : IBearerTokenProvider, IAsyncDisposable, IDisposable
    {
        public bool IsDisposed { get; private set; }

        public ValueTask<BearerToken?> GetTokenAsync(BearerTokenRequest request, CancellationToken cancellationToken) =>
            new(BearerToken.Create($"key-of-{request.Tenant}"));

        public string GetIdentity(BearerTokenRequest request) => $"{request.Tenant}'s";

        public void Dispose() => IsDisposed = true;

        public ValueTask DisposeAsync()
        {
            IsDisposed = true;
            return ValueTask.CompletedTask;
        }
    }
}
