namespace MachineMetrics.Server.Hosting;

/// <summary>Where a program's data comes from: the API whose key is in its configuration, or a stand-in within the program.</summary>
/// <param name="name">The company of a stand-in, or the host of the API.</param>
/// <param name="endpoint">The address of GraphQL.</param>
/// <param name="key">The key to send.</param>
/// <param name="owned">The stand-in; null for the API.</param>
public sealed class ApiSource(string name, Uri endpoint, string key, IAsyncDisposable? owned = null) : IAsyncDisposable
{
    /// <summary>Where configuration has the key: user secrets, or the environment as <c>MachineMetrics__ApiKey</c>.</summary>
    public const string KeyName = "MachineMetrics:ApiKey";

    private const string EndpointName = "MachineMetrics:Endpoint";

    private static readonly Uri s_vendor = new("https://api.machinemetrics.com/graphql");

    public string Name { get; } = name;

    public Uri Endpoint { get; } = endpoint;

    public string Key { get; } = key;

    public bool IsStandIn => owned is not null;

    /// <summary>Reads <see cref="KeyName"/> and <c>MachineMetrics:Endpoint</c>; without them a stand-in is started.</summary>
    /// <exception cref="InvalidOperationException">There is an address and no key, or what should be an address is none.</exception>
    public static async Task<ApiSource> OpenAsync(IConfiguration configuration)
    {
        var (key, address) = (configuration[KeyName], configuration[EndpointName]);
        if (!string.IsNullOrWhiteSpace(key))
            return Live(address is null ? s_vendor : Parse(address), key);
        if (address is not null)
            throw new InvalidOperationException($"{EndpointName} is set and {KeyName} is not. Set it: dotnet user-secrets set {KeyName} <key>");
        return await StandInAsync();
    }

    public ValueTask DisposeAsync() => owned?.DisposeAsync() ?? default;

    private static ApiSource Live(Uri endpoint, string key) => new(endpoint.Host, endpoint, key);

    private static Uri Parse(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var endpoint) && endpoint.Scheme is ("http" or "https")
            ? endpoint
            : throw new InvalidOperationException($"{EndpointName} must be an http or https address, such as {s_vendor}.");

    private static async Task<ApiSource> StandInAsync()
    {
        var server = await ShopServer.StartAsync(new ShopServerOptions { IsOpen = true, StateInterval = TimeSpan.FromSeconds(6) });
        return new ApiSource(server.Shop.Company.Name, server.Endpoint, server.Key.Secret, server);
    }
}
