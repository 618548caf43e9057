using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Lathe.Json;

/// <summary>A JSON value that is equal to another when both mean the same. Records keep theirs in it. Used by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[SuppressMessage("Usage", "CA2225", Justification = "Generated code alone converts.")]
public readonly struct EqualJson : IEquatable<EqualJson>
{
    private readonly JsonElement _element;

    private EqualJson(JsonElement element) => _element = element;

    /// <summary>Wraps a value.</summary>
    /// <param name="element">The value.</param>
    public static implicit operator EqualJson(JsonElement element) => new(element);

    /// <summary>Gives the value that was wrapped.</summary>
    /// <param name="value">The wrapped value.</param>
    public static implicit operator JsonElement(EqualJson value) => value._element;

    /// <summary>Gets whether two mean the same.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(EqualJson left, EqualJson right) => left.Equals(right);

    /// <summary>Gets whether two differ.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(EqualJson left, EqualJson right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(EqualJson other) => JsonEquality.AreEqual(_element, other._element);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is EqualJson other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => JsonEquality.HashOf(_element);
}
