using System.Globalization;
using System.Text.Json;
using System.Xml;

namespace Lathe.Testing.Faking;

/// <summary>Values of types that are no text, in the form in which servers write them.</summary>
internal static class FakeValues
{
    private const int SecondsOfTwoYears = 2 * 365 * 24 * 60 * 60;

    private static readonly DateTime s_start = new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>Makes a time of 2024 or 2025 in UTC, such as <c>2024-03-01T08:30:00Z</c>.</summary>
    public static string Instant(ulong seed) => Time(seed).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static string LocalInstant(ulong seed) => Time(seed).ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);

    public static string Date(ulong seed) => Time(seed).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string TimeOfDay(ulong seed) => Time(seed).ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    public static string Duration(ulong seed) => XmlConvert.ToString(TimeSpan.FromSeconds(60 + seed.Below(86_400)));

    public static string Url(ulong seed) => "https://example.com/" + FakeText.Hex(seed, 8);

    /// <summary>Makes a UUID of version 4.</summary>
    public static Guid Guid(ulong seed)
    {
        Span<byte> bytes = stackalloc byte[16];
        BitConverter.TryWriteBytes(bytes, Hash.Mix(seed, 1));
        BitConverter.TryWriteBytes(bytes[8..], Hash.Mix(seed, 2));
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    public static string Bytes(ulong seed)
    {
        var bytes = new byte[12];
        for (var i = 0; i < bytes.Length; i++)
            bytes[i] = (byte)Hash.Mix(seed, (ulong)i);
        return Convert.ToBase64String(bytes);
    }

    /// <summary>Makes a whole number that fits the field's name.</summary>
    public static int Integer(string name, ulong seed) => name switch
    {
        "year" => 2000 + seed.Below(30),
        "month" => 1 + seed.Below(12),
        "day" => 1 + seed.Below(28),
        "hour" => seed.Below(24),
        "minute" or "second" => seed.Below(60),
        "port" => 1024 + seed.Below(60_000),
        _ when name.EndsWith("percent", StringComparison.Ordinal) => seed.Below(101),
        _ => 1 + seed.Below(100),
    };

    /// <summary>Makes a number with two places that fits the field's name. A decimal is written alike everywhere.</summary>
    public static decimal Number(string name, ulong seed) => name switch
    {
        "lat" or "latitude" => (seed.Below(18_000) - 9_000) / 100m,
        "lng" or "lon" or "longitude" => (seed.Below(36_000) - 18_000) / 100m,
        _ when name.EndsWith("percent", StringComparison.Ordinal) || name.EndsWith("percentage", StringComparison.Ordinal) =>
            seed.Below(10_001) / 100m,
        _ when name.EndsWith("ratio", StringComparison.Ordinal) => seed.Below(101) / 100m,
        _ => seed.Below(100_000) / 100m,
    };

    public static void Json(Utf8JsonWriter json, string name, ulong seed)
    {
        var isArray = name.EndsWith("array", StringComparison.Ordinal);
        if (isArray)
            json.WriteStartArray();
        json.WriteStartObject();
        json.WriteNumber(seed.Of(FakeWords.Words), seed.Below(100));
        json.WriteEndObject();
        if (isArray)
            json.WriteEndArray();
    }

    private static DateTime Time(ulong seed) => s_start.AddSeconds(seed.Below(SecondsOfTwoYears));
}
