using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Lathe.Json;
using Lathe.Tests.Support;

namespace Lathe.Tests.Json;

/// <summary>Feeds the same bytes to the cursor and to System.Text.Json: both must accept the same, and read the same values.</summary>
public class DifferentialTests
{
    private const int Chunks = 20;

    private static readonly int s_answers = Rounds.Of(200_000);
    private static readonly int s_values = Rounds.Of(12_000);

    private static readonly JsonSerializerOptions s_options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { ReadLongNumbersFromStrings } },
    };

    private static readonly JsonSerializerOptions s_print = new() { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    private static readonly JsonSerializerOptions s_utc = new() { Converters = { new OffsetsToUtc() } };

    private static readonly JsonSerializerOptions s_quoted = new() { NumberHandling = JsonNumberHandling.AllowReadingFromString };

    [Fact]
    public void AnswersAreReadLikeSystemTextJson()
    {
        var accepted = 0;
        Parallel.For(0, Chunks, chunk => Interlocked.Add(ref accepted, Compare(chunk * (s_answers / Chunks), s_answers / Chunks)));

        // Neither side of the comparison may be idle.
        Assert.InRange(accepted, s_answers / 4, s_answers * 3 / 4);
    }

    [Fact]
    public void Integers() => Compare((ref JsonCursor json) => json.ReadInt32(), JsonSerializerOptions.Default);

    [Fact]
    public void LongIntegers() => Compare((ref JsonCursor json) => json.ReadInt64(), s_quoted);

    [Fact]
    public void FloatingPointNumbers() => Compare((ref JsonCursor json) => json.ReadDouble(), JsonSerializerOptions.Default);

    [Fact]
    public void DecimalNumbers() => Compare((ref JsonCursor json) => json.ReadDecimal(), s_quoted);

    [Fact]
    public void Booleans() => Compare((ref JsonCursor json) => json.ReadBoolean(), JsonSerializerOptions.Default);

    [Fact]
    public void Strings() => Compare((ref JsonCursor json) => json.ReadStringOrNull(), JsonSerializerOptions.Default);

    [Fact]
    public void Guids() => Compare((ref JsonCursor json) => json.ReadGuid(), JsonSerializerOptions.Default);

    [Fact]
    public void DatesWithTimeAndOffset() => Compare((ref JsonCursor json) => json.ReadDateTimeOffset(), JsonSerializerOptions.Default);

    [Fact]
    public void DatesWithTime() => Compare((ref JsonCursor json) => json.ReadDateTime(), s_utc);

    [Fact]
    public void Dates() => Compare((ref JsonCursor json) => json.ReadDate(), JsonSerializerOptions.Default);

    [Fact]
    public void Urls() => Compare((ref JsonCursor json) => json.TryReadNull() ? null : json.ReadUri(), JsonSerializerOptions.Default);

    [Fact]
    public void Bytes() => Compare((ref JsonCursor json) => json.TryReadNull() ? null : json.ReadBytes(), JsonSerializerOptions.Default);

    [Fact]
    public void AnyJson() => Compare((ref JsonCursor json) => json.ReadElement(), JsonSerializerOptions.Default);

    [Fact]
    public void NullableIntegers() =>
        Compare<int?>((ref JsonCursor json) => json.TryReadNull() ? null : json.ReadInt32(), JsonSerializerOptions.Default);

    // Returns how many answers were accepted.
    private static int Compare(int first, int count)
    {
        using var memory = OperatingSystem.IsLinux() ? new GuardedMemory(1 << 17) : null;
        var accepted = 0;
        for (var seed = first; seed < first + count; seed++)
        {
            var random = new Random(seed);
            var bytes = Broken(random, Encoding.UTF8.GetBytes(new ShopText(random, seed % 4 == 0 ? 0.02 : 0).Data()), seed % 8);
            var expected = ByLibrary(bytes);
            var actual = ByCursor(memory is null || bytes.Length > memory.Size ? bytes : memory.Place(bytes), ShopJson.ReadData);
            if (expected != actual)
                Assert.Fail($"Seed {seed}: {Encoding.UTF8.GetString(bytes)}\nexpected {expected}\nactual   {actual}");
            accepted += expected is null ? 0 : 1;
        }

        return accepted;
    }

    private static void Compare<T>(JsonRead<T> read, JsonSerializerOptions options)
    {
        for (var seed = 0; seed < s_values; seed++)
        {
            var random = new Random(seed);
            var bytes = Encoding.UTF8.GetBytes(new ShopText(random, 0.05).Values(random.Next(1, 4)));
            if (seed % 3 == 0)
                bytes = Broken(random, bytes, seed % 8);
            var expected = ByLibrary<T[]>(bytes, options);
            var actual = ByCursor(bytes, (ref JsonCursor json) => json.ReadList(read).ToArray());
            if (expected != actual)
                Assert.Fail($"Seed {seed}: {Encoding.UTF8.GetString(bytes)}\nexpected {expected}\nactual   {actual}");
        }
    }

    // Returns an array of exactly the answer's length.
    private static byte[] Broken(Random random, byte[] bytes, int kind)
    {
        switch (kind)
        {
            case 1:
                return bytes[..random.Next(bytes.Length)];
            case 2:
                for (var flips = random.Next(1, 4); flips > 0; flips--)
                    bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
                return bytes;
            case 3:
                var at = random.Next(bytes.Length);
                return [.. bytes[..at], "{}[],:\"\\ntf019-+.eE \x00\x1f\u00e9"u8[random.Next(23)], .. bytes[at..]];
            case 4:
                var cut = random.Next(bytes.Length);
                return [.. bytes[..cut], .. bytes[Math.Min(bytes.Length, cut + random.Next(1, 4))..]];
            case 5:
                return [.. bytes, .. random.Next(3) switch { 0 => " \r\n\t"u8, 1 => "x"u8, _ => "\0"u8 }];
            default:
                return bytes;
        }
    }

    private static string? ByCursor<T>(ReadOnlySpan<byte> bytes, JsonRead<T> read)
    {
        try
        {
            var cursor = new JsonCursor(bytes);
            var value = read(ref cursor);
            cursor.ReadEndOfDocument();
            return Print(value);
        }
        catch (GraphQLReadException)
        {
            return null;
        }
    }

    private static string? ByLibrary(byte[] bytes) => ByLibrary<ShopData>(bytes, s_options);

    private static string? ByLibrary<T>(byte[] bytes, JsonSerializerOptions options)
    {
        try
        {
            var value = JsonSerializer.Deserialize<T>(bytes, options);

            // The annotations of type arguments, and of the value itself, are unknown to System.Text.Json.
            return value is null || (value is ShopData data && data.Machines.Any(HasNull)) ? null : Print(value);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool HasNull(ShopMachine? machine) => machine is null || machine.Samples.Any(sample => sample is null);

    private static string Print<T>(T value) => value is JsonElement[] elements
        ? string.Join('|', elements.Select(static element => Convert.ToHexString(JsonMarshal.GetRawUtf8Value(element))))
        : JsonSerializer.Serialize(value, s_print);

    // The library gives the time of the machine's zone for another offset.
    private sealed class OffsetsToUtc : JsonConverter<DateTime>
    {
        public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetDateTime() is { Kind: DateTimeKind.Local } local ? local.ToUniversalTime() : reader.GetDateTime();

        public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options) => writer.WriteStringValue(value);
    }

    private static void ReadLongNumbersFromStrings(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(
            static property => property.PropertyType == typeof(long) || property.PropertyType == typeof(decimal)))
            property.NumberHandling = JsonNumberHandling.AllowReadingFromString;
    }
}
