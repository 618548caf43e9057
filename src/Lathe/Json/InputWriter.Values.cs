using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace Lathe.Json;

public readonly partial struct InputWriter
{
    /// <summary>Writes a string.</summary>
    /// <param name="value">The value, or null.</param>
    public void WriteValue(string? value) => _writer.WriteStringValue(value);

    /// <summary>Writes an integer of 32 bits.</summary>
    /// <param name="value">The value, or null.</param>
    public void WriteValue(int? value)
    {
        if (value is { } given)
            _writer.WriteNumberValue(given);
        else
            _writer.WriteNullValue();
    }

    /// <summary>Writes an integer of 64 bits.</summary>
    /// <param name="value">The value, or null.</param>
    public void WriteValue(long? value)
    {
        if (value is { } given)
            _writer.WriteNumberValue(given);
        else
            _writer.WriteNullValue();
    }

    /// <summary>Writes a floating-point number; infinities and NaN have no JSON.</summary>
    /// <param name="value">The value, or null.</param>
    public void WriteValue(double? value)
    {
        if (value is { } given)
            _writer.WriteNumberValue(given);
        else
            _writer.WriteNullValue();
    }

    /// <summary>Writes a boolean.</summary>
    /// <param name="value">The value, or null.</param>
    public void WriteValue(bool? value)
    {
        if (value is { } given)
            _writer.WriteBooleanValue(given);
        else
            _writer.WriteNullValue();
    }

    /// <summary>Writes a decimal number.</summary>
    /// <param name="value">The value, or null.</param>
    public void WriteValue(decimal? value)
    {
        if (value is { } given)
            _writer.WriteNumberValue(given);
        else
            _writer.WriteNullValue();
    }

    /// <summary>Writes an integer of any size.</summary>
    /// <param name="value">The value, or null.</param>
    public void WriteValue(BigInteger? value)
    {
        if (value is { } given)
            _writer.WriteRawValue(Invariant(given));
        else
            _writer.WriteNullValue();
    }

    /// <summary>Writes a date and time in ISO 8601.</summary>
    /// <param name="value">The value, or null.</param>
    public void WriteValue(DateTimeOffset? value)
    {
        if (value is { } given)
            _writer.WriteStringValue(given);
        else
            _writer.WriteNullValue();
    }

    /// <summary>Writes a date and time in ISO 8601.</summary>
    /// <param name="value">The value, or null.</param>
    public void WriteValue(DateTime? value)
    {
        if (value is { } given)
            _writer.WriteStringValue(given);
        else
            _writer.WriteNullValue();
    }

    /// <summary>Writes a date as <c>yyyy-MM-dd</c>.</summary>
    /// <param name="value">The value, or null.</param>
    public void WriteValue(DateOnly? value)
    {
        if (value is { } given)
            _writer.WriteStringValue(Invariant(given, "yyyy-MM-dd"));
        else
            _writer.WriteNullValue();
    }

    /// <summary>Writes a time of day as <c>HH:mm:ss[.fffffff]</c>.</summary>
    /// <param name="value">The value, or null.</param>
    public void WriteValue(TimeOnly? value)
    {
        if (value is { } given)
            _writer.WriteStringValue(Invariant(given, "HH:mm:ss.FFFFFFF"));
        else
            _writer.WriteNullValue();
    }

    /// <summary>Writes a duration in ISO 8601.</summary>
    /// <param name="value">The value, or null.</param>
    public void WriteValue(TimeSpan? value)
    {
        if (value is { } given)
            _writer.WriteStringValue(IsoDuration.Format(given));
        else
            _writer.WriteNullValue();
    }

    /// <summary>Writes a UUID.</summary>
    /// <param name="value">The value, or null.</param>
    public void WriteValue(Guid? value)
    {
        if (value is { } given)
            _writer.WriteStringValue(given);
        else
            _writer.WriteNullValue();
    }

    /// <summary>Writes a URL as it was given.</summary>
    /// <param name="value">The value, or null.</param>
    public void WriteValue(Uri? value) => _writer.WriteStringValue(value?.OriginalString);

    /// <summary>Writes bytes in base64.</summary>
    /// <param name="value">The value, or null.</param>
    public void WriteValue(byte[]? value)
    {
        if (value is not null)
            _writer.WriteBase64StringValue(value);
        else
            _writer.WriteNullValue();
    }

    /// <summary>Writes any JSON value; an element that was never assigned is written as null.</summary>
    /// <param name="value">The value, or null.</param>
    public void WriteValue(JsonElement? value)
    {
        if (value is { ValueKind: not JsonValueKind.Undefined } given)
            given.WriteTo(_writer);
        else
            _writer.WriteNullValue();
    }

    private static string Invariant(IFormattable value, string? format = null) => value.ToString(format, CultureInfo.InvariantCulture);
}
