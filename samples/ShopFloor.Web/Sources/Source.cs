using MachineMetrics.Server.Hosting;

namespace ShopFloor.Web.Sources;

/// <summary>Where the data comes from: the API whose key is in configuration, or a stand-in within this process.</summary>
internal sealed class Source(string name, Uri endpoint, string key, IAsyncDisposable? owned = null) : IAsyncDisposable
{
    /// <summary>Where configuration has the key: user secrets, or the environment as <c>MachineMetrics__ApiKey</c>.</summary>
    public const string KeyName = "MachineMetrics:ApiKey";

    private const string EndpointName = "MachineMetrics:Endpoint";

    private static readonly Uri s_vendor = new("https://api.machinemetrics.com/graphql");

    public string Name { get; } = name;

    public Uri Endpoint { get; } = endpoint;

    public string Key { get; } = key;

    public bool IsStandIn => owned is not null;

    /// <exception cref="InvalidOperationException">There is an address and no key, or what should be an address is none.</exception>
    public static async Task<Source> OpenAsync(IConfiguration configuration)
    {
        var (key, address) = (configuration[KeyName], configuration[EndpointName]);
        if (!string.IsNullOrWhiteSpace(key))
            return Live(address is null ? s_vendor : Parse(address), key);
        if (address is not null)
            throw new InvalidOperationException($"{EndpointName} is set and {KeyName} is not. Set it: dotnet user-secrets set {KeyName} <key>");
        return await StandInAsync();
    }

    public ValueTask DisposeAsync() => owned?.DisposeAsync() ?? default;

    private static Source Live(Uri endpoint, string key) => new(endpoint.Host, endpoint, key);

    private static Uri Parse(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var endpoint) && endpoint.Scheme is ("http" or "https")
            ? endpoint
            : throw new InvalidOperationException($"{EndpointName} must be an http or https address, such as {s_vendor}.");

    private static async Task<Source> StandInAsync()
    {
        var server = await ShopServer.StartAsync(new ShopServerOptions { IsOpen = true, StateInterval = TimeSpan.FromSeconds(6) });
        return new Source(server.Shop.Company.Name, server.Endpoint, server.Key.Secret, server);
    }
}

/// <summary>What pages may know of the source.</summary>
/// <param name="Name">The company of a stand-in, or the host of the API.</param>
/// <param name="IsStandIn">Whether the data is invented.</param>
public sealed record SourceName(string Name, bool IsStandIn);
