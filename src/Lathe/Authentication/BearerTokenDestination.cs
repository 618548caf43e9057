using Lathe.Secrets;

namespace Lathe.Authentication;

/// <summary>Decides whether a key may go to an address: only to one origin, and only over https or to this machine.</summary>
internal sealed class BearerTokenDestination(string client, Uri origin, bool allowPlainHttp)
{
    /// <summary>Gets the address whose origin the key may go to.</summary>
    public Uri Origin => origin;

    /// <summary>Returns whether the address has the configured origin.</summary>
    /// <exception cref="BearerTokenException">It has, but the key would be readable on the way.</exception>
    public bool Allows(Uri? address) => Allows(address, origin);

    private bool Allows(Uri? address, Uri allowed)
    {
        if (address is null || !address.IsAbsoluteUri || !HasOrigin(address, allowed))
            return false;
        if (address.Scheme != Uri.UriSchemeHttps && !address.IsLoopback && !allowPlainHttp)
            throw new BearerTokenException(PlainHttp(address));
        return true;
    }

    /// <summary>Returns whether a request goes to the configured origin, or to what a known resolver made of it.</summary>
    /// <exception cref="BearerTokenException">It does, but the key would be readable on the way.</exception>
    public bool Allows(HttpRequestMessage request) =>
        Allows(request.RequestUri) || (ResolvedAddress.Find(request) is { } resolved && Allows(request.RequestUri, resolved));

    /// <summary>Returns whether a request is still bound for the configured origin, before anything resolves it.</summary>
    public bool IsOrigin(HttpRequestMessage request) => HasOrigin(request.RequestUri, origin)
        || (ResolvedAddress.Find(request) is { } resolved && HasOrigin(request.RequestUri, resolved));

    /// <summary>Gets the address that a GraphQL client's requests are made for; null for other clients.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>Returns whether a handler has led a request of a GraphQL client elsewhere.</summary>
    public bool IsRewritten(Uri? address) => Endpoint is not null && !HasOrigin(address, Endpoint);

    /// <summary>Says why a request of a GraphQL client, whose address a handler has changed, is not sent.</summary>
    public BearerTokenException Rewritten(Uri? after) => new(
        $"A handler of client '{client}' changed the address from {AddressText.Origin(Endpoint)} to {AddressText.Origin(after)}, which is not where "
            + "its key may go; "
            + $"nothing was sent. Add the handler's type to {nameof(BearerTokenOptions)}.{nameof(BearerTokenOptions.AddressResolvers)} if it "
            + "resolves names, or set "
            + $"{nameof(BearerTokenOptions.Origin)}.");

    /// <summary>Returns whether two addresses have the same scheme, host and port.</summary>
    public static bool HasOrigin(Uri? address, Uri? origin) =>
        ReferenceEquals(address, origin)
        || (address is { IsAbsoluteUri: true } && origin is { IsAbsoluteUri: true }
            && address.Port == origin.Port
            && string.Equals(address.Scheme, origin.Scheme, StringComparison.Ordinal)
            && string.Equals(address.IdnHost, origin.IdnHost, StringComparison.OrdinalIgnoreCase));

    private string PlainHttp(Uri address) =>
        $"Client '{client}' does not send its key to {AddressText.Origin(address)}: over plain http anyone on the way can read it. "
        + $"Use https. {nameof(BearerTokenOptions.DangerouslyAllowPlainHttp)} = true overrides this.";
}
