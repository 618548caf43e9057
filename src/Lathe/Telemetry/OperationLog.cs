using Microsoft.Extensions.Logging;

namespace Lathe.Telemetry;

internal static partial class OperationLog
{
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
