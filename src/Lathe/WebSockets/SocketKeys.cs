using Lathe.Authentication;
using Lathe.Secrets;

namespace Lathe.WebSockets;

/// <summary>The key of a client's sockets, from the sources of its HTTP requests and with their bound on where it may go.</summary>
internal sealed class SocketKeys(BearerTokenSource? source, BearerTokenDestination? destination, SocketSettings settings)
{
    private readonly Uri _http = HttpAddress(settings.Address);

    /// <summary>Gets whether the client's key depends on the caller.</summary>
    public bool IsPerCaller => source is { IsPerCaller: true } && settings.KeyForm.Shape != GraphQLConnectionKeyShape.None;

    /// <summary>Gets the key to send; null when the client has none, or sends none over sockets.</summary>
    /// <param name="tenant">Whom the socket is for, or null.</param>
    /// <param name="own">The key of the call, or null for the client's.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <exception cref="BearerTokenException">There is no usable key, it may not go to this address, or anyone on the way could read it.</exception>
    public async ValueTask<BearerToken?> GetAsync(string? tenant, BearerToken? own, CancellationToken cancellationToken)
    {
        if (source is null || destination is null)
        {
            return own is null && tenant is null ? null : throw new BearerTokenException(
                "The call has a key or a tenant of its own, but the client has no AddBearerToken, which says where keys may go.");
        }

        if (settings.KeyForm.Shape == GraphQLConnectionKeyShape.None)
            return null;
        if (!destination.Allows(_http))
            throw new BearerTokenException(OtherOrigin());
        return own ?? await source.GetAsync(tenant, cancellationToken).ConfigureAwait(false);
    }

    public ValueTask<BearerToken?> RenewAsync(string? tenant, BearerToken rejected, CancellationToken cancellationToken) =>
        source is null ? default : source.RenewAsync(tenant, rejected, cancellationToken);

    /// <summary>Gets the address that a socket's first request goes to.</summary>
    public static Uri HttpAddress(Uri address)
    {
        var http = new UriBuilder(address);
        http.Scheme = http.Scheme is "wss" or "https" ? Uri.UriSchemeHttps : Uri.UriSchemeHttp;
        return http.Uri;
    }

    private string OtherOrigin() =>
        $"The key of the client may not go to the socket at {AddressText.Origin(settings.Address)}, which is not its origin; nothing was opened. "
        + $"If it may, set {nameof(GraphQLWebSocketOptions)}.{nameof(GraphQLWebSocketOptions.KeyOrigin)}; "
        + $"if the socket needs none, set {nameof(GraphQLWebSocketOptions.KeyShape)} = "
        + $"{nameof(GraphQLConnectionKeyShape)}.{nameof(GraphQLConnectionKeyShape.None)}.";
}
