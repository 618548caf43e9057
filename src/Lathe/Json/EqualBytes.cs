using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace Lathe.Json;

/// <summary>Bytes, or null, that are equal when their content is. Records keep theirs in it. Used by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[SuppressMessage("Usage", "CA2225", Justification = "Generated code alone converts.")]
public readonly struct EqualBytes : IEquatable<EqualBytes>
{
    private readonly byte[]? _bytes;

    private EqualBytes(byte[]? bytes) => _bytes = bytes;

    /// <summary>Wraps an array.</summary>
    /// <param name="bytes">The array, or null.</param>
    public static implicit operator EqualBytes(byte[]? bytes) => new(bytes);

    /// <summary>Gives the array that was wrapped.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator byte[]?(EqualBytes value) => value._bytes;

    /// <summary>Gets whether two have the same bytes.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(EqualBytes left, EqualBytes right) => left.Equals(right);

    /// <summary>Gets whether two differ.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(EqualBytes left, EqualBytes right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(EqualBytes other) =>
        _bytes is null ? other._bytes is null : other._bytes is not null && _bytes.AsSpan().SequenceEqual(other._bytes);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is EqualBytes other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.AddBytes(_bytes);
        return hash.ToHashCode();
    }
}
