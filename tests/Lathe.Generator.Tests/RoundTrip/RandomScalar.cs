using System.Globalization;
using System.Text.Json.Nodes;
using Lathe.Generator.Binding;
using Lathe.Generator.Model;
using Lathe.Language.Configuration;

namespace Lathe.Generator.Tests.RoundTrip;

/// <summary>A random value of a scalar, as a server writes it.</summary>
internal static class RandomScalar
{
    private static readonly string[] s_texts =
    [
        "", "a", "Spindle 7", "quote \" and \\ back", "line\nbreak\ttab", "Müller", "機械", "😀", "\u0001", new string('x', 300),
    ];

    private static readonly ScalarMap s_map = new([]);

    public static JsonNode Next(Random random, string scalar) => Next(random, s_map.Find(scalar).Kind);

    public static JsonNode Next(Random random, ScalarKind kind) => kind switch
    {
        ScalarKind.Int => random.Next(int.MinValue, int.MaxValue),
        ScalarKind.Double => Math.Round((random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-8, 12)), 12),
        ScalarKind.Boolean => random.Next(2) == 0,
        ScalarKind.Long => random.NextInt64(-(1L << 53), 1L << 53),
        ScalarKind.Decimal => Math.Round((decimal)random.NextDouble() * 1_000_000m, random.Next(0, 10)),
        ScalarKind.DateTimeOffset or ScalarKind.DateTime => Instant(random).ToString("O", CultureInfo.InvariantCulture),
        ScalarKind.DateOnly => Instant(random).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ScalarKind.Guid => Identifier(random).ToString(),
        ScalarKind.BigInteger => random.NextInt64(-(1L << 53), 1L << 53),
        ScalarKind.TimeOnly => Instant(random).ToString("HH:mm:ss.fffffff", CultureInfo.InvariantCulture),
        ScalarKind.TimeSpan => IsoDuration(random),
        ScalarKind.Uri => "https://example.com/" + random.Next(),
        ScalarKind.Bytes => Convert.ToBase64String(Identifier(random).ToByteArray()),
        ScalarKind.Json => new JsonObject { ["list"] = new JsonArray(1, "two", null), ["text"] = s_texts[random.Next(s_texts.Length)] },
        _ => s_texts[random.Next(s_texts.Length)],
    };

    private static DateTimeOffset Instant(Random random) =>
        new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.FromHours(random.Next(-12, 13)))
            .AddTicks(random.NextInt64(0, TimeSpan.TicksPerDay * 10_000));

    private static string IsoDuration(Random random) => System.Xml.XmlConvert.ToString(TimeSpan.FromMilliseconds(random.Next()));

    private static Guid Identifier(Random random)
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }
}
