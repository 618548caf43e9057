using System.Net;
using Lathe.Telemetry;
using Microsoft.Extensions.Logging;

namespace Lathe.DependencyInjection;

/// <summary>Makes the handler that holds the connections, and adapts one of the user's own.</summary>
internal static class PrimaryHandlers
{
    private static readonly TimeSpan s_connectionLifetime = TimeSpan.FromMinutes(2);

    // In a browser the handler is a door to fetch, which has no sockets to set up.
    public static HttpMessageHandler Create() =>
        OperatingSystem.IsBrowser() ? new HttpClientHandler { AllowAutoRedirect = false } : new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate | DecompressionMethods.Brotli,
        PooledConnectionLifetime = s_connectionLifetime,
        EnableMultipleHttp2Connections = true,
        UseCookies = false,
    };

    /// <summary>Finds the handler that holds the connections below handlers of the user's own.</summary>
    public static HttpMessageHandler FindSocket(HttpMessageHandler handler)
    {
        while (handler is DelegatingHandler { InnerHandler: { } inner })
            handler = inner;
        return handler;
    }

    /// <summary>
    /// Takes redirects off, which would lead a key or a mutation elsewhere, and for GraphQL clients renews connections; says what can't be done.
    /// </summary>
    public static void Adapt(HttpMessageHandler handler, string client, bool isGraphQL, ILogger logger)
    {
        try
        {
            if (handler is SocketsHttpHandler sockets)
                Adapt(sockets, isGraphQL);
            else if (handler is HttpClientHandler { AllowAutoRedirect: true } older)
                older.AllowAutoRedirect = false;
            // A browser keeps and renews connections by itself.
            if (handler is not SocketsHttpHandler && !(OperatingSystem.IsBrowser() && handler is HttpClientHandler))
                ClientLog.Unadapted(logger, client, handler.GetType().Name);
        }
        catch (InvalidOperationException)
        {
            // It has sent requests, maybe of another client.
            ClientLog.Unadapted(logger, client, handler.GetType().Name);
        }
    }

    private static void Adapt(SocketsHttpHandler handler, bool isGraphQL)
    {
        if (handler.AllowAutoRedirect)
            handler.AllowAutoRedirect = false;
        if (isGraphQL && handler.PooledConnectionLifetime == Timeout.InfiniteTimeSpan)
            handler.PooledConnectionLifetime = s_connectionLifetime;
    }
}
