using System.Buffers;
using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lathe.Json;

/// <summary>
/// Writes an input for System.Text.Json as it is sent, and reads it: what the JSON leaves out was never set. Used by generated code.
/// </summary>
/// <typeparam name="T">The input.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ReadableInputJsonConverter<T> : JsonConverter<T>
    where T : class, IReadableInput<T>
{
    /// <inheritdoc/>
    /// <exception cref="JsonException">The JSON is no such input.</exception>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        // The cursor needs the text in one piece. A reader may have it in several.
        var text = new ArrayBufferWriter<byte>();
        using (var document = JsonDocument.ParseValue(ref reader))
        using (var writer = new Utf8JsonWriter(text))
            document.RootElement.WriteTo(writer);
        var cursor = new JsonCursor(text.WrittenSpan, options.MaxDepth == 0 ? JsonCursor.DefaultMaxDepth : options.MaxDepth);
        try
        {
            return T.Read(ref cursor);
        }
        catch (GraphQLReadException failure)
        {
            var place = failure.Path.Length == 0 ? "it" : $"'{failure.Path}'";
            throw new JsonException($"The JSON is not a {typeof(T).Name}: {place} should be {failure.Expected}.", failure);
        }
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The input has an enum's value that the schema does not know.</exception>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => new InputWriter(writer).WriteValue(value);
}
