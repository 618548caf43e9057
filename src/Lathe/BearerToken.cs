using System.Diagnostics;
using System.Text;
using Lathe.Authentication;
using Lathe.Secrets;

namespace Lathe;

/// <summary>An API key or access token. It never shows its value: not in <see cref="ToString"/>, not in a debugger.</summary>
[DebuggerDisplay("{ToString(),nq}")]
[DebuggerTypeProxy(typeof(DebuggerView))]
public sealed class BearerToken : IEquatable<BearerToken>
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string _value;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private HeaderText? _header;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private KeyEcho? _echo;

    private BearerToken(string value, DateTimeOffset? expiresAt)
    {
        _value = value;
        ExpiresAt = expiresAt;
    }

    /// <summary>Gets when the token stops being valid; null when that is not known.</summary>
    public DateTimeOffset? ExpiresAt { get; }

    internal int Length => _value.Length;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal string Value => _value;

    /// <summary>Finds the token in what a server says. Made when a server says something.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal KeyEcho Echo => _echo ??= new KeyEcho(Value);

    /// <summary>Makes a token of a text.</summary>
    /// <param name="value">The key. White space around it, a pasted <c>Bearer </c> and quotes are taken off.</param>
    /// <param name="expiresAt">When it stops being valid, or null; a provider is asked for the next one before that.</param>
    /// <returns>The token.</returns>
    /// <exception cref="BearerTokenException">The text is empty, or has characters that a header can't hold. The message does not show
    /// it.</exception>
    public static BearerToken Create(string value, DateTimeOffset? expiresAt = null) =>
        new(BearerTokenText.Mend(value, "The key", out _), expiresAt);

    /// <inheritdoc/>
    public bool Equals(BearerToken? other) =>
        other is not null && string.Equals(_value, other._value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as BearerToken);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(_value);

    /// <summary>Says that there is a token, never which.</summary>
    /// <returns>A constant text.</returns>
    public override string ToString() => "BearerToken (hidden)";

    internal static BearerToken FromMended(string value) => new(value, null);

    /// <summary>Gets the whole value of the header that holds the key. Only what attaches or hides the key may ask.</summary>
    /// <param name="scheme">What stands before the key, such as <c>Bearer</c>; null for the bare key.</param>
    internal string HeaderFor(string? scheme)
    {
        // One client sends a token in one way.
        if (_header is not { } header || !string.Equals(header.Scheme, scheme, StringComparison.Ordinal))
            _header = header = new HeaderText(scheme, Write(scheme));
        return header.Text;
    }

    // A user name and a password go out in Base64 (RFC 7617), which holds no colon: what has none is encoded already.
    private string Write(string? scheme) => scheme switch
    {
        null => _value,
        "Basic" when _value.Contains(':', StringComparison.Ordinal) => "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(_value)),
        _ => $"{scheme} {_value}",
    };

    private sealed class HeaderText(string? scheme, string text)
    {
        public string? Scheme { get; } = scheme;

        [DebuggerBrowsable(DebuggerBrowsableState.Never)]
        public string Text { get; } = text;
    }

    private sealed class DebuggerView(BearerToken token)
    {
        public string Value { get; } = token.ToString();

        public DateTimeOffset? ExpiresAt { get; } = token.ExpiresAt;
    }
}
