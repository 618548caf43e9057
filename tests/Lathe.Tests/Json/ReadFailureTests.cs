using System.Numerics;
using Lathe.Json;

namespace Lathe.Tests.Json;

/// <summary>What a reader says of an answer that it cannot take, and where.</summary>
public sealed class ReadFailureTests
{
    private const string Advice = "The server's schema has changed, or breaks its own promise: download the schema again and rebuild.";

    private static readonly JsonNames s_required = new("a b"u8);
    private static readonly JsonNames s_none = new("z?"u8);

    [Theory]
    [InlineData("null", "null")]
    [InlineData("\"1\"", "a string")]
    [InlineData("{}", "an object")]
    [InlineData("[]", "an array")]
    [InlineData("true", "a boolean")]
    [InlineData("false", "a boolean")]
    public void AnotherKindOfValueIsNamed(string json, string actual)
    {
        var failure = JsonText.Failure(json, static (ref JsonCursor json) => json.ReadInt32());
        Assert.Equal($"The response holds {actual} where the schema says a 32-bit integer (byte 0). {Advice}", failure.Message);
        Assert.Equal(("", 0, "a 32-bit integer"), (failure.Path, failure.ByteOffset, failure.Expected));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("9.5")]
    [InlineData("-1")]
    public void ANumberIsNamedToo(string json) => Assert.Equal(
        $"'[1]' holds a number where the schema says a string (byte 5). {Advice}",
        JsonText.Failure(
            $"[\"a\",{json}]", static (ref JsonCursor json) => json.ReadList(static (ref JsonCursor item) => item.ReadString())).Message);

    [Fact]
    public void EachTypeSaysWhatItExpects()
    {
        Assert.Equal("a 64-bit integer", Expected(static (ref JsonCursor json) => json.ReadInt64()));
        Assert.Equal("a number", Expected(static (ref JsonCursor json) => json.ReadDouble()));
        Assert.Equal("a decimal number", Expected(static (ref JsonCursor json) => json.ReadDecimal()));
        Assert.Equal("an integer", Expected(static (ref JsonCursor json) => json.ReadBigInteger()));
        Assert.Equal("a boolean", Expected(static (ref JsonCursor json) => json.ReadBoolean()));
        Assert.Equal("a UUID", Expected(static (ref JsonCursor json) => json.ReadGuid()));
        Assert.Equal("base64 text", Expected(static (ref JsonCursor json) => json.ReadBytes()));
        Assert.Equal("a date and time", Expected(static (ref JsonCursor json) => json.ReadDateTimeOffset()));
        Assert.Equal("a date and time", Expected(static (ref JsonCursor json) => json.ReadDateTime()));
        Assert.Equal("a list", Expected(static (ref JsonCursor json) => json.ReadList(static (ref JsonCursor item) => 1)));

        static string Expected<T>(JsonRead<T> read) => JsonText.Failure(" {}", read).Expected;
    }

    [Fact]
    public void TextOfAnotherFormIsToldFromAnotherKind()
    {
        Said("a date and time (ISO 8601)", static (ref JsonCursor json) => json.ReadDateTimeOffset());
        Said("a date and time (ISO 8601)", static (ref JsonCursor json) => json.ReadDateTime());
        Said("a date (yyyy-MM-dd)", static (ref JsonCursor json) => json.ReadDate());
        Said("a time of day (HH:mm:ss)", static (ref JsonCursor json) => json.ReadTime());
        Said("a duration (ISO 8601)", static (ref JsonCursor json) => json.ReadTimeSpan());
        Said("a UUID", static (ref JsonCursor json) => json.ReadGuid());
        Said("base64 text", static (ref JsonCursor json) => json.ReadBytes());
        Said("an integer", static (ref JsonCursor json) => json.ReadBigInteger());
        Said("a decimal number", static (ref JsonCursor json) => json.ReadDecimal());

        static void Said<T>(string expected, JsonRead<T> read) => Assert.Equal(
            $"The response holds other text where the schema says {expected} (byte 1). {Advice}", JsonText.Failure(" \"=x\"", read).Message);
    }

    [Theory]
    [InlineData("2147483648")]
    [InlineData("-2147483649")]
    [InlineData("1.5")]
    public void AnIntegerThatDoesNotFitSaysWhatDoes(string text) => Assert.Equal(
        "'[0]' holds a number that does not fit where the client reads a 32-bit integer (byte 1). Map the field's scalar to a type that holds it in "
            + ".graphqlrc.json, such as \"scalars\": { \"<its name>\": \"long\" }.",
        JsonText.Failure($"[{text}]", static (ref JsonCursor json) => json.ReadList(static (ref JsonCursor item) => item.ReadInt32())).Message);

    [Theory]
    [InlineData("1e400")]
    [InlineData("\"1e400\"")]
    public void ADecimalThatDoesNotFitSaysWhatDoes(string text)
    {
        var failure = JsonText.Failure(text, static (ref JsonCursor json) => json.ReadDecimal());
        Assert.Equal("a decimal number", failure.Expected);
        Assert.Contains("\"double\" }", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void DamageIsToldFromAnEnd()
    {
        const string Cause = "It was cut off or damaged on its way, or the server does not write JSON.";
        Assert.Equal(
            $"The response ends too early at byte 4 ([1]): ',' or ']' should be there. {Cause}",
            JsonText.Failure("[1,2", ReadIntegers).Message);
        Assert.Equal(
            $"The response is not valid JSON at byte 3 ([1]): a 32-bit integer should be there. {Cause}",
            JsonText.Failure("[1,x]", ReadIntegers).Message);
        Assert.Equal(
            $"The response is not valid JSON at byte 2 ([0]): ',' or ']' should be there. {Cause}", JsonText.Failure("[1;]", ReadIntegers).Message);
        Assert.Equal(
            $"The response is not valid JSON at byte 4: the end of the response should be there. {Cause}",
            JsonText.Failure("[1] ]", ReadIntegers).Message);
        Assert.Equal("true or false", JsonText.Failure("tru", static (ref JsonCursor json) => json.ReadBoolean()).Expected);
        Assert.Equal("true or false", JsonText.Failure(" fals", static (ref JsonCursor json) => json.ReadBoolean()).Expected);
        Assert.Equal("a boolean", JsonText.Failure("", static (ref JsonCursor json) => json.ReadBoolean()).Expected);
    }

    [Fact]
    public void WhatAnObjectLacksIsSaid()
    {
        Assert.Equal(
            $"'b' is missing, but the schema says that it is never null (byte 6). {Advice}", JsonText.Failure("""{"a":1}""", ReadPair).Message);
        var failure = JsonText.Failure("""[{},{"b":1}]""", static (ref JsonCursor json) => json.ReadList(ReadPair));
        Assert.Equal($"'[0].a' is missing, but the schema says that it is never null (byte 2). {Advice}", failure.Message);
        Assert.Equal(("[0].a", 2, "a"), (failure.Path, failure.ByteOffset, failure.Expected));
        Assert.Equal("',' or '}'", JsonText.Failure("""{"a":1 "b":2}""", ReadPair).Expected);
        Assert.Equal("a name in quotes", JsonText.Failure("""{"a":1,b:2}""", ReadPair).Expected);
        Assert.Equal("':'", JsonText.Failure("""{"a" 1}""", ReadPair).Expected);
        Assert.Equal("an object", JsonText.Failure("1", ReadPair).Expected);
        Assert.Equal("an object", JsonText.Failure("1", static (ref JsonCursor json) => json.SkipObject(1)).Expected);
        Assert.Equal("a name of valid Unicode characters", JsonText.Failure("""{"\ud800":1}""", ReadPair).Expected);
    }

    [Fact]
    public void AMemberThatComesTwiceIsSaid() => Assert.Equal(
        "'[0].a' is there twice (byte 12): which of the two counts is not defined. The server, or what changes its answers on their way, "
            + "is at fault.",
        JsonText.Failure("""[{"a":1,"a":2}]""", static (ref JsonCursor json) => json.ReadList(ReadPair)).Message);

    [Fact]
    public void DepthHasABoundEverywhere()
    {
        var failure = Assert.Throws<GraphQLReadException>(static () =>
        {
            var cursor = new JsonCursor("[[1]]"u8, 1);
            return cursor.ReadList(ReadIntegers);
        });
        Assert.Equal("'[0]' is nested deeper than 1 levels (byte 1).", failure.Message);
        Assert.Equal("at most 1 levels", failure.Expected);
        Assert.Equal(2, At(2).Count);
        Assert.Throws<ArgumentOutOfRangeException>("maxDepth", static () => new JsonCursor("1"u8, 0));
        Assert.Contains("deeper than 64 levels", JsonText.Failure($"{new string('[', 65)}", Skip).Message, StringComparison.Ordinal);
        Assert.Contains("ends too early", JsonText.Failure($"{new string('[', 64)}", Skip).Message, StringComparison.Ordinal);

        static ResultList<ResultList<int>> At(int depth)
        {
            var cursor = new JsonCursor("[[1],[2]]"u8, depth);
            return cursor.ReadList(ReadIntegers);
        }
    }

    [Theory]
    [InlineData("""{"z":{"y":[0,{"x":}]}}""", "z.y[1].x", "is not valid JSON at byte 18")]
    [InlineData("""{"y":[0,[1,2],{"a":1},x]}""", "y[3]", "is not valid JSON at byte 22")]
    [InlineData("""{"y":1,"w":{"v":2},"u":tru}""", "u", "is not valid JSON")]
    public void ASkippedValueNamesThePlaceOfItsDamage(string json, string path, string said)
    {
        var failure = JsonText.Failure(json, static (ref JsonCursor json) =>
        {
            for (var i = json.Start(s_none, out var seen); i >= 0; i = json.Next(s_none, i, ref seen))
                json.SkipValue();
            return 0;
        });
        Assert.Equal((path, "valid JSON"), (failure.Path, failure.Expected));
        Assert.Contains(said, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void APathIsBounded()
    {
        var name = new string('n', 100);
        var failure = JsonText.Failure($$"""{"{{name}}":x}""", Skip);
        Assert.Equal(name[..64], failure.Path);
        Assert.Equal("a?b", JsonText.Failure("{\"a\u007fb\":x}", Skip).Path);
        var deep = string.Concat(Enumerable.Repeat($"{{\"{name}\":", 20));
        var path = JsonText.Failure(deep + "x", Skip).Path;
        Assert.Equal(string.Join('.', Enumerable.Repeat(name[..64], 8)) + "...", path);
    }

    [Fact]
    public void OneMemberOfAnInputMeansOne()
    {
        var failure = JsonText.Failure("""{"a":1}""", static (ref JsonCursor json) =>
        {
            json.SkipObject();
            return json.NotOneOf() is { } said ? throw said : 0;
        });
        Assert.Equal(
            $"The response holds another number of members where the schema says one member, not null (byte 6). {Advice}", failure.Message);
        Assert.Equal(0, new JsonCursor("1"u8).NotOneOf().ByteOffset);
    }

    [Fact]
    public void BigIntegersKeepTheirDigits()
    {
        var digits = new string('9', 600);
        Assert.Equal(BigInteger.Parse(digits), JsonText.Read(digits, static (ref JsonCursor json) => json.ReadBigInteger()));
        Assert.Equal(BigInteger.Parse(digits), JsonText.Read($" \"{digits}\"", static (ref JsonCursor json) => json.ReadBigInteger()));
        Assert.Throws<GraphQLReadException>(() => JsonText.Read($"\"{digits}\"", static (ref JsonCursor json) => json.ReadInt64()));
        Assert.Throws<GraphQLReadException>(() => JsonText.Read($"\"{digits}\"", static (ref JsonCursor json) => json.ReadDecimal()));
    }

    private static ResultList<int> ReadIntegers(ref JsonCursor json) => json.ReadList(static (ref JsonCursor item) => item.ReadInt32());

    private static int Skip(ref JsonCursor json)
    {
        json.SkipValue();
        return 0;
    }

    private static int ReadPair(ref JsonCursor json)
    {
        var sum = 0;
        for (var i = json.Start(s_required, out var seen); i >= 0; i = json.Next(s_required, i, ref seen))
            sum += json.ReadInt32();
        return sum;
    }
}
