using System.Globalization;
using System.Text.Json.Nodes;

namespace Lathe.Generator.Tests.RoundTrip;

/// <summary>A random value of a scalar, as a server writes it.</summary>
internal static class RandomScalar
{
    private static readonly string[] Texts =
    [
        "", "a", "Spindle 7", "quote \" and \\ back", "line\nbreak\ttab", "Müller", "機械", "😀", "\u0001", new string('x', 300),
    ];

    public static JsonNode Next(Random random, string scalar) => scalar switch
    {
        "Int" => random.Next(int.MinValue, int.MaxValue),
        "Float" => Math.Round((random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-8, 12)), 12),
        "Boolean" => random.Next(2) == 0,
        "Long" => random.NextInt64(-(1L << 53), 1L << 53),
        "Decimal" => Math.Round((decimal)random.NextDouble() * 1_000_000m, random.Next(0, 10)),
        "DateTime" => Instant(random).ToString("O", CultureInfo.InvariantCulture),
        "Date" => Instant(random).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        "UUID" => Identifier(random).ToString(),
        "JSON" => new JsonObject { ["list"] = new JsonArray(1, "two", null), ["text"] = Texts[random.Next(Texts.Length)] },
        _ => Texts[random.Next(Texts.Length)],
    };

    private static DateTimeOffset Instant(Random random) =>
        new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.FromHours(random.Next(-12, 13)))
            .AddTicks(random.NextInt64(0, TimeSpan.TicksPerDay * 10_000));

    private static Guid Identifier(Random random)
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }
}
