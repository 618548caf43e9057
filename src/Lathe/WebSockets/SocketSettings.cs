using System.Buffers;

namespace Lathe.WebSockets;

/// <summary>What the connections of one client share.</summary>
internal sealed record SocketSettings(GraphQLWebSocketOptions Sockets, GraphQLClientOptions Client, Uri Address, ArrayPool<byte> Pool, TimeProvider Time)
{
    /// <summary>Gets the address that the client's endpoint has for sockets.</summary>
    public static Uri AddressOf(GraphQLWebSocketOptions sockets, GraphQLClientOptions client)
    {
        if (sockets.Endpoint is { } own)
            return own;
        var address = new UriBuilder(client.Endpoint!);
        address.Scheme = address.Scheme == Uri.UriSchemeHttps ? Uri.UriSchemeWss : Uri.UriSchemeWs;
        return address.Uri;
    }
}
