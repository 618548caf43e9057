using System.Diagnostics;
using Lathe.Telemetry;
using Microsoft.Extensions.Logging;

namespace Lathe.Authentication;

/// <summary>
/// A key in a file that may be rotated. A changed file is believed when two looks at it agree, so that a writer who does not
/// replace it in one step can't give half a key; until then, and while it is empty or missing, the former key serves.
/// </summary>
internal sealed class FileBearerTokenSource(string path, TimeSpan interval, TimeProvider time, ILogger logger) : BearerTokenSource
{
    private const int LargestFile = 64 * 1024;

    private readonly object _lock = new();
    private readonly string _description = $"key file '{path}'";

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private string? _text;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private string? _candidate;

    private string? _fault;
    private BearerToken? _token;
    private long _lookedAt;

    public override ValueTask<BearerToken> GetAsync(string? tenant, CancellationToken cancellationToken)
    {
        RefuseTenant(tenant, _description);
        lock (_lock)
        {
            if (_token is null)
                Take(Read());
            else if (time.GetElapsedTime(_lookedAt) >= interval)
                LookAgain();
            return new(_token!);
        }
    }

    public override ValueTask<BearerToken?> RenewAsync(string? tenant, BearerToken rejected, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            // The server has refused this key, so another one is the better choice.
            if (rejected.Equals(_token))
                TryTake(confirmed: true);
            return new(rejected.Equals(_token) ? null : _token);
        }
    }

    private void LookAgain()
    {
        _lookedAt = time.GetTimestamp();
        TryTake(confirmed: false);
    }

    private void TryTake(bool confirmed)
    {
        try
        {
            var text = Read();
            if (string.Equals(text, _text, StringComparison.Ordinal))
                (_candidate, _fault) = (null, null);
            else if (confirmed || string.Equals(text, _candidate, StringComparison.Ordinal))
                Take(text);
            else
                _candidate = text;
        }
        catch (BearerTokenException exception)
        {
            // Each check finds the same until someone fixes it, so it is logged once.
            if (_fault != exception.Message)
                ClientLog.RotationIgnored(logger, path, exception.Message);
            _fault = exception.Message;
        }
    }

    private void Take(string text)
    {
        var token = BearerToken.FromMended(BearerTokenText.Mend(text, $"The key file '{path}'", out var mended));
        if (mended is not null)
            ClientLog.Mended(logger, _description, mended);
        if (_token is not null)
            ClientLog.Rotated(logger, path);
        (_text, _token, _candidate, _fault, _lookedAt) = (text, token, null, null, time.GetTimestamp());
    }

    private string Read()
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream);
            // A pipe or a device has no length to ask for.
            var text = new char[LargestFile + 1];
            var length = reader.ReadBlock(text);
            return length <= LargestFile
                ? new string(text, 0, length)
                : throw new BearerTokenException(
                    $"The key file '{path}' has more than {LargestFile:N0} characters, more than a key can have. Is it the right file?");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new BearerTokenException($"The key file '{path}' {Describe(exception)}", exception);
        }
    }

    private string Describe(Exception exception) => exception switch
    {
        _ when Directory.Exists(path) =>
            "can't be read: it is a folder. Name the file in it that holds the key; Docker makes a folder where the file to mount is missing on the "
                + "host.",
        FileNotFoundException or DirectoryNotFoundException => "does not exist. Mount the secret there, readable by this process.",
        UnauthorizedAccessException => "may not be read by this process. Let its user read it.",
        _ => "can't be read. Mount the secret there, readable by this process.",
    };
}
