using System.Globalization;
using System.Text;
using Lathe.Json;

namespace Lathe.Tests.Json;

/// <summary>The quick ways of reading take the usual forms, and leave all others to the slow ways.</summary>
public sealed class QuickWaysTests
{
    private const string Usual = "\"2026-01-02T03:04:05Z\"";

    [Theory]
    [InlineData("2026-01-02T03:04:05Z", 20)]
    [InlineData("0002-01-01T00:00:00Z", 20)]
    [InlineData("9998-12-31T23:59:59Z", 20)]
    [InlineData("2028-02-29T10:20:30+01:00", 20)]
    [InlineData("2026-02-28T19:00:09Z", 20)]
    [InlineData("2026-01-31T00:00:00.5Z", 22)]
    [InlineData("2026-01-29T00:00:00.1234567Z", 28)]
    [InlineData("2026-01-30T00:00:00.09Z", 23)]
    [InlineData("2026-04-30T00:00:00.000Z", 24)]
    public void DatesOfTheUsualForm(string text, int length)
    {
        Assert.True(JsonCursor.TryFixedDateTime(Encoding.ASCII.GetBytes($"\"{text}\""), out var ticks, out var read));
        Assert.Equal((DateTime.Parse(text[..19], CultureInfo.InvariantCulture).Ticks, length), (ticks - Fraction(text), read));
        static long Fraction(string text) => text[19] != '.' ? 0
            : (long)(decimal.Parse("0" + text[19..^1], CultureInfo.InvariantCulture) * TimeSpan.TicksPerSecond);
    }

    [Theory]
    [InlineData("0001-01-02T03:04:05Z")]
    [InlineData("9999-01-02T03:04:05Z")]
    [InlineData("2026-00-02T03:04:05Z")]
    [InlineData("2026-13-02T03:04:05Z")]
    [InlineData("2026-01-00T03:04:05Z")]
    [InlineData("2026-01-32T03:04:05Z")]
    [InlineData("2026-02-29T03:04:05Z")]
    [InlineData("2026-04-31T03:04:05Z")]
    [InlineData("2026-01-02T24:04:05Z")]
    [InlineData("2026-01-02T03:60:05Z")]
    [InlineData("2026-01-02T03:04:60Z")]
    [InlineData("2026-01-02T03:04:05.Z")]
    [InlineData("2026-01-02T03:04:05./Z")]
    [InlineData("2026-01-02T03:04:05.:Z")]
    public void OtherDatesAreLeft(string text) =>
        Assert.False(JsonCursor.TryFixedDateTime(Encoding.ASCII.GetBytes($"\"{text}\""), out _, out _));

    [Fact]
    public void EachPlaceOfADateCounts()
    {
        for (var at = 0; at <= 19; at++)
        {
            foreach (var other in "/:x\"")
            {
                if (Usual[at] == other)
                    continue;
                var json = Encoding.ASCII.GetBytes(Usual);
                json[at] = (byte)other;
                Assert.False(JsonCursor.TryFixedDateTime(json, out _, out _), $"{at} {other}");
            }
        }

        for (var length = 0; length < Usual.Length; length++)
            Assert.False(JsonCursor.TryFixedDateTime(Encoding.ASCII.GetBytes(Usual[..length]), out _, out _));
    }

    [Fact]
    public void AFractionHasSevenDigitsAtMostAndMayBeCutOff()
    {
        Assert.True(JsonCursor.TryFixedDateTime("\"2026-01-02T03:04:05.12345678Z\""u8, out _, out var length));
        Assert.Equal(28, length);
        Assert.True(JsonCursor.TryFixedDateTime("\"2026-01-02T03:04:05.9"u8, out var ticks, out length));
        Assert.Equal((9_000_000, 22), (ticks % TimeSpan.TicksPerSecond, length));
    }

    [Theory]
    [InlineData("Z\"", 0)]
    [InlineData("Z\",", 0)]
    [InlineData("+00:00\"", 0)]
    [InlineData("+07:30\"", 450)]
    [InlineData("-07:30\"", -450)]
    [InlineData("+13:59\" ", 839)]
    [InlineData("-00:01\"", -1)]
    public void OffsetsOfTheUsualForm(string text, int minutes)
    {
        var length = 20;
        Assert.True(JsonCursor.TryFixedOffset(Encoding.ASCII.GetBytes(text), ref length, out var offset));
        Assert.Equal((TimeSpan.FromMinutes(minutes), 20 + text.IndexOf('"', StringComparison.Ordinal) + 1), (offset, length));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Z")]
    [InlineData("Zx")]
    [InlineData("z\"")]
    [InlineData("Z 1234567\"")]
    [InlineData("*07:30\"")]
    [InlineData("+07-30\"")]
    [InlineData("+07:30 ")]
    [InlineData("+07:30")]
    [InlineData("+14:00\"")]
    [InlineData("+13:60\"")]
    [InlineData("+0a:00\"")]
    [InlineData("+00:a0\"")]
    [InlineData("\"")]
    public void OtherOffsetsAreLeft(string text)
    {
        var length = 20;
        Assert.False(JsonCursor.TryFixedOffset(Encoding.ASCII.GetBytes(text), ref length, out _));
        Assert.Equal(20, length);
    }

    [Theory]
    [InlineData("0", 0, 1)]
    [InlineData("7,", 7, 1)]
    [InlineData("-5]", -5, 2)]
    [InlineData("10/", 10, 2)]
    [InlineData("19:", 19, 2)]
    [InlineData("999999999999999999", 999_999_999_999_999_999, 18)]
    [InlineData("-999999999999999999 ", -999_999_999_999_999_999, 19)]
    [InlineData("1000000000000000000", 0, 0)]
    [InlineData("01", 0, 0)]
    [InlineData("-01", 0, 0)]
    [InlineData("-", 0, 0)]
    [InlineData("", 0, 0)]
    [InlineData("x", 0, 0)]
    [InlineData("1.0", 0, 0)]
    [InlineData("1e1", 0, 0)]
    [InlineData("1E1", 0, 0)]
    [InlineData("\"1\"", 0, 0)]
    public void Integers(string text, long value, int end)
    {
        Assert.Equal(end, new JsonCursor(Encoding.ASCII.GetBytes(text)).ScanInteger(out var read));
        if (end > 0)
            Assert.Equal(value, read);
        var cursor = new JsonCursor(Encoding.ASCII.GetBytes("null" + text));
        Assert.True(cursor.TryReadNull());
        Assert.Equal(end == 0 ? 0 : end + 4, cursor.ScanInteger(out read));
    }

    [Theory]
    [InlineData("0", 0, 0, false, 1)]
    [InlineData("-1.50,", 150, 2, true, 5)]
    [InlineData("10.0/", 100, 1, false, 4)]
    [InlineData("9.9:", 99, 1, false, 3)]
    [InlineData("999999999999999", 999_999_999_999_999, 0, false, 15)]
    [InlineData("12345678901234.5", 123_456_789_012_345, 1, false, 16)]
    [InlineData("-0.00000000000001", 1, 14, true, 17)]
    [InlineData("1000000000000000", 0, 0, false, 0)]
    [InlineData("12345678901234.56", 0, 0, false, 0)]
    [InlineData("0.000000000000001", 0, 0, false, 0)]
    [InlineData("1.", 0, 0, false, 0)]
    [InlineData("1.,", 0, 0, false, 0)]
    [InlineData(".5", 0, 0, false, 0)]
    [InlineData("-", 0, 0, false, 0)]
    [InlineData("", 0, 0, false, 0)]
    [InlineData("01", 0, 0, false, 0)]
    [InlineData("-01.5", 0, 0, false, 0)]
    [InlineData("1.5e3", 0, 0, false, 0)]
    [InlineData("1E3", 0, 0, false, 0)]
    [InlineData("1.5.", 0, 0, false, 0)]
    [InlineData("x", 0, 0, false, 0)]
    public void Numbers(string text, long digits, int scale, bool negative, int end)
    {
        var cursor = new JsonCursor(Encoding.ASCII.GetBytes("null" + text));
        Assert.True(cursor.TryReadNull());
        Assert.Equal(end == 0 ? 0 : end + 4, cursor.ScanNumber(out var read, out var point, out var sign));
        if (end > 0)
            Assert.Equal((digits, scale, negative), (read, point, sign));
    }

    [Theory]
    [InlineData("\"\"", 0)]
    [InlineData("\"abc\"", 3)]
    [InlineData("\"abcdefghijklmno\"", 15)]
    [InlineData("\"abcdefghijklmnop\"", -1)]
    [InlineData("\"a\\nb\"", -1)]
    [InlineData("\"a\u001fb\"", -1)]
    [InlineData("\"a b~\u007f\"", 5)]
    [InlineData("\"aéb\"", -1)]
    [InlineData("abc\"", -1)]
    public void ShortStrings(string text, int length)
    {
        Assert.Equal(length, new JsonCursor(Encoding.UTF8.GetBytes(text.PadRight(17))).PlainLength());
        if (length is > 0 and < 15)
            Assert.Equal(-1, new JsonCursor(Encoding.UTF8.GetBytes(text.PadRight(16))).PlainLength());
    }

    [Theory]
    [InlineData("{\"name\":", true)]
    [InlineData("{\"name\":1", true)]
    [InlineData("{\"name\"", false)]
    [InlineData("{\"name\" :", false)]
    [InlineData("{\"nam\":12", false)]
    [InlineData("{\"names\":", false)]
    [InlineData("{\"nome\":1", false)]
    [InlineData("{'name\":1", false)]
    [InlineData("[\"name\":1", false)]
    [InlineData("{\"name':1", false)]
    [InlineData("", false)]
    public void TheOnlyMember(string text, bool expected)
    {
        var cursor = new JsonCursor(Encoding.ASCII.GetBytes(text), 1);
        Assert.Equal(expected, cursor.IsStart("name"u8));
        Assert.Equal(expected ? 8 : 0, cursor.Position);
        var deeper = new JsonCursor(Encoding.ASCII.GetBytes("{\"name\":" + text), 1);
        Assert.True(deeper.IsStart("name"u8));
        Assert.False(deeper.IsStart("name"u8));
    }

    [Fact]
    public void TheFirstMember()
    {
        JsonNames names = "name other"u8;
        var cursor = new JsonCursor("{\"name\":{\"name\":{\"other\":1          "u8, 2);
        Assert.True(cursor.TryStart(names));
        Assert.Equal(8, cursor.Position);
        Assert.True(cursor.TryStart(names));
        Assert.False(cursor.TryStart(names));
        Assert.Equal(16, cursor.Position);
        Assert.False(new JsonCursor("{\"other\":1          "u8).TryStart(names));
    }

    [Fact]
    public void AKnownValueOfAnEnumIsNotMadeAgain()
    {
        JsonNames names = "ON OFF"u8;
        foreach (var json in new[] { "\"OFF\"", "  \"OFF\" " })
            Assert.Same(names.GetText(1), JsonText.Read(json, (ref JsonCursor cursor) => cursor.ReadEnumText(names)));
        Assert.Equal("NEW", JsonText.Read("\"NEW\"", (ref JsonCursor cursor) => cursor.ReadEnumText(names)));
        Assert.Throws<GraphQLReadException>(() => JsonText.Read("\"", (ref JsonCursor cursor) => cursor.ReadEnumText(names)));
        Assert.Throws<GraphQLReadException>(() => JsonText.Read("OFF\"", (ref JsonCursor cursor) => cursor.ReadEnumText(names)));
    }
}
