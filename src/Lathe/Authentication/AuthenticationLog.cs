using Microsoft.Extensions.Logging;

namespace Lathe.Authentication;

/// <summary>What authentication logs. No message takes a key.</summary>
internal static partial class AuthenticationLog
{
    [LoggerMessage(1, LogLevel.Warning, "The {Source} has {Mended} around it; the bare key is used. Store it without.")]
    public static partial void Mended(ILogger logger, string source, string mended);

    [LoggerMessage(2, LogLevel.Information, "The key in file '{Path}' was rotated; the new one is used.")]
    public static partial void Rotated(ILogger logger, string path);

    [LoggerMessage(3, LogLevel.Warning, "The key file '{Path}' changed, but is not used; the former key serves on. {Reason}")]
    public static partial void RotationIgnored(ILogger logger, string path, string reason);

    [LoggerMessage(4, LogLevel.Debug, "Asking the token provider of client '{Client}'; renewal: {Renewal}.")]
    public static partial void Asking(ILogger logger, string client, bool renewal);

    [LoggerMessage(5, LogLevel.Warning, "The server rejected the key of client '{Client}'; there is a newer one.")]
    public static partial void Rejected(ILogger logger, string client);

    [LoggerMessage(
        8,
        LogLevel.Warning,
        "The server rejected the key of client '{Client}', and its source has no newer one. Check that the key is whole, not expired and for this "
            + "server.")]
    public static partial void RejectedForGood(ILogger logger, string client);

    [LoggerMessage(7, LogLevel.Warning, "The key of client '{Client}' is about to expire and was not renewed; it serves on until then. {Reason}")]
    public static partial void NotRenewed(ILogger logger, string client, string reason);

    [LoggerMessage(6, LogLevel.Warning, "The key of client '{Client}' is not sent to {Origin}, which is not the client's origin.")]
    public static partial void OtherOrigin(ILogger logger, string client, string? origin);

    [LoggerMessage(
        9,
        LogLevel.Warning,
        "The key of client '{Client}' is in a browser, where every visitor can read it. Let your own server send the requests and keep the key, or "
            + "use tokens of the visitors' own.")]
    public static partial void InBrowser(ILogger logger, string client);
}
