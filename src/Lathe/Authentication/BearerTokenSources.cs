using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Lathe.Authentication;

/// <summary>The key source of each named client, which its requests and its sockets share.</summary>
internal sealed class BearerTokenSources(IServiceProvider services, IOptionsMonitor<BearerTokenOptions> options, ILoggerFactory loggers)
{
    private readonly ConcurrentDictionary<string, BearerTokenSource> _sources = new(StringComparer.Ordinal);

    public BearerTokenSource Get(string client) => _sources.GetOrAdd(
        client, name => BearerTokenSourceFactory.Create(services, name, options.Get(name), loggers.CreateLogger("Lathe.Authentication")));
}
