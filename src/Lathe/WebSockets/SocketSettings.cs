using System.Buffers;
using Lathe.Secrets;

namespace Lathe.WebSockets;

/// <summary>What the connections of one client share.</summary>
internal sealed record SocketSettings(
    GraphQLWebSocketOptions Sockets, GraphQLClientOptions Client, Uri Address, SocketKeyForm KeyForm, ArrayPool<byte> Pool, TimeProvider Time)
{
    /// <summary>Gets the address that the client's endpoint has for sockets.</summary>
    /// <exception cref="InvalidOperationException">The endpoint is a name that only HTTP handlers resolve.</exception>
    public static Uri AddressOf(GraphQLWebSocketOptions sockets, GraphQLClientOptions client)
    {
        if (sockets.Endpoint is { } own)
            return own;
        if (client.Endpoint is not { Scheme: "http" or "https" })
        {
            throw new InvalidOperationException(
                $"The address of the socket cannot be derived from {AddressText.Origin(client.Endpoint)}, which service discovery resolves for "
                    + "requests only. "
                    + $"Set {nameof(GraphQLWebSocketOptions)}.{nameof(GraphQLWebSocketOptions.Endpoint)}.");
        }

        var address = new UriBuilder(client.Endpoint);
        address.Scheme = address.Scheme == Uri.UriSchemeHttps ? Uri.UriSchemeWss : Uri.UriSchemeWs;
        return address.Uri;
    }
}
