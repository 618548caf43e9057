using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;
using Lathe.Json;
using static Lathe.Tests.Json.JsonText;

namespace Lathe.Tests.Json;

/// <summary>The scalars that System.Text.Json has no counterpart for.</summary>
public class ScalarTests
{
    [Theory]
    [InlineData("PT1H30M", "01:30:00")]
    [InlineData("P1DT0.5S", "1.00:00:00.5000000")]
    [InlineData("P2W", "14.00:00:00")]
    [InlineData("-PT5S", "-00:00:05")]
    [InlineData("PT0,25S", "00:00:00.2500000")]
    [InlineData("01:02:03.5", "01:02:03.5000000")]
    [InlineData("PT0S", "00:00:00")]
    public void Durations(string text, string expected) =>
        Assert.Equal(TimeSpan.ParseExact(expected, "c", null), Read($"\"{text}\"", (ref JsonCursor json) => json.ReadTimeSpan()));

    [Theory]
    [InlineData("")]
    [InlineData("P")]
    [InlineData("PT")]
    [InlineData("P1Y")]
    [InlineData("P1M")]
    [InlineData("PT1S1M")]
    [InlineData("PT1.5H")]
    [InlineData("PT.5S")]
    [InlineData("PT5")]
    [InlineData("P99999999999999D")]
    [InlineData("1 day")]
    public void WhatIsNoDurationOfFixedLengthIsRefused(string text) =>
        Assert.Throws<GraphQLReadException>(() => Read($"\"{text}\"", (ref JsonCursor json) => json.ReadTimeSpan()));

    [Fact]
    public void DurationsSurviveWritingAndReading()
    {
        var random = new Random(1);
        TimeSpan[] values =
        [
            TimeSpan.Zero, TimeSpan.MinValue, TimeSpan.MaxValue,
            .. Enumerable.Range(0, 1000).Select(_ => new TimeSpan(random.NextInt64() >> random.Next(60))),
        ];
        foreach (var value in values)
            Assert.Equal(value, Read(Write(writer => new InputWriter(writer).WriteValue(value)), (ref JsonCursor json) => json.ReadTimeSpan()));
    }

    [Theory]
    [InlineData("09:08", 9, 8, 0, 0)]
    [InlineData("09:08:07", 9, 8, 7, 0)]
    [InlineData("23:59:59.25", 23, 59, 59, 250)]
    public void Times(string text, int hour, int minute, int second, int millisecond) =>
        Assert.Equal(new TimeOnly(hour, minute, second, millisecond), Read($"\"{text}\"", (ref JsonCursor json) => json.ReadTime()));

    [Theory]
    [InlineData("\"abc\"", "abc")]
    [InlineData(" 17", "17")]
    [InlineData("-9223372036854775809", "-9223372036854775809")]
    public void Identifiers(string text, string expected) => Assert.Equal(expected, Read(text, (ref JsonCursor json) => json.ReadId()));

    [Theory]
    [InlineData("1.5")]
    [InlineData("1e3")]
    [InlineData("null")]
    [InlineData("true")]
    public void WhatIsNoIdentifierIsRefused(string text) =>
        Assert.Throws<GraphQLReadException>(() => Read(text, (ref JsonCursor json) => json.ReadId()));

    [Fact]
    public void BigIntegers()
    {
        var value = BigInteger.Parse("123456789012345678901234567890");
        Assert.Equal(value, Read(value.ToString(), (ref JsonCursor json) => json.ReadBigInteger()));
        Assert.Equal(-value, Read($"\"-{value}\"", (ref JsonCursor json) => json.ReadBigInteger()));
        Assert.Equal(value.ToString(), Write(writer => new InputWriter(writer).WriteValue(value)));
        Assert.Throws<GraphQLReadException>(() => Read(new string('9', 20_000), (ref JsonCursor json) => json.ReadBigInteger()));
        Assert.Throws<GraphQLReadException>(() => Read("1.5", (ref JsonCursor json) => json.ReadBigInteger()));
    }

    [Theory]
    [InlineData("\"\\u0031\\u0032\"", "12")]
    [InlineData("\"\\u002d7\"", "-7")]
    public void BigIntegersAreUnescaped(string text, string expected) =>
        Assert.Equal(BigInteger.Parse(expected), Read(text, (ref JsonCursor json) => json.ReadBigInteger()));

    [Theory]
    [InlineData("\"\"")]
    [InlineData("\"1 \"")]
    [InlineData("\"\\ud800\"")]
    [InlineData("\"１\"")]
    public void WhatIsNoBigIntegerIsRefused(string text) =>
        Assert.Throws<GraphQLReadException>(() => Read(text, (ref JsonCursor json) => json.ReadBigInteger()));

    [Fact]
    public void AnEscapedBigIntegerHasTheSameBound()
    {
        Assert.Equal(10_000, Read($"\"{Escaped(10_000)}\"", (ref JsonCursor json) => json.ReadBigInteger()).ToString().Length);
        Assert.Throws<GraphQLReadException>(() => Read($"\"{Escaped(10_001)}\"", (ref JsonCursor json) => json.ReadBigInteger()));

        static string Escaped(int digits) => string.Concat(Enumerable.Repeat("\\u0039", digits));
    }

    [Theory]
    [InlineData("9007199254740991", "9007199254740991")]
    [InlineData("-9007199254740991", "-9007199254740991")]
    [InlineData("9007199254740992", "\"9007199254740992\"")]
    [InlineData("-9007199254740992", "\"-9007199254740992\"")]
    [InlineData("-9223372036854775808", "\"-9223372036854775808\"")]
    public void IntegersThatADoubleWouldRoundAreText(string value, string expected)
    {
        Assert.Equal(expected, Write(writer => new InputWriter(writer).WriteValue(long.Parse(value), NumberForm.Safe)));
        Assert.Equal(expected, Write(writer => new InputWriter(writer).WriteValue(BigInteger.Parse(value), NumberForm.Safe)));
        Assert.Equal(value, Write(writer => new InputWriter(writer).WriteValue(long.Parse(value), NumberForm.Number)));
        Assert.Equal($"\"{value}\"", Write(writer => new InputWriter(writer).WriteValue(BigInteger.Parse(value), NumberForm.Text)));
    }

    [Theory]
    [InlineData("0.1", "0.1")]
    [InlineData("-99999999999999.9", "-99999999999999.9")]
    [InlineData("1234567890123456", "\"1234567890123456\"")]
    [InlineData("-0.1234567890123456789012345678", "\"-0.1234567890123456789012345678\"")]
    public void DecimalsThatADoubleWouldRoundAreText(string value, string expected)
    {
        var number = decimal.Parse(value, CultureInfo.InvariantCulture);
        Assert.Equal(expected, Write(writer => new InputWriter(writer).WriteValue(number, NumberForm.Safe)));
        Assert.Equal($"\"{value}\"", Write(writer => new InputWriter(writer).WriteValue(number, NumberForm.Text)));
        Assert.Equal(value, Write(writer => new InputWriter(writer).WriteValue(number, NumberForm.Number)));
    }

    [Fact]
    public void NoNumberIsNullInEveryForm()
    {
        foreach (var form in Enum.GetValues<NumberForm>())
        {
            Assert.Equal("null", Write(writer => new InputWriter(writer).WriteValue((long?)null, form)));
            Assert.Equal("null", Write(writer => new InputWriter(writer).WriteValue((decimal?)null, form)));
            Assert.Equal("null", Write(writer => new InputWriter(writer).WriteValue((BigInteger?)null, form)));
        }
    }

    [Theory]
    [InlineData("9223372036854775808")]
    [InlineData("\"9223372036854775808\"")]
    [InlineData("1.5")]
    public void ANumberThatDoesNotFitSaysWhichTypeToMap(string text)
    {
        var failure = Assert.Throws<GraphQLReadException>(() => Read(text, (ref JsonCursor json) => json.ReadInt64()));
        Assert.Equal(
            "The response holds a number that does not fit where the client reads a 64-bit integer (byte 0). Map the field's scalar to a type that "
                + "holds it "
                + "in .graphqlrc.json, such as \"scalars\": { \"<its name>\": \"System.Numerics.BigInteger\" }.",
            failure.Message);
    }

    [Fact]
    public void OtherTextIsNoNumberThatDoesNotFit() =>
        Assert.Contains(
            "holds other text",
            Assert.Throws<GraphQLReadException>(() => Read("\"x1\"", (ref JsonCursor json) => json.ReadInt64())).Message,
            StringComparison.Ordinal);

    [Fact]
    public void ConvertersReadAndWrite()
    {
        Assert.Equal(new Money(12.5m), Read("""{"amount":12.5}""", (ref JsonCursor json) => json.ReadScalar<Money, MoneyConverter>()));
        var exception = Assert.Throws<GraphQLReadException>(() => Read("""{"a":["x"]}""", ReadMoneyInList));
        Assert.Equal("a[0]", exception.Path);
        Assert.Equal("a value that MoneyConverter can read", exception.Expected);
        Assert.Equal("""{"amount":3}""", Write(writer => new InputWriter(writer).WriteValue<Money, MoneyConverter>((Money?)new Money(3))));
        Assert.Equal("null", Write(writer => new InputWriter(writer).WriteValue<Money, MoneyConverter>((Money?)null)));
    }

    [Fact]
    public void AnUnknownEnumValueIsNotSent()
    {
        var names = new JsonNames("ON OFF"u8);
        Assert.Equal("\"OFF\"", Write(writer => EnumText.Write(writer, names, "OFF", "Mode")));
        Assert.Contains(
            "'on' is not a value of the enum Mode",
            Assert.Throws<ArgumentException>(() => Write(writer => EnumText.Write(writer, names, "on", "Mode"))).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Write(writer => EnumText.Write(writer, names, null, "Mode")));
    }

    [Fact]
    public void ManyNamesAreFoundWhateverTheyShare()
    {
        var texts = Enumerable.Range(0, 500).Select(static index => index % 2 == 0 ? $"abcd{index / 2:x}wxyz" : $"n{index}").ToArray();
        var names = new JsonNames(Encoding.ASCII.GetBytes(string.Join(' ', texts)));
        Assert.All(texts, (text, index) => Assert.Equal((index, text), (names.Find(Encoding.ASCII.GetBytes(text)), names.GetText(index))));
        Assert.Equal(JsonNames.Unknown, names.Find("abcdXwxyz"u8));
        Assert.Equal(JsonNames.Unknown, names.Find(""u8));
    }

    private static Money ReadMoneyInList(ref JsonCursor json)
    {
        Assert.True(json.TryStartObject("{\"a\":"u8));
        return json.ReadList((ref JsonCursor item) => item.ReadScalar<Money, MoneyConverter>())[0];
    }

    private readonly record struct Money(decimal Amount);

    private sealed class MoneyConverter : IScalarConverter<Money>
    {
        public static Money Read(ref Utf8JsonReader reader)
        {
            using var document = JsonDocument.ParseValue(ref reader);
            return new Money(document.RootElement.GetProperty("amount").GetDecimal());
        }

        public static void Write(Utf8JsonWriter writer, Money value)
        {
            writer.WriteStartObject();
            writer.WriteNumber("amount", value.Amount);
            writer.WriteEndObject();
        }
    }
}
