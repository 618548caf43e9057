using System.ComponentModel;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Lathe.Json;

/// <summary>Writes values of variables and inputs; null is written as such. Used by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class JsonWrite
{
    /// <summary>Writes a list.</summary>
    /// <typeparam name="T">The type of an item.</typeparam>
    /// <param name="writer">Where to write.</param>
    /// <param name="items">The items, or null.</param>
    /// <param name="writeItem">Writes one item.</param>
    public static void List<T>(Utf8JsonWriter writer, IEnumerable<T>? items, Action<Utf8JsonWriter, T> writeItem)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(writeItem);
        if (items is null)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartArray();
        foreach (var item in items)
            writeItem(writer, item);
        writer.WriteEndArray();
    }

    /// <summary>Writes an input object.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="value">The input, or null.</param>
    public static void Input(Utf8JsonWriter writer, IGraphQLInput? value)
    {
        if (value is null)
            writer.WriteNullValue();
        else
            value.WriteTo(writer);
    }

    /// <summary>Writes a value of an enum.</summary>
    /// <typeparam name="T">The enum.</typeparam>
    /// <param name="writer">Where to write.</param>
    /// <param name="value">The value, or null.</param>
    /// <exception cref="ArgumentException">The schema does not know the value.</exception>
    public static void Enum<T>(Utf8JsonWriter writer, T? value)
        where T : struct, IGraphQLEnumValue<T>
    {
        if (value is { } known)
            known.WriteTo(writer);
        else
            writer.WriteNullValue();
    }

    /// <summary>Writes the text of an enum's value.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="values">The values that the schema knows.</param>
    /// <param name="text">The value's text.</param>
    /// <param name="enumName">The enum's name in the schema.</param>
    /// <exception cref="ArgumentException">The schema does not know the value.</exception>
    public static void EnumText(Utf8JsonWriter writer, JsonNames values, string? text, string enumName)
    {
        if (string.IsNullOrEmpty(text))
            throw new ArgumentException($"A value of the enum {enumName} was left at its default, which is no value. Use one of its members.", nameof(text));
        var index = values.Find(Encoding.UTF8.GetBytes(text));
        if (index < 0)
        {
            throw new ArgumentException(
                $"'{text}' is not a value of the enum {enumName} in the schema that this client was built from, so it cannot be sent. "
                    + "Use one of its members, or download the schema again.",
                nameof(text));
        }

        writer.WriteStringValue(values[index]);
    }

    /// <summary>Writes a value of a custom scalar that is a value type.</summary>
    /// <typeparam name="T">The .NET type.</typeparam>
    /// <typeparam name="TConverter">The user's converter.</typeparam>
    /// <param name="writer">Where to write.</param>
    /// <param name="value">The value, or null.</param>
    public static void Scalar<T, TConverter>(Utf8JsonWriter writer, T? value)
        where T : struct
        where TConverter : IScalarConverter<T>
    {
        if (value is { } given)
            TConverter.Write(writer, given);
        else
            writer.WriteNullValue();
    }

    /// <summary>Writes a value of a custom scalar.</summary>
    /// <typeparam name="T">The .NET type.</typeparam>
    /// <typeparam name="TConverter">The user's converter.</typeparam>
    /// <param name="writer">Where to write.</param>
    /// <param name="value">The value, or null.</param>
    public static void Scalar<T, TConverter>(Utf8JsonWriter writer, T? value)
        where TConverter : IScalarConverter<T>
    {
        if (value is null)
            writer.WriteNullValue();
        else
            TConverter.Write(writer, value);
    }

    private static string Invariant(IFormattable value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
