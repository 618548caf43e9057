using System.ComponentModel;
using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace Lathe.Json;

/// <summary>Writes a <see cref="BigInteger"/> for System.Text.Json as a number, and reads it as one or as text. Used by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class BigIntegerJsonConverter : ItemJsonConverter<BigInteger>
{
    // Reading takes time by the square of the digits.
    private const int MostDigits = 10_000;

    /// <inheritdoc/>
    /// <exception cref="JsonException">The value is no integer, or has more than 10,000 digits.</exception>
    public override BigInteger Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.TokenType == JsonTokenType.String ? reader.GetString()! : JsonElement.ParseValue(ref reader).GetRawText();
        return text.Length <= MostDigits && BigInteger.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw new JsonException($"An integer of at most {MostDigits} digits was expected.");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, BigInteger value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteRawValue(value.ToString(CultureInfo.InvariantCulture));
    }
}
