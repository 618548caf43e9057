using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Lathe.Json;

namespace Lathe;

/// <summary>An error of a response (GraphQL specification, section 7.1.2); System.Text.Json writes and reads it as responses have it.</summary>
/// <param name="Message">What went wrong, in the server's words.</param>
[JsonConverter(typeof(ErrorJsonConverter))]
public sealed record GraphQLError(string Message)
{
    /// <summary>Gets where in the operation's text the error lies; empty when the server did not say.</summary>
    public IReadOnlyList<GraphQLErrorLocation> Locations { get; init; } = [];

    /// <summary>Gets the way to the response field that failed, from <c>data</c>; empty when the error belongs to none.</summary>
    public IReadOnlyList<GraphQLPathSegment> Path { get; init; } = [];

    /// <summary>Gets the server's <c>extensions</c>, a JSON object; null when there are none.</summary>
    public JsonElement? Extensions { get; init; }

    /// <summary>Gets <c>extensions.code</c>, by which servers tell kinds of error apart; null when it is absent or not a string.</summary>
    public string? Code => GetExtension("code") is { ValueKind: JsonValueKind.String } code ? code.GetString() : null;

    /// <summary>Gets one member of <see cref="Extensions"/>.</summary>
    /// <param name="name">The member's name.</param>
    /// <returns>Its value; null when it is absent.</returns>
    public JsonElement? GetExtension(string name) =>
        Extensions is { ValueKind: JsonValueKind.Object } extensions && extensions.TryGetProperty(name, out var value) ? value : null;

    /// <summary>Reads one member of <see cref="Extensions"/> as a type.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="name">The member's name.</param>
    /// <param name="typeInfo">How to read it, from a <c>JsonSerializerContext</c>, so that it works trimmed.</param>
    /// <returns>The value; null or default when the member is absent.</returns>
    /// <exception cref="JsonException">The member is of another type.</exception>
    public T? GetExtension<T>(string name, JsonTypeInfo<T> typeInfo) =>
        GetExtension(name) is { } value ? value.Deserialize(typeInfo) : default;

    /// <summary>Gets whether another error says the same.</summary>
    /// <param name="other">The other error, or null.</param>
    /// <returns>Whether message, locations, path and extensions are equal.</returns>
    public bool Equals(GraphQLError? other) => ReferenceEquals(this, other)
        || (other is not null && Message == other.Message && Locations.SequenceEqual(other.Locations) && Path.SequenceEqual(other.Path)
            && (Extensions is { } own && other.Extensions is { } others
                ? JsonEquality.AreEqual(own, others)
                : Extensions is null && other.Extensions is null));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Message, Path.Count, Path.Count > 0 ? Path[^1] : default);

    /// <summary>Writes the message with its code, path and first location.</summary>
    /// <returns>Such as <c>Not found [NOT_FOUND] at machines[3].name (line 2, column 5)</c>.</returns>
    public override string ToString()
    {
        var text = new StringBuilder(Message);
        if (Code is { } code)
            text.Append(" [").Append(code).Append(']');
        if (Path.Count > 0)
            text.Append(" at ").Append(GraphQLPathSegment.Join(Path));
        if (Locations.Count > 0)
            text.Append(" (line ").Append(Locations[0].Line).Append(", column ").Append(Locations[0].Column).Append(')');
        return text.ToString();
    }
}
