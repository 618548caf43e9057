using System.Diagnostics;
using Lathe.Authentication;
using Lathe.Secrets;

namespace Lathe;

/// <summary>An API key or access token. It never shows its value: not in <see cref="ToString"/>, not in a debugger.</summary>
[DebuggerDisplay("{ToString(),nq}")]
[DebuggerTypeProxy(typeof(DebuggerView))]
public sealed class BearerToken : IEquatable<BearerToken>
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string _header;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private KeyEcho? _echo;

    private BearerToken(string value, DateTimeOffset? expiresAt)
    {
        _header = "Bearer " + value;
        ExpiresAt = expiresAt;
    }

    /// <summary>Gets when the token stops being valid; null when that is not known.</summary>
    public DateTimeOffset? ExpiresAt { get; }

    /// <summary>The whole value of the Authorization header. Only what attaches or hides the key may read it.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal string Header => _header;

    internal int Length => _header.Length - "Bearer ".Length;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal string Value => _header["Bearer ".Length..];

    /// <summary>Finds the token in what a server says. Made when a server says something.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal KeyEcho Echo => _echo ??= new KeyEcho(Value);

    /// <summary>Makes a token of a text.</summary>
    /// <param name="value">The key. White space around it, a pasted <c>Bearer </c> and quotes are taken off.</param>
    /// <param name="expiresAt">When it stops being valid, or null; a provider is asked for the next one before that.</param>
    /// <returns>The token.</returns>
    /// <exception cref="BearerTokenException">The text is empty, or has characters that a header can't hold. The message does not show it.</exception>
    public static BearerToken Create(string value, DateTimeOffset? expiresAt = null) =>
        new(BearerTokenText.Mend(value, "The key", out _), expiresAt);

    /// <inheritdoc/>
    public bool Equals(BearerToken? other) =>
        other is not null && string.Equals(_header, other._header, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as BearerToken);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(_header);

    /// <summary>Says that there is a token, never which.</summary>
    /// <returns>A constant text.</returns>
    public override string ToString() => "BearerToken (hidden)";

    internal static BearerToken FromMended(string value) => new(value, null);

    private sealed class DebuggerView(BearerToken token)
    {
        public string Value { get; } = token.ToString();

        public DateTimeOffset? ExpiresAt { get; } = token.ExpiresAt;
    }
}
