using System.Collections.Concurrent;
using Books;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.DependencyInjection;

namespace Lathe.Hosts.Tests;

/// <summary>Results in <c>HybridCache</c>: what one process puts into the distributed cache, another reads as it was.</summary>
public sealed class HybridCacheTests
{
    private readonly SharedBytes _shared = new();

    [Fact]
    public async Task AResultComesBackEqual() => Assert.Equal(Shelf.Books.Books, (await PassOnAsync(Shelf.Books)).Books);

    [Fact]
    public async Task CasesOfAUnionComeBackAsTheyWere() => Assert.Equal(Shelf.Hits.Hits, (await PassOnAsync(Shelf.Hits)).Hits);

    [Fact]
    public async Task AnEnumComesBackWithAValueThatTheSchemaDoesNotKnow() =>
        Assert.Equal(new Genre("NEW_ON_THE_SERVER"), await PassOnAsync(new Genre("NEW_ON_THE_SERVER")));

    private async Task<T> PassOnAsync<T>(T value)
    {
        await using var writer = Process();
        await writer.GetRequiredService<HybridCache>().GetOrCreateAsync("key", _ => ValueTask.FromResult(value), cancellationToken: Client.Stop);
        // A caller gets the value before the bytes are stored.
        await _shared.Stored.WaitAsync(Client.Stop);
        await using var reader = Process();
        return await reader.GetRequiredService<HybridCache>().GetOrCreateAsync<T>(
            "key", _ => throw new InvalidOperationException("It is not in the cache."), cancellationToken: Client.Stop);
    }

    private ServiceProvider Process()
    {
        var services = new ServiceCollection();
        services.AddSingleton<IDistributedCache>(_shared);
        services.AddHybridCache();
        return services.BuildServiceProvider();
    }

    /// <summary>What both processes reach: bytes, and no objects of each other. HybridCache does not use MemoryDistributedCache, as it is in the
    /// process.</summary>
    private sealed class SharedBytes : IDistributedCache
    {
        private readonly ConcurrentDictionary<string, byte[]> _values = [];
        private readonly TaskCompletionSource _stored = new();

        public Task Stored => _stored.Task;

        public byte[]? Get(string key) => _values.GetValueOrDefault(key);

        public Task<byte[]?> GetAsync(string key, CancellationToken token = default) => Task.FromResult(Get(key));

        public void Set(string key, byte[] value, DistributedCacheEntryOptions options)
        {
            _values[key] = value;
            _stored.TrySetResult();
        }

        public Task SetAsync(string key, byte[] value, DistributedCacheEntryOptions options, CancellationToken token = default)
        {
            Set(key, value, options);
            return Task.CompletedTask;
        }

        public void Refresh(string key)
        {
        }

        public Task RefreshAsync(string key, CancellationToken token = default) => Task.CompletedTask;

        public void Remove(string key) => _values.TryRemove(key, out _);

        public Task RemoveAsync(string key, CancellationToken token = default)
        {
            Remove(key);
            return Task.CompletedTask;
        }
    }
}
