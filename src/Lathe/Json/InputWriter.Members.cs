using System.Numerics;
using System.Text.Json;

namespace Lathe.Json;

// A name for each type: for a method of twenty overloads the compiler weighs all of them, at each call of each client.
public readonly partial struct InputWriter
{
    /// <summary>Writes a member that is a string.</summary>
    /// <param name="name">The member's name in UTF-8.</param>
    /// <param name="value">The value, or null.</param>
    public void WriteString(ReadOnlySpan<byte> name, string? value) => Member(name).WriteValue(value);

    /// <summary>Writes a member that is an integer of 32 bits.</summary>
    /// <param name="name">The member's name in UTF-8.</param>
    /// <param name="value">The value, or null.</param>
    public void WriteInt32(ReadOnlySpan<byte> name, int? value) => Member(name).WriteValue(value);

    /// <summary>Writes a member that is an integer of 64 bits.</summary>
    /// <param name="name">The member's name in UTF-8.</param>
    /// <param name="value">The value, or null.</param>
    public void WriteInt64(ReadOnlySpan<byte> name, long? value) => Member(name).WriteValue(value);

    /// <summary>Writes a member that is a floating-point number; infinities and NaN have no JSON.</summary>
    /// <param name="name">The member's name in UTF-8.</param>
    /// <param name="value">The value, or null.</param>
    public void WriteDouble(ReadOnlySpan<byte> name, double? value) => Member(name).WriteValue(value);

    /// <summary>Writes a member that is a boolean.</summary>
    /// <param name="name">The member's name in UTF-8.</param>
    /// <param name="value">The value, or null.</param>
    public void WriteBoolean(ReadOnlySpan<byte> name, bool? value) => Member(name).WriteValue(value);

    /// <summary>Writes a member that is a decimal number.</summary>
    /// <param name="name">The member's name in UTF-8.</param>
    /// <param name="value">The value, or null.</param>
    public void WriteDecimal(ReadOnlySpan<byte> name, decimal? value) => Member(name).WriteValue(value);

    /// <summary>Writes a member that is an integer of any size.</summary>
    /// <param name="name">The member's name in UTF-8.</param>
    /// <param name="value">The value, or null.</param>
    public void WriteBigInteger(ReadOnlySpan<byte> name, BigInteger? value) => Member(name).WriteValue(value);

    /// <summary>Writes a member that is a date and time in ISO 8601.</summary>
    /// <param name="name">The member's name in UTF-8.</param>
    /// <param name="value">The value, or null.</param>
    public void WriteDateTimeOffset(ReadOnlySpan<byte> name, DateTimeOffset? value) => Member(name).WriteValue(value);

    /// <summary>Writes a member that is a date and time in ISO 8601.</summary>
    /// <param name="name">The member's name in UTF-8.</param>
    /// <param name="value">The value, or null.</param>
    public void WriteDateTime(ReadOnlySpan<byte> name, DateTime? value) => Member(name).WriteValue(value);

    /// <summary>Writes a member that is a date as <c>yyyy-MM-dd</c>.</summary>
    /// <param name="name">The member's name in UTF-8.</param>
    /// <param name="value">The value, or null.</param>
    public void WriteDate(ReadOnlySpan<byte> name, DateOnly? value) => Member(name).WriteValue(value);

    /// <summary>Writes a member that is a time of day as <c>HH:mm:ss[.fffffff]</c>.</summary>
    /// <param name="name">The member's name in UTF-8.</param>
    /// <param name="value">The value, or null.</param>
    public void WriteTime(ReadOnlySpan<byte> name, TimeOnly? value) => Member(name).WriteValue(value);

    /// <summary>Writes a member that is a duration in ISO 8601.</summary>
    /// <param name="name">The member's name in UTF-8.</param>
    /// <param name="value">The value, or null.</param>
    public void WriteTimeSpan(ReadOnlySpan<byte> name, TimeSpan? value) => Member(name).WriteValue(value);

    /// <summary>Writes a member that is a UUID.</summary>
    /// <param name="name">The member's name in UTF-8.</param>
    /// <param name="value">The value, or null.</param>
    public void WriteGuid(ReadOnlySpan<byte> name, Guid? value) => Member(name).WriteValue(value);

    /// <summary>Writes a member that is a URL as it was given.</summary>
    /// <param name="name">The member's name in UTF-8.</param>
    /// <param name="value">The value, or null.</param>
    public void WriteUri(ReadOnlySpan<byte> name, Uri? value) => Member(name).WriteValue(value);

    /// <summary>Writes a member that is bytes in base64.</summary>
    /// <param name="name">The member's name in UTF-8.</param>
    /// <param name="value">The value, or null.</param>
    public void WriteBytes(ReadOnlySpan<byte> name, byte[]? value) => Member(name).WriteValue(value);

    /// <summary>Writes a member that is any JSON value; an element that was never assigned is written as null.</summary>
    /// <param name="name">The member's name in UTF-8.</param>
    /// <param name="value">The value, or null.</param>
    public void WriteElement(ReadOnlySpan<byte> name, JsonElement? value) => Member(name).WriteValue(value);
}
