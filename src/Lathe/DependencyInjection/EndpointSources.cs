using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Options;

namespace Lathe.DependencyInjection;

/// <summary>
/// Finds a client's endpoint where it was not set in code: in configuration, or as the base address of its <see cref="HttpClient"/>.
/// </summary>
internal static class EndpointSources
{
    public static void Complete(GraphQLClientOptions options, string name, IServiceProvider services)
    {
        if (options.EndpointConfigurationKey is { } key && services.GetService<IConfiguration>()?[key] is { Length: > 0 } text)
            options.Endpoint = Uri.TryCreate(Address(text), UriKind.RelativeOrAbsolute, out var configured) ? configured : null;
        if (options.Endpoint is { IsAbsoluteUri: true })
            return;
        var http = services.GetRequiredService<IOptionsMonitor<HttpClientFactoryOptions>>().Get(name);
        if (BaseAddress(http) is { } address)
            options.Endpoint = options.Endpoint is null ? address : new Uri(address, options.Endpoint);
    }

    // Handlers and options are made before a client is; what configures the client tells its base address.
    public static Uri? BaseAddress(HttpClientFactoryOptions options)
    {
        using var probe = new HttpClient();
        foreach (var configure in options.HttpClientActions)
            configure(probe);
        return probe.BaseAddress;
    }

    // A connection string may be an address, or parts such as "Endpoint=https://api.example.com/graphql;...".
    private static string Address(string text)
    {
        foreach (var part in text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (part.StartsWith("Endpoint=", StringComparison.OrdinalIgnoreCase))
                return part["Endpoint=".Length..].Trim();
        }

        return text;
    }
}
