using System.Text;
using System.Text.Json;

namespace Lathe.Json;

/// <summary>Writes the values of enums.</summary>
internal static class EnumText
{
    /// <summary>Writes the text of an enum's value.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="values">The values that the schema knows.</param>
    /// <param name="text">The value's text.</param>
    /// <param name="enumName">The enum's name.</param>
    /// <exception cref="ArgumentException">The schema does not know the value.</exception>
    public static void Write(Utf8JsonWriter writer, JsonNames values, string? text, string enumName)
    {
        if (string.IsNullOrEmpty(text))
            throw new ArgumentException(
                $"A value of the enum {enumName} was left at its default, which is no value. Use one of its members.", nameof(text));
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
}
