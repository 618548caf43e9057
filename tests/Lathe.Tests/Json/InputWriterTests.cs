using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;
using Lathe.Json;

namespace Lathe.Tests.Json;

/// <summary>What variables look like on the wire.</summary>
public sealed class InputWriterTests
{
    [Fact]
    public void EachKindOfMemberIsWrittenUnderItsName()
    {
        Assert.Equal("""{"a":"x\u0022"}""", JsonText.Members(static json => json.WriteString("a"u8, "x\"")));
        Assert.Equal("""{"a":-1,"b":9007199254740993}""", JsonText.Members(static json =>
        {
            json.WriteInt32("a"u8, -1);
            json.WriteInt64("b"u8, 9007199254740993);
        }));
        Assert.Equal("""{"a":0.5,"b":true,"c":1.50}""", JsonText.Members(static json =>
        {
            json.WriteDouble("a"u8, 0.5);
            json.WriteBoolean("b"u8, true);
            json.WriteDecimal("c"u8, 1.50m);
        }));
        Assert.Equal("""{"a":-100000000000000000000}""", JsonText.Members(static json => json.WriteBigInteger("a"u8, -BigInteger.Pow(10, 20))));
        var digits = new string('9', 60);
        Assert.Equal($"{{\"a\":{digits}}}", JsonText.Members(json => json.WriteBigInteger("a"u8, BigInteger.Parse(digits))));
        Assert.Equal("""{"a":"6f9619ff-8b86-d011-b42d-00c04fc964ff","b":"http://a/ b","c":"AQI=","d":[1,{}]}""", JsonText.Members(static json =>
        {
            json.WriteGuid("a"u8, Guid.Parse("6f9619ff-8b86-d011-b42d-00c04fc964ff"));
            json.WriteUri("b"u8, new Uri("http://a/ b"));
            json.WriteBytes("c"u8, [1, 2]);
            json.WriteElement("d"u8, JsonText.Element("[1,{}]"));
        }));
    }

    [Fact]
    public void DatesAndTimesAreWrittenAsIso8601()
    {
        Assert.Equal("""{"a":"2026-01-02T03:04:05.5-07:00","b":"2026-01-02T03:04:05","c":"2026-01-02"}""", JsonText.Members(static json =>
        {
            json.WriteDateTimeOffset("a"u8, new DateTimeOffset(2026, 1, 2, 3, 4, 5, 500, TimeSpan.FromHours(-7)));
            json.WriteDateTime("b"u8, new DateTime(2026, 1, 2, 3, 4, 5));
            json.WriteDate("c"u8, new DateOnly(2026, 1, 2));
        }));
        Assert.Equal("""{"a":"03:04:05","b":"23:00:00.0000001","c":"PT1M30S"}""", JsonText.Members(static json =>
        {
            json.WriteTime("a"u8, new TimeOnly(3, 4, 5));
            json.WriteTime("b"u8, new TimeOnly((23 * TimeSpan.TicksPerHour) + 1));
            json.WriteTimeSpan("c"u8, TimeSpan.FromSeconds(90));
        }));
    }

    [Theory]
    [InlineData("00:00:00", "PT0S")]
    [InlineData("10:00:00", "PT10H")]
    [InlineData("00:10:00", "PT10M")]
    [InlineData("00:00:10", "PT10S")]
    [InlineData("3.00:00:00", "P3D")]
    [InlineData("-3.00:00:00", "-P3D")]
    [InlineData("1.02:03:04.0500000", "P1DT2H3M4.05S")]
    [InlineData("-00:00:00.0000001", "-PT0.0000001S")]
    public void DurationsHaveNoUnitThatIsZero(string value, string expected) => Assert.Equal(
        $"\"{expected}\"", JsonText.Write(writer => new InputWriter(writer).WriteValue(TimeSpan.ParseExact(value, "c", null))));

    [Fact]
    public void NothingIsNull()
    {
        var text = JsonText.Members(static json =>
        {
            json.WriteString("a"u8, null);
            json.WriteInt32("b"u8, null);
            json.WriteInt64("c"u8, null);
            json.WriteDouble("d"u8, null);
            json.WriteBoolean("e"u8, null);
            json.WriteDecimal("f"u8, null);
            json.WriteBigInteger("g"u8, null);
            json.WriteDateTimeOffset("h"u8, null);
            json.WriteDateTime("i"u8, null);
            json.WriteDate("j"u8, null);
            json.WriteTime("k"u8, null);
            json.WriteTimeSpan("l"u8, null);
            json.WriteGuid("m"u8, null);
            json.WriteUri("n"u8, null);
            json.WriteBytes("o"u8, null);
            json.WriteElement("p"u8, null);
            json.WriteElement("q"u8, default(JsonElement));
            json.WriteInput("r"u8, null);
            json.WriteEnum("s"u8, (Mode?)null);
            json.WriteList<string>("t"u8, null, static (item, value) => item.WriteValue(value));
            json.WriteStrings("u"u8, null);
            json.WriteInputs("v"u8, null);
            json.WriteScalar<Version, VersionConverter>("w"u8, null);
            json.WriteScalar<int, HexConverter>("x"u8, (int?)null);
        });
        Assert.Equal($"{{{string.Join(',', "abcdefghijklmnopqrstuvwx".Select(static name => $"\"{name}\":null"))}}}", text);
    }

    [Fact]
    public void ListsAndInputsNest()
    {
        Assert.Equal(
            """{"a":{"b":["x",null],"c":[{"d":1},null],"e":[[2]]}}""", JsonText.Members(static json => json.WriteInput("a"u8, new Nested())));
        Assert.Throws<ArgumentNullException>(
            "writeItem", static () => JsonText.Write(static writer => new InputWriter(writer).WriteValue<int>([1], null!)));
        Assert.Throws<ArgumentNullException>("writer", static () => new InputWriter(null!));
    }

    [Fact]
    public void EnumsAndScalarsAreWrittenByWhatTheyAre()
    {
        Assert.Equal("""{"a":"ON","b":"OFF","c":"1.2","d":"ff"}""", JsonText.Members(static json =>
        {
            json.WriteEnum("a"u8, new Mode("ON"));
            json.WriteEnum("b"u8, (Mode?)new Mode("OFF"));
            json.WriteScalar<Version, VersionConverter>("c"u8, new Version(1, 2));
            json.WriteScalar<int, HexConverter>("d"u8, (int?)255);
        }));
        var unknown = Assert.Throws<ArgumentException>(static () => JsonText.Members(static json => json.WriteEnum("a"u8, new Mode("AUTO"))));
        Assert.Equal(
            "'AUTO' is not a value of the enum Mode in the schema that this client was built from, so it cannot be sent. Use one of its members, or "
                + "download the schema again. (Parameter 'text')",
            unknown.Message);
        var none = Assert.Throws<ArgumentException>(static () => JsonText.Members(static json => json.WriteEnum("a"u8, default(Mode))));
        Assert.Equal(
            "A value of the enum Mode was left at its default, which is no value. Use one of its members. (Parameter 'text')", none.Message);
    }

    [Fact]
    public void NumbersAreTextUnderANameToo() => Assert.Equal("""{"a":"1","b":2.5,"c":"9007199254740992"}""", JsonText.Members(static json =>
    {
        json.WriteInt64("a"u8, 1, NumberForm.Text);
        json.WriteDecimal("b"u8, 2.5m, NumberForm.Safe);
        json.WriteBigInteger("c"u8, 9007199254740992, NumberForm.Safe);
    }));

    [Theory]
    [InlineData("999999999999999", false)]
    [InlineData("-999999999999999", false)]
    [InlineData("1000000000000000", true)]
    [InlineData("4294967296", false)]
    [InlineData("18446744073709551616", true)]
    [InlineData("18446744073709551617", true)]
    public void ADecimalIsTextFromTheDigitThatADoubleLoses(string value, bool isText) => Assert.Equal(
        isText ? $"\"{value}\"" : value,
        JsonText.Write(writer => new InputWriter(writer).WriteValue(decimal.Parse(value, CultureInfo.InvariantCulture), NumberForm.Safe)));

    [Fact]
    public void ARequestIsItsOperationItsFragmentsAndItsName()
    {
        var text = new RequestText("query A { ...B }"u8).Add(" fragment B"u8).Add(" on C { d }"u8).End("Ä");
        Assert.Equal("""{"query":"query A { ...B } fragment B on C { d }","operationName":"Ä" """.TrimEnd(), Encoding.UTF8.GetString(text.Span));
        Assert.Throws<ArgumentNullException>("operationName", static () => new RequestText("{a}"u8).End(null!));
    }

    private sealed class Nested : IGraphQLInput
    {
        public void WriteMembers(InputWriter json)
        {
            json.WriteStrings("b"u8, ["x", null]);
            json.WriteInputs("c"u8, [new Leaf(), null]);
            json.WriteList<int[]>("e"u8, [[2]], static (list, items) => list.WriteValue(items, static (one, item) => one.WriteValue(item)));
        }
    }

    private sealed class Leaf : IGraphQLInput
    {
        public void WriteMembers(InputWriter json) => json.WriteInt32("d"u8, 1);
    }

    private sealed class VersionConverter : IScalarConverter<Version>
    {
        public static Version Read(ref Utf8JsonReader reader) => Version.Parse(reader.GetString()!);

        public static void Write(Utf8JsonWriter writer, Version value) => writer.WriteStringValue(value.ToString());
    }

    private sealed class HexConverter : IScalarConverter<int>
    {
        public static int Read(ref Utf8JsonReader reader) => Convert.ToInt32(reader.GetString(), 16);

        public static void Write(Utf8JsonWriter writer, int value) => writer.WriteStringValue(value.ToString("x", null));
    }
}
