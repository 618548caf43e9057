using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lathe.Json;

/// <summary>Lets System.Text.Json write and read an error as responses have it, whatever the naming policy.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ErrorJsonConverter : JsonConverter<GraphQLError>
{
    /// <inheritdoc/>
    /// <exception cref="JsonException">The value is neither an object nor a string.</exception>
    public override GraphQLError Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        ErrorJson.Read(JsonElement.ParseValue(ref reader)) ?? throw new JsonException("An error of GraphQL is an object.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, GraphQLError value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        ErrorJson.Write(writer, value);
    }
}
