using System.Text;
using Lathe.Json;

namespace Lathe.Tests.Json;

/// <summary>
/// Fields that are values or errors look for a null last. They read what others read, refuse what others refuse in the same words, and keep the error
/// of each null.
/// </summary>
public sealed class CaughtScalarTests
{
    private const string Field = "Field";

    private static readonly GraphQLError s_gone = new("gone");

    private delegate T CaughtRead<T>(ref JsonCursor json, ref FieldErrors errors);

    [Fact]
    public void Strings() => Compare((ref json, ref errors) => json.ReadString(ref errors, Field), (ref json) => json.ReadString());

    [Fact]
    public void Identifiers() => Compare((ref json, ref errors) => json.ReadId(ref errors, Field), (ref json) => json.ReadId());

    [Fact]
    public void Integers() => Compare((ref json, ref errors) => json.ReadInt32(ref errors, Field), (ref json) => json.ReadInt32());

    [Fact]
    public void LongIntegers() => Compare((ref json, ref errors) => json.ReadInt64(ref errors, Field), (ref json) => json.ReadInt64());

    [Fact]
    public void FloatingPointNumbers() => Compare((ref json, ref errors) => json.ReadDouble(ref errors, Field), (ref json) => json.ReadDouble());

    [Fact]
    public void DecimalNumbers() => Compare((ref json, ref errors) => json.ReadDecimal(ref errors, Field), (ref json) => json.ReadDecimal());

    [Fact]
    public void Booleans() => Compare((ref json, ref errors) => json.ReadBoolean(ref errors, Field), (ref json) => json.ReadBoolean());

    [Fact]
    public void Guids() => Compare((ref json, ref errors) => json.ReadGuid(ref errors, Field), (ref json) => json.ReadGuid());

    [Fact]
    public void DatesWithTimeAndOffset() =>
        Compare((ref json, ref errors) => json.ReadDateTimeOffset(ref errors, Field), (ref json) => json.ReadDateTimeOffset());

    private static void Compare<T>(CaughtRead<T> caught, JsonRead<T> plain)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var seed = 0; seed < 3_000; seed++)
        {
            var bytes = Text(new Random(seed));
            var actual = Read(bytes, (ref json) =>
            {
                var errors = default(FieldErrors);
                var value = caught(ref json, ref errors);
                return errors.Join(value, Field);
            });
            var expected = Read(bytes, (ref json) => json.TryReadNull() ? new FieldResult<T> { Error = s_gone } : plain(ref json));
            if (expected != actual)
                Assert.Fail($"Seed {seed}: {Encoding.UTF8.GetString(bytes)}\nexpected {expected}\nactual   {actual}");
            seen.Add(actual == "error: gone" ? "error" : actual.StartsWith("refused", StringComparison.Ordinal) ? "refused" : "value");
        }

        Assert.Superset(new HashSet<string> { "value", "error", "refused" }, seen);
    }

    private static byte[] Text(Random random)
    {
        var space = random.Next(4) == 0 ? " \n " : "";
        var value = random.Next(8) == 0 ? "null" : new ShopText(random, 0).Values(1)[1..^1];
        var bytes = Encoding.UTF8.GetBytes($"[{space}{value}{space}]");
        if (random.Next(4) == 0)
            bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
        return random.Next(16) == 0 ? bytes[..random.Next(bytes.Length)] : bytes;
    }

    // As when the answer is read again: an error without a place explains each null.
    private static string Read<T>(byte[] bytes, JsonRead<FieldResult<T>> read)
    {
        var cursor = new JsonCursor(bytes).Again(0, ErrorPlaces.Find("{}"u8, 0, [s_gone], JsonCursor.DefaultMaxDepth));
        try
        {
            var values = cursor.ReadList(read);
            cursor.ReadEndOfDocument();
            return string.Join('|', values);
        }
        catch (GraphQLReadException exception)
        {
            return $"refused: {exception.Message}";
        }
    }
}
