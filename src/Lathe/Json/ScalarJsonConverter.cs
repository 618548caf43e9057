using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lathe.Json;

/// <summary>Lets System.Text.Json use the converter that a custom scalar is read and written with. Used by generated code.</summary>
/// <typeparam name="T">The .NET type.</typeparam>
/// <typeparam name="TConverter">The user's converter.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ScalarJsonConverter<T, TConverter> : JsonConverter<T>
    where TConverter : IScalarConverter<T>
{
    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => TConverter.Read(ref reader);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => TConverter.Write(writer, value);
}

/// <summary>Lets System.Text.Json convert a custom scalar by another converter, which generated classes make in their constructor.</summary>
/// <typeparam name="T">The .NET type.</typeparam>
/// <param name="converter">What converts.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ScalarJsonConverter<T>(JsonConverter<T> converter) : ItemJsonConverter<T>
{
    /// <inheritdoc/>
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        converter.Read(ref reader, typeToConvert, options);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => converter.Write(writer, value, options);
}
