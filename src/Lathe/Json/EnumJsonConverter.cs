using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lathe.Json;

/// <summary>
/// Writes a generated enum for System.Text.Json as its text, also as a property's name, and reads any text. Used by generated code.
/// </summary>
/// <typeparam name="T">The enum.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EnumJsonConverter<T> : JsonConverter<T>
    where T : struct, IGraphQLEnumValue<T>
{
    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String
            ? Create(reader.GetString())
            : throw new JsonException($"A value of the enum {typeof(T).Name} is a string.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value.ToString() ?? "");
    }

    /// <inheritdoc/>
    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Create(reader.GetString());

    /// <inheritdoc/>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WritePropertyName(value.ToString() ?? "");
    }

    // The default of the struct has no text.
    private static T Create(string? text) => string.IsNullOrEmpty(text) ? default : T.Create(text);
}
