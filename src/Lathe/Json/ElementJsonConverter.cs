using System.ComponentModel;
using System.Text.Json;

namespace Lathe.Json;

/// <summary>Converts a JSON value that stands within something that has a converter. Used by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ElementJsonConverter : IItemJsonConverter
{
    object? IItemJsonConverter.ReadItem(ref Utf8JsonReader reader, JsonSerializerOptions options) => JsonElement.ParseValue(ref reader);

    void IItemJsonConverter.WriteItem(Utf8JsonWriter writer, object value, JsonSerializerOptions options) => ((JsonElement)value).WriteTo(writer);
}
