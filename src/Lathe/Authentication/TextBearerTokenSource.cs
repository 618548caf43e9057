using System.Diagnostics;
using Lathe.Telemetry;
using Microsoft.Extensions.Logging;

namespace Lathe.Authentication;

/// <summary>A key that is a text somewhere: looked at for each request, so that a change is followed, and checked once.</summary>
internal sealed class TextBearerTokenSource(string description, string hint, Func<string?> read, ILogger logger) : BearerTokenSource
{
    private Checked? _current;

    public override ValueTask<BearerToken> GetAsync(string? tenant, CancellationToken cancellationToken)
    {
        RefuseTenant(tenant, description);
        return new(Current());
    }

    public override ValueTask<BearerToken?> RenewAsync(string? tenant, BearerToken rejected, CancellationToken cancellationToken)
    {
        var current = Current();
        return new(current.Equals(rejected) ? null : current);
    }

    private BearerToken Current()
    {
        var text = read();
        var current = Volatile.Read(ref _current);
        if (current is not null && string.Equals(current.Text, text, StringComparison.Ordinal))
            return current.Token;
        if (text is null)
            throw new BearerTokenException($"There is no {description}. {hint}");
        var token = BearerToken.FromMended(BearerTokenText.Mend(text, $"The {description}", out var mended));
        if (mended is not null)
            ClientLog.Mended(logger, description, mended);
        Volatile.Write(ref _current, new Checked(text, token));
        return token;
    }

    private sealed class Checked(string text, BearerToken token)
    {
        [DebuggerBrowsable(DebuggerBrowsableState.Never)]
        public string Text { get; } = text;

        public BearerToken Token { get; } = token;
    }
}
