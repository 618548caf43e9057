using System.ComponentModel;
using System.Text.Json;

namespace Lathe.Json;

/// <summary>
/// Converts a <see cref="FieldResult{T}"/> whose value has a converter of its own, to <c>{"value":...}</c> or <c>{"error":...}</c>. Used by
/// generated code.
/// </summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <typeparam name="TConverter">What converts a value that is not null.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class FieldResultJsonConverter<T, TConverter> : ItemJsonConverter<FieldResult<T>>
    where TConverter : IItemJsonConverter, new()
{
    private readonly TConverter _values = new();

    /// <inheritdoc/>
    /// <exception cref="JsonException">The value is no object.</exception>
    public override FieldResult<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException("An object with 'value' or 'error' was expected.");
        var (value, error) = (default(T), default(GraphQLError));
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var (isValue, isError) = (reader.ValueTextEquals("value"u8), reader.ValueTextEquals("error"u8));
            reader.Read();
            if (reader.TokenType == JsonTokenType.Null || !(isValue || isError))
                reader.Skip();
            else if (isValue)
                value = (T?)_values.ReadItem(ref reader, options);
            else
                error = ErrorJson.Read(JsonElement.ParseValue(ref reader));
        }

        return new() { ValueOrDefault = value, Error = error };
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, FieldResult<T> value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartObject();
        if (value.Error is { } error)
        {
            writer.WritePropertyName("error"u8);
            ErrorJson.Write(writer, error);
        }
        else
        {
            writer.WritePropertyName("value"u8);
            if (value.ValueOrDefault is { } known)
                _values.WriteItem(writer, known, options);
            else
                writer.WriteNullValue();
        }

        writer.WriteEndObject();
    }
}
