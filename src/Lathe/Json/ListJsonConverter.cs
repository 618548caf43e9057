using System.ComponentModel;
using System.Text.Json;

namespace Lathe.Json;

/// <summary>Converts a list whose items have a converter of their own. Used by generated code.</summary>
/// <typeparam name="T">The type of an item.</typeparam>
/// <typeparam name="TConverter">What converts an item that is not null.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ListJsonConverter<T, TConverter> : ItemJsonConverter<ResultList<T>>
    where TConverter : IItemJsonConverter, new()
{
    private readonly TConverter _items = new();

    /// <inheritdoc/>
    /// <exception cref="JsonException">The value is no array, or an item is null and must not be.</exception>
    public override ResultList<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
            throw new JsonException("An array was expected.");
        var items = new List<T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            items.Add(ReadItem(ref reader, options));
        return items;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, ResultList<T> value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStartArray();
        foreach (var item in value)
        {
            if (item is null)
                writer.WriteNullValue();
            else
                _items.WriteItem(writer, item, options);
        }

        writer.WriteEndArray();
    }

    private T ReadItem(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.Null)
            return (T)_items.ReadItem(ref reader, options)!;
        return default(T) is null ? default! : throw new JsonException("An item must not be null.");
    }
}
