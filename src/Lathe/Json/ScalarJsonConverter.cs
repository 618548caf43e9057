using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lathe.Json;

/// <summary>Lets System.Text.Json use the converter that a custom scalar is read and written with. Used by generated code.</summary>
/// <typeparam name="T">The .NET type.</typeparam>
/// <typeparam name="TConverter">The user's converter.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ScalarJsonConverter<T, TConverter> : JsonConverter<T>, IItemJsonConverter
    where TConverter : IScalarConverter<T>
{
    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => TConverter.Read(ref reader);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => TConverter.Write(writer, value);

    object? IItemJsonConverter.ReadItem(ref Utf8JsonReader reader, JsonSerializerOptions options) => TConverter.Read(ref reader);

    void IItemJsonConverter.WriteItem(Utf8JsonWriter writer, object value, JsonSerializerOptions options) => TConverter.Write(writer, (T)value);
}
