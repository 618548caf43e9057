using System.Numerics;
using System.Text.Json;
using System.Text.Json.Serialization;
using Lathe.Json;

namespace Lathe.Tests.Json;

/// <summary>Results and inputs by System.Text.Json, as caches and web APIs read and write them.</summary>
public sealed class ConverterTests
{
    private static readonly JsonSerializerOptions s_options = new()
    {
        Converters =
        {
            new BigIntegerJsonConverter(),
            new ListJsonConverter<BigInteger, BigIntegerJsonConverter>(),
            new ListJsonConverter<BigInteger?, BigIntegerJsonConverter>(),
            new FieldResultJsonConverter<ResultList<BigInteger>, ListJsonConverter<BigInteger, BigIntegerJsonConverter>>(),
            new ReadableInputJsonConverter<Point>(),
            new InputJsonConverter<Sent>(),
            new ScalarJsonConverter<int, Hex>(),
        },
    };

    [Fact]
    public void BigIntegersAreNumbersOrText()
    {
        var value = BigInteger.Pow(10, 60) + 1;
        Assert.Equal(value.ToString(), JsonSerializer.Serialize(value, s_options));
        Assert.Equal(value, JsonSerializer.Deserialize<BigInteger>($"\"{value}\"", s_options));
        Assert.Equal(-value, JsonSerializer.Deserialize<BigInteger>($"{-value}", s_options));
        Assert.Equal(10_000, JsonSerializer.Deserialize<BigInteger>(new string('9', 10_000), s_options).ToString().Length);
        foreach (var text in new[] { new string('9', 10_001), "1.5", "\"x\"", "true" })
        {
            Assert.StartsWith(
                "An integer of at most 10000 digits was expected.",
                Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<BigInteger>(text, s_options)).Message,
                StringComparison.Ordinal);
        }

        Assert.Throws<ArgumentNullException>("writer", static () => new BigIntegerJsonConverter().Write(null!, 1, s_options));
    }

    [Fact]
    public void ListsAreArrays()
    {
        Assert.Equal("[1,2]", JsonSerializer.Serialize<ResultList<BigInteger>>([1, 2], s_options));
        Assert.Equal([1, 2], JsonSerializer.Deserialize<ResultList<BigInteger>>("[1,2]", s_options)!);
        Assert.Empty(JsonSerializer.Deserialize<ResultList<BigInteger>>("[]", s_options)!);
        Assert.Equal("[1,null]", JsonSerializer.Serialize<ResultList<BigInteger?>>([1, null], s_options));
        Assert.Equal([1, null], JsonSerializer.Deserialize<ResultList<BigInteger?>>("[1,null]", s_options)!);
        Refused<ResultList<BigInteger>>("{}", "An array was expected.");
        Refused<ResultList<BigInteger>>("[1,null]", "An item must not be null.");
        var converter = new ListJsonConverter<BigInteger, BigIntegerJsonConverter>();
        Assert.Throws<ArgumentNullException>("writer", () => converter.Write(null!, [], s_options));
        Assert.Throws<ArgumentNullException>("value", () => JsonText.Write(writer => converter.Write(writer, null!, s_options)));
    }

    [Fact]
    public void AResultIsItsValueOrItsError()
    {
        Assert.Equal("""{"value":[1]}""", JsonSerializer.Serialize(new FieldResult<ResultList<BigInteger>>([1]), s_options));
        Assert.Equal("""{"value":null}""", JsonSerializer.Serialize(default(FieldResult<ResultList<BigInteger>>), s_options));
        var failed = new FieldResult<ResultList<BigInteger>> { ValueOrDefault = [1], Error = new("gone") };
        Assert.Equal("""{"error":{"message":"gone"}}""", JsonSerializer.Serialize(failed, s_options));
        var read = JsonSerializer.Deserialize<FieldResult<ResultList<BigInteger>>>(
            """{"x":[1],"value":[2],"error":null,"y":{"value":[3]}}""", s_options);
        Assert.Equal([2], read.Value);
        read = JsonSerializer.Deserialize<FieldResult<ResultList<BigInteger>>>("""{"error":{"message":"e"},"value":null}""", s_options);
        Assert.Equal("e", read.Error!.Message);
        Refused<FieldResult<ResultList<BigInteger>>>("[]", "An object with 'value' or 'error' was expected.");
        var converter = new FieldResultJsonConverter<ResultList<BigInteger>, ListJsonConverter<BigInteger, BigIntegerJsonConverter>>();
        Assert.Throws<ArgumentNullException>("writer", () => converter.Write(null!, default, s_options));
    }

    [Fact]
    public void AnyJsonIsAnItem()
    {
        var converter = new ListJsonConverter<JsonElement, ElementJsonConverter>();
        var options = new JsonSerializerOptions { Converters = { converter } };
        var read = JsonSerializer.Deserialize<ResultList<JsonElement>>("""[1,{"a":[]}]""", options)!;
        Assert.Equal("""[1,{"a":[]}]""", JsonSerializer.Serialize(read, options));
    }

    [Fact]
    public void InputsAreReadWhereTheClientHasTheCode()
    {
        Assert.Equal("""{"x":1,"y":2}""", JsonSerializer.Serialize(new Point(1, 2), s_options));
        Assert.Equal(new Point(1, 2), JsonSerializer.Deserialize<Point>(""" {"y":2, "x":1} """, s_options));
        Refused<Point>("""{"x":1}""", "The JSON is not a Point: 'y' should be y.");
        Refused<Point>("[]", "The JSON is not a Point: it should be an object.");
        Refused<Point>("""{"x":1,"y":[]}""", "The JSON is not a Point: 'y' should be a 32-bit integer.");
        Assert.Equal("""{"x":3}""", JsonSerializer.Serialize(new Sent(), s_options));
        var failure = Assert.Throws<NotSupportedException>(static () => JsonSerializer.Deserialize<Sent>("{}", s_options));
        Assert.StartsWith(
            "The client has no code that reads the input Sent. Set \"readInputs\": true under \"extensions.lathe\" in .graphqlrc.json.",
            failure.Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>("options", static () =>
        {
            var reader = new Utf8JsonReader("{}"u8);
            new ReadableInputJsonConverter<Point>().Read(ref reader, typeof(Point), null!);
        });
    }

    [Fact]
    public void AnInputIsReadAsDeepAsTheOptionsSay()
    {
        const string Json = """{"x":1,"y":2,"z":[[]]}""";
        Assert.Equal(new Point(1, 2), JsonSerializer.Deserialize<Point>(Json, s_options));
        var shallow = new JsonSerializerOptions(s_options) { MaxDepth = 2 };
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Point>(Json, shallow));
        Assert.Equal(new Point(1, 2), JsonSerializer.Deserialize<Point>("""{"x":1,"y":2,"z":[]}""", shallow));
    }

    [Fact]
    public void ScalarsGoThroughTheUsersConverter()
    {
        Assert.Equal("\"ff\"", JsonSerializer.Serialize(255, s_options));
        Assert.Equal(255, JsonSerializer.Deserialize<int>("\"ff\"", s_options));
        var items = new JsonSerializerOptions { Converters = { new ListJsonConverter<int, HexItems>() } };
        Assert.Equal("[\"ff\"]", JsonSerializer.Serialize<ResultList<int>>([255], items));
        Assert.Equal([255], JsonSerializer.Deserialize<ResultList<int>>("[\"ff\"]", items)!);
    }

    private static void Refused<T>(string json, string said) => Assert.StartsWith(
        said, Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<T>(json, s_options)).Message, StringComparison.Ordinal);

    private sealed record Point(int X, int Y) : IReadableInput<Point>
    {
        private static readonly JsonNames s_names = new("x y"u8);

        public static Point Read(ref JsonCursor json)
        {
            var (x, y) = (0, 0);
            for (var i = json.Start(s_names, out var seen); i >= 0; i = json.Next(s_names, i, ref seen))
            {
                if (i == 0)
                    x = json.ReadInt32();
                else
                    y = json.ReadInt32();
            }

            return new Point(x, y);
        }

        public void WriteMembers(InputWriter json)
        {
            json.WriteInt32("x"u8, X);
            json.WriteInt32("y"u8, Y);
        }
    }

    private sealed class Sent : IGraphQLInput
    {
        public void WriteMembers(InputWriter json) => json.WriteInt32("x"u8, 3);
    }

    private sealed class Hex : IScalarConverter<int>
    {
        public static int Read(ref Utf8JsonReader reader) => Convert.ToInt32(reader.GetString(), 16);

        public static void Write(Utf8JsonWriter writer, int value) => writer.WriteStringValue(value.ToString("x", null));
    }

    private sealed class HexItems() : ScalarJsonConverter<int>(new ScalarJsonConverter<int, Hex>());
}
