using System.Numerics;
using System.Text.Json;

namespace Lathe.Json;

public static partial class JsonWrite
{
    /// <summary>Writes a string.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="value">The value, or null.</param>
    public static void String(Utf8JsonWriter writer, string? value) =>
        writer.WriteStringValue(value);

    /// <summary>Writes an integer of 32 bits.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="value">The value, or null.</param>
    public static void Int(Utf8JsonWriter writer, int? value)
    {
        if (value is { } given)
            writer.WriteNumberValue(given);
        else
            writer.WriteNullValue();
    }

    /// <summary>Writes an integer of 64 bits.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="value">The value, or null.</param>
    public static void Long(Utf8JsonWriter writer, long? value)
    {
        if (value is { } given)
            writer.WriteNumberValue(given);
        else
            writer.WriteNullValue();
    }

    /// <summary>Writes a floating-point number; infinities and NaN have no JSON.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="value">The value, or null.</param>
    public static void Double(Utf8JsonWriter writer, double? value)
    {
        if (value is { } given)
            writer.WriteNumberValue(given);
        else
            writer.WriteNullValue();
    }

    /// <summary>Writes a boolean.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="value">The value, or null.</param>
    public static void Boolean(Utf8JsonWriter writer, bool? value)
    {
        if (value is { } given)
            writer.WriteBooleanValue(given);
        else
            writer.WriteNullValue();
    }

    /// <summary>Writes a decimal number.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="value">The value, or null.</param>
    public static void Decimal(Utf8JsonWriter writer, decimal? value)
    {
        if (value is { } given)
            writer.WriteNumberValue(given);
        else
            writer.WriteNullValue();
    }

    /// <summary>Writes an integer of any size.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="value">The value, or null.</param>
    public static void BigInteger(Utf8JsonWriter writer, BigInteger? value)
    {
        if (value is { } given)
            writer.WriteRawValue(Invariant(given, "D"));
        else
            writer.WriteNullValue();
    }

    /// <summary>Writes a date and time in ISO 8601.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="value">The value, or null.</param>
    public static void DateTimeOffset(Utf8JsonWriter writer, DateTimeOffset? value)
    {
        if (value is { } given)
            writer.WriteStringValue(given);
        else
            writer.WriteNullValue();
    }

    /// <summary>Writes a date and time in ISO 8601.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="value">The value, or null.</param>
    public static void DateTime(Utf8JsonWriter writer, DateTime? value)
    {
        if (value is { } given)
            writer.WriteStringValue(given);
        else
            writer.WriteNullValue();
    }

    /// <summary>Writes a date as <c>yyyy-MM-dd</c>.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="value">The value, or null.</param>
    public static void DateOnly(Utf8JsonWriter writer, DateOnly? value)
    {
        if (value is { } given)
            writer.WriteStringValue(Invariant(given, "yyyy-MM-dd"));
        else
            writer.WriteNullValue();
    }

    /// <summary>Writes a time of day as <c>HH:mm:ss[.fffffff]</c>.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="value">The value, or null.</param>
    public static void TimeOnly(Utf8JsonWriter writer, TimeOnly? value)
    {
        if (value is { } given)
            writer.WriteStringValue(Invariant(given, "HH:mm:ss.FFFFFFF"));
        else
            writer.WriteNullValue();
    }

    /// <summary>Writes a duration in ISO 8601.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="value">The value, or null.</param>
    public static void TimeSpan(Utf8JsonWriter writer, TimeSpan? value)
    {
        if (value is { } given)
            writer.WriteStringValue(IsoDuration.Format(given));
        else
            writer.WriteNullValue();
    }

    /// <summary>Writes a UUID.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="value">The value, or null.</param>
    public static void Guid(Utf8JsonWriter writer, Guid? value)
    {
        if (value is { } given)
            writer.WriteStringValue(given);
        else
            writer.WriteNullValue();
    }

    /// <summary>Writes a URL as it was given.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="value">The value, or null.</param>
    public static void Uri(Utf8JsonWriter writer, Uri? value) =>
        writer.WriteStringValue(value?.OriginalString);

    /// <summary>Writes bytes in base64.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="value">The bytes, or null.</param>
    public static void Bytes(Utf8JsonWriter writer, byte[]? value)
    {
        if (value is null)
            writer.WriteNullValue();
        else
            writer.WriteBase64StringValue(value);
    }

    /// <summary>Writes any JSON value.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="value">The value; null and an element that was never assigned are written as null.</param>
    public static void Json(Utf8JsonWriter writer, JsonElement? value)
    {
        if (value is { ValueKind: not JsonValueKind.Undefined } given)
            given.WriteTo(writer);
        else
            writer.WriteNullValue();
    }
}
