namespace Lathe.Secrets;

/// <summary>Addresses as messages may show them: without user name and password, query and fragment.</summary>
internal static class AddressText
{
    /// <summary>Writes scheme, host and a port that is not the scheme's own.</summary>
    public static string? Origin(Uri? address) => address?.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped);

    /// <summary>Writes an address, absolute or relative, up to its query.</summary>
    public static string? WithoutQuery(Uri? address) => address is { IsAbsoluteUri: false }
        ? address.OriginalString.Split('?', '#')[0]
        : address?.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped);
}
