using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lathe.Json;

/// <summary>A converter that also converts the items of a list. Used by generated code.</summary>
/// <typeparam name="T">The .NET type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ItemJsonConverter<T> : JsonConverter<T>, IItemJsonConverter
{
    object? IItemJsonConverter.ReadItem(ref Utf8JsonReader reader, JsonSerializerOptions options) => Read(ref reader, typeof(T), options);

    void IItemJsonConverter.WriteItem(Utf8JsonWriter writer, object value, JsonSerializerOptions options) => Write(writer, (T)value, options);
}
