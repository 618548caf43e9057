using System.Globalization;
using System.Text;
using System.Text.Json;
using Lathe.Json;

namespace Lathe.Tests.Json;

/// <summary>Values at the borders of the forms that readers try first: what is read does not depend on the form.</summary>
public sealed class UsualFormsTests
{
    [Theory]
    [InlineData("2147483647")]
    [InlineData("-2147483648")]
    [InlineData("0")]
    [InlineData("-0")]
    [InlineData(" \n  7")]
    public void Integers(string text)
    {
        Assert.Equal(int.Parse(text, CultureInfo.InvariantCulture), JsonText.Read(text, static (ref JsonCursor json) => json.ReadInt32()));
        Assert.Equal(int.Parse(text, CultureInfo.InvariantCulture), JsonText.Read(text, static (ref JsonCursor json) => json.ReadInt64()));
    }

    [Theory]
    [InlineData("999999999999999999")]
    [InlineData("-999999999999999999")]
    [InlineData("1000000000000000000")]
    [InlineData("9223372036854775807")]
    [InlineData("-9223372036854775808")]
    public void LongIntegers(string text)
    {
        var expected = long.Parse(text, CultureInfo.InvariantCulture);
        Assert.Equal(expected, JsonText.Read(text, static (ref JsonCursor json) => json.ReadInt64()));
        Assert.Equal(expected, JsonText.Read($" \"{text}\"", static (ref JsonCursor json) => json.ReadInt64()));
        Assert.Throws<GraphQLReadException>(() => JsonText.Read(text, static (ref JsonCursor json) => json.ReadInt32()));
    }

    [Theory]
    [InlineData("01")]
    [InlineData("-01")]
    [InlineData("00")]
    [InlineData("-")]
    [InlineData("1.")]
    [InlineData(".5")]
    [InlineData("-.5")]
    [InlineData("01.5")]
    [InlineData("1.e1")]
    [InlineData("+1")]
    [InlineData("")]
    public void WhatIsNoNumberOfJsonIsRefused(string text)
    {
        Assert.Throws<GraphQLReadException>(() => JsonText.Read(text, static (ref JsonCursor json) => json.ReadInt32()));
        Assert.Throws<GraphQLReadException>(() => JsonText.Read(text, static (ref JsonCursor json) => json.ReadInt64()));
        Assert.Throws<GraphQLReadException>(() => JsonText.Read(text, static (ref JsonCursor json) => json.ReadDouble()));
        Assert.Throws<GraphQLReadException>(() => JsonText.Read(text, static (ref JsonCursor json) => json.ReadDecimal()));
        Assert.Throws<GraphQLReadException>(() => JsonText.Read(text, static (ref JsonCursor json) => json.ReadId()));
    }

    [Theory]
    [InlineData("0.1")]
    [InlineData("-0.0")]
    [InlineData("123456789012345")]
    [InlineData("1234567890123456")]
    [InlineData("12345678901234.5")]
    [InlineData("12345678901234.56")]
    [InlineData("0.00000000000001")]
    [InlineData("0.000000000000001")]
    [InlineData("0.0000000000000001")]
    [InlineData("9007199254740993")]
    [InlineData("4294967296.5")]
    [InlineData("1e3")]
    [InlineData("1.5E-3")]
    [InlineData(" 1")]
    public void Numbers(string text)
    {
        Assert.Equal(
            BitConverter.DoubleToInt64Bits(double.Parse(text, CultureInfo.InvariantCulture)),
            BitConverter.DoubleToInt64Bits(JsonText.Read(text, static (ref JsonCursor json) => json.ReadDouble())));
        var expected = decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
        var read = JsonText.Read(text, static (ref JsonCursor json) => json.ReadDecimal());
        Assert.Equal(decimal.GetBits(expected), decimal.GetBits(read));
    }

    [Fact]
    public void DatesAndAddresses()
    {
        Assert.Equal(new DateOnly(2026, 1, 2), JsonText.Read(" \"2026-01-02\"", static (ref JsonCursor json) => json.ReadDate()));
        Assert.Equal(new Uri("/a b", UriKind.Relative), JsonText.Read(" \"/a b\"", static (ref JsonCursor json) => json.ReadUri()));
        foreach (var text in new[] { "2026-1-2", "2026-02-29", "2026-01-02T00:00", "" })
            Assert.Throws<GraphQLReadException>(() => JsonText.Read($"\"{text}\"", static (ref JsonCursor json) => json.ReadDate()));
    }

    [Fact]
    public void StringsOfEveryLengthAtEveryPlace()
    {
        for (var length = 0; length < 40; length++)
        {
            foreach (var special in new[] { "", "é", "\\n", "\\\"", "\\u0041" })
            {
                for (var at = 0; at <= length; at++)
                {
                    var text = new string('a', at) + special + new string('b', length - at);
                    var expected = JsonSerializer.Deserialize<string>($"\"{text}\"");
                    Assert.Equal(expected, JsonText.Read($"\"{text}\"", static (ref JsonCursor json) => json.ReadString()));
                    Assert.Equal([expected!, "x"], JsonText.Read($"[\"{text}\",\"x\"]                ", ReadStrings));
                    Assert.Equal(1, JsonText.Read($"[\"{text}\",1]                ", SkipOne));
                }
            }
        }
    }

    [Theory]
    [InlineData("\"a\u0001b\"")]
    [InlineData("\"a\tb\"")]
    [InlineData("\"ab")]
    [InlineData("\"ab\\\"")]
    [InlineData("\"\\x\"")]
    [InlineData("\"\\ud800\"")]
    [InlineData("ab\"")]
    public void WhatIsNoStringOfJsonIsRefused(string text)
    {
        foreach (var padding in new[] { "", "                    " })
        {
            Assert.Throws<GraphQLReadException>(() => JsonText.Read(text + padding, static (ref JsonCursor json) => json.ReadString()));
            Assert.Throws<GraphQLReadException>(() => JsonText.Read(" " + text + padding, static (ref JsonCursor json) => json.ReadStringOrNull()));
        }
    }

    [Fact]
    public void DamagedUtf8IsRefused()
    {
        byte[] json = [.. "\"a"u8, 0xC3, .. "b\""u8];
        var failure = Assert.Throws<GraphQLReadException>(() =>
        {
            var cursor = new JsonCursor(json);
            return cursor.ReadString();
        });
        Assert.Equal(("a string of valid UTF-8", 0), (failure.Expected, failure.ByteOffset));
        Assert.Equal(
            "a string of valid Unicode characters",
            JsonText.Failure("\"\\ud800\"", static (ref JsonCursor json) => json.ReadString()).Expected);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(33)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(1000)]
    public void ListsOfEveryLength(int count)
    {
        var items = Enumerable.Range(0, count).ToArray();
        Assert.Equal(
            items,
            JsonText.Read(
                JsonSerializer.Serialize(items), static (ref JsonCursor json) => json.ReadList(static (ref JsonCursor item) => item.ReadInt32())));
        var texts = items.Select(static item => $"{item}").ToArray();
        Assert.Equal(texts, JsonText.Read(JsonSerializer.Serialize(texts), ReadStrings));
        Assert.Equal(texts, JsonText.Read(" " + JsonSerializer.Serialize(texts), static (ref JsonCursor json) => json.ReadListOrNull(ReadItem)!));
        Assert.Equal(texts, JsonText.Read(JsonSerializer.Serialize(texts), static (ref JsonCursor json) => json.ReadInputList(ReadItem)));
        Assert.Null(JsonText.Read("null", static (ref JsonCursor json) => json.ReadListOrNull(ReadItem)));
    }

    [Theory]
    [InlineData("[1,]")]
    [InlineData("[,1]")]
    [InlineData("[1 2]")]
    [InlineData("[1")]
    [InlineData("1]")]
    [InlineData("[1}")]
    public void WhatIsNoListOfJsonIsRefused(string text) => Assert.Throws<GraphQLReadException>(
        () => JsonText.Read(text, static (ref JsonCursor json) => json.ReadList(static (ref JsonCursor item) => item.ReadInt32())));

    private static string ReadItem(ref JsonCursor json) => json.ReadString();

    private static ResultList<string> ReadStrings(ref JsonCursor json) => json.ReadList(ReadItem);

    private static int SkipOne(ref JsonCursor json)
    {
        var (index, value) = (0, 0);
        json.ReadList((ref JsonCursor item) =>
        {
            if (index++ == 0)
                item.SkipValue();
            else
                value = item.ReadInt32();
            return 0;
        });
        return value;
    }
}
