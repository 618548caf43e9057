using System.ComponentModel;
using System.Text.Json;

namespace Lathe.Json;

/// <summary>Converts the items of a list, none of which is null. A list of nullable items then needs no converter of another type.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IItemJsonConverter
{
    internal object? ReadItem(ref Utf8JsonReader reader, JsonSerializerOptions options);

    internal void WriteItem(Utf8JsonWriter writer, object value, JsonSerializerOptions options);
}
