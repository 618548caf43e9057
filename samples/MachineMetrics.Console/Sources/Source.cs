namespace ShopFloor.Sources;

/// <summary>There is no key for the API.</summary>
internal sealed class MissingKeyException : Exception
{
    public MissingKeyException()
        : base("There is no API key.")
    {
    }
}

/// <summary>Where the data comes from.</summary>
internal sealed class Source(string name, Uri endpoint, string key, TimeProvider clock, IAsyncDisposable? owned = null) : IAsyncDisposable
{
    public string Name { get; } = name;

    public Uri Endpoint { get; } = endpoint;

    public string Key { get; } = key;

    /// <summary>Gets the clock that the data goes by.</summary>
    public TimeProvider Clock { get; } = clock;

    /// <exception cref="MissingKeyException">The key is null or white space.</exception>
    public static Source Live(Uri endpoint, string? key) => string.IsNullOrWhiteSpace(key)
        ? throw new MissingKeyException()
        : new Source(endpoint.Host, endpoint, key, TimeProvider.System);

    public ValueTask DisposeAsync() => owned?.DisposeAsync() ?? default;
}
