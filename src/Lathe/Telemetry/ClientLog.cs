using Microsoft.Extensions.Logging;

namespace Lathe.Telemetry;

/// <summary>What a client logs. No message takes a key.</summary>
/// <remarks>One class holds all: the logging generator of .NET 10 orders several classes anew in each run, so that no two builds are equal.</remarks>
internal static partial class ClientLog
{
    [LoggerMessage(1, LogLevel.Warning, "The {Source} has {Mended} around it; the bare key is used. Store it without.")]
    public static partial void Mended(ILogger logger, string source, string mended);

    [LoggerMessage(2, LogLevel.Information, "The key in file '{Path}' was rotated; the new one is used.")]
    public static partial void Rotated(ILogger logger, string path);

    [LoggerMessage(3, LogLevel.Warning, "The key file '{Path}' changed, but cannot be used. The former key stays in use. {Reason}")]
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

    [LoggerMessage(7, LogLevel.Warning, "The key of client '{Client}' is about to expire and was not renewed. It stays in use until then. {Reason}")]
    public static partial void NotRenewed(ILogger logger, string client, string reason);

    [LoggerMessage(6, LogLevel.Warning, "The key of client '{Client}' is not sent to {Origin}, which is not the client's origin.")]
    public static partial void OtherOrigin(ILogger logger, string client, string? origin);

    [LoggerMessage(
        9,
        LogLevel.Warning,
        "The key of client '{Client}' is in a browser, where every visitor can read it. Let your own server send the requests and keep the key, or "
            + "use tokens of the visitors' own.")]
    public static partial void InBrowser(ILogger logger, string client);

    [LoggerMessage(
        30,
        LogLevel.Warning,
        "The primary handler of client '{Client}' is a {Handler} of your own: whether it follows redirects and renews its connections, so that "
            + "changes of DNS are followed, "
            + "is up to it. Use a SocketsHttpHandler (in a browser an HttpClientHandler) that has not sent anything, and Lathe sees to both.")]
    public static partial void Unadapted(ILogger logger, string client, string handler);

    [LoggerMessage(
        31,
        LogLevel.Information,
        "GraphQL client '{Client}' does not use the resilience handlers of ConfigureHttpClientDefaults, which would send mutations again. "
            + "AddStandardGraphQLResilience turns retries of queries on.")]
    public static partial void Taken(ILogger logger, string client);

    [LoggerMessage(101, LogLevel.Debug, "{Client}: sending {Type} {Operation}{Variables}.")]
    public static partial void Sending(ILogger logger, string client, string type, string operation, string variables);

    [LoggerMessage(102, LogLevel.Debug, "{Client}: {Operation} took {Milliseconds:0.0} ms, {Bytes} bytes.")]
    public static partial void Succeeded(ILogger logger, string client, string operation, double milliseconds, int bytes);

    [LoggerMessage(103, LogLevel.Warning, "{Client}: {Operation} took {Milliseconds:0.0} ms and has {Count} GraphQL errors, the first: {Error}")]
    public static partial void HasErrors(ILogger logger, string client, string operation, double milliseconds, int count, string error);

    [LoggerMessage(104, LogLevel.Error, "{Client}: {Operation} failed after {Milliseconds:0.0} ms with {ErrorType}: {Reason}")]
    public static partial void Failed(ILogger logger, string client, string operation, double milliseconds, string errorType, string reason);

    [LoggerMessage(105, LogLevel.Debug, "{Client}: {Operation} was canceled after {Milliseconds:0.0} ms.")]
    public static partial void Canceled(ILogger logger, string client, string operation, double milliseconds);
}
