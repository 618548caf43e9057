using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Lathe.Json;

namespace Lathe;

/// <summary>
/// What a field with <c>@catch</c> is: its value, or the error that the server gives in place of it. A null that an error left is never a value.
/// </summary>
/// <typeparam name="T">The type of the value; nullable where null is one.</typeparam>
/// <remarks>
/// <c>var (value, error) = machine.Name;</c> takes it apart. <c>machine.Name switch { (var name, null) => ..., (_, { } error) => ... }</c> covers all
/// cases. The default is a value: the default of <typeparamref name="T"/>.
/// </remarks>
[SuppressMessage("Usage", "CA2225", Justification = "The constructor is the other way.")]
public readonly struct FieldResult<T> : IEquatable<FieldResult<T>>
{
    /// <summary>Makes one of a value.</summary>
    /// <param name="value">The value.</param>
    public FieldResult(T value) => ValueOrDefault = value;

    /// <summary>Gets the value.</summary>
    /// <exception cref="GraphQLFieldException">There is an error in its place.</exception>
    [JsonIgnore]
    public T Value => Error is null ? ValueOrDefault! : throw new GraphQLFieldException(Error);

    /// <summary>Gets the value; the default of <typeparamref name="T"/> where there is an error.</summary>
    [JsonPropertyName("value")]
    public T? ValueOrDefault { get; init; }

    /// <summary>
    /// Gets the error in place of the value. It belongs to this field, or to a field below it that does not catch its error. Null when there is a
    /// value.
    /// </summary>
    [JsonPropertyName("error")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public GraphQLError? Error { get; init; }

    /// <summary>Gets whether there is an error in place of a value.</summary>
    [JsonIgnore]
    [MemberNotNullWhen(true, nameof(Error))]
    public bool HasError => Error is not null;

    /// <summary>Makes one of a value.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator FieldResult<T>(T value) => new(value);

    /// <summary>Gets whether two have equal values, or equal errors.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(FieldResult<T> left, FieldResult<T> right) => left.Equals(right);

    /// <summary>Gets whether two differ.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(FieldResult<T> left, FieldResult<T> right) => !left.Equals(right);

    /// <summary>Gets the value if there is no error.</summary>
    /// <param name="value">The value; the default of <typeparamref name="T"/> where there is an error.</param>
    /// <returns>Whether there is a value.</returns>
    public bool TryGetValue([MaybeNullWhen(false)] out T value)
    {
        value = ValueOrDefault;
        return Error is null;
    }

    /// <summary>Takes it apart.</summary>
    /// <param name="value">The value; the default of <typeparamref name="T"/> where there is an error.</param>
    /// <param name="error">The error, or null.</param>
    public void Deconstruct(out T? value, out GraphQLError? error) => (value, error) = (ValueOrDefault, Error);

    /// <summary>Gives the same result with its value as another type, which the value has to be of.</summary>
    /// <typeparam name="TOther">The other type, such as a fragment's interface.</typeparam>
    /// <returns>The value as that type, or the error.</returns>
    /// <exception cref="InvalidCastException">The value is not of that type.</exception>
    public FieldResult<TOther> Cast<TOther>() => new() { ValueOrDefault = (TOther?)(object?)ValueOrDefault, Error = Error };

    /// <inheritdoc/>
    public bool Equals(FieldResult<T> other) => Error is null
        ? other.Error is null && ItemEquality<T>.Comparer.Equals(ValueOrDefault, other.ValueOrDefault)
        : Error.Equals(other.Error);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is FieldResult<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Error?.GetHashCode() ?? (ValueOrDefault is null ? 0 : ItemEquality<T>.Comparer.GetHashCode(ValueOrDefault));

    /// <summary>Writes the value, or the error.</summary>
    /// <returns>The text of the value, empty for null; or the error, such as <c>error: Not found at machines[3].name</c>.</returns>
    public override string ToString() => Error is null ? ValueOrDefault?.ToString() ?? "" : $"error: {Error}";
}
