using Lathe.Secrets;

namespace Lathe.Authentication;

/// <summary>Decides whether a key may go to an address: only to one origin, and only over https or to this machine.</summary>
internal sealed class BearerTokenDestination(string client, Uri origin, bool allowPlainHttp)
{
    /// <summary>Returns whether the address has the configured origin.</summary>
    /// <exception cref="BearerTokenException">It has, but the key would be readable on the way.</exception>
    public bool Allows(Uri? address)
    {
        if (address is null || !address.IsAbsoluteUri || !HasOrigin(address))
            return false;
        if (address.Scheme != Uri.UriSchemeHttps && !address.IsLoopback && !allowPlainHttp)
            throw new BearerTokenException(PlainHttp(address));
        return true;
    }

    private bool HasOrigin(Uri address) =>
        ReferenceEquals(address, origin)
        || (address.Port == origin.Port
            && string.Equals(address.Scheme, origin.Scheme, StringComparison.Ordinal)
            && string.Equals(address.IdnHost, origin.IdnHost, StringComparison.OrdinalIgnoreCase));

    private string PlainHttp(Uri address) =>
        $"Client '{client}' does not send its key to {AddressText.Origin(address)}: over plain http anyone on the way can read it. "
        + $"Use https. {nameof(BearerTokenOptions.DangerouslyAllowPlainHttp)} = true overrides this.";
}
