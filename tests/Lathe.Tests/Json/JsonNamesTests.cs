using System.Text;
using Lathe.Json;

namespace Lathe.Tests.Json;

/// <summary>The names of a record's members, found where they are expected and anywhere else.</summary>
public sealed class JsonNamesTests
{
    [Theory]
    [InlineData("a")]
    [InlineData("abcdefghijkl")]
    [InlineData("abcdefghijklm")]
    [InlineData("abcdefghijklmn")]
    [InlineData("abcdefghijklmnopqrstuvwxyz")]
    public void ANameIsExpectedWithWhatStandsAroundIt(string name)
    {
        var names = new JsonNames(Encoding.ASCII.GetBytes($"{name} other"));
        var start = Encoding.ASCII.GetBytes($"{{\"{name}\":1               ");
        var length = name.Length + 4;
        Assert.Equal(length, names.Match(start, 0, 0));
        Assert.Equal(length, names.Match([.. "  "u8, .. start], 2, 0));
        Assert.Equal(0, names.Match(start, 0, 1));
        Assert.Equal(0, names.Match(start, 1, 0));
        Assert.Equal(0, names.Match(start, 0, 2));
        Assert.Equal(0, names.Match(start, 0, -1));
        for (var at = 0; at < length; at++)
        {
            var changed = start.ToArray();
            changed[at] ^= 1;
            Assert.Equal(0, names.Match(changed, 0, 0));
        }

        Assert.Equal(0, names.Match(start.AsSpan(0, length - 1), 0, 0));
        Assert.Equal(9, names.Match(",\"other\":1              "u8, 0, 1));
        Assert.Equal(0, names.Match("{\"other\":1              "u8, 0, 1));
    }

    [Fact]
    public void ANameIsNotLookedForBehindTheEnd()
    {
        var names = new JsonNames("abcdefghijkl"u8);
        Assert.Equal(16, names.Match("{\"abcdefghijkl\":"u8, 0, 0));
        Assert.Equal(0, names.Match(" {\"abcdefghijkl\":"u8[..16], 1, 0));
        Assert.Equal(0, names.Match("{\"abcdefghijkl\":"u8[..15], 0, 0));
    }

    [Fact]
    public void TheFirstAndTheLastNameThatWereNotSeenAreGuessed()
    {
        var names = new JsonNames("a b c d"u8);
        Assert.Equal(0, names.Guess("a\":1"u8, 0));
        Assert.Equal(3, names.Guess("d\":1"u8, 0));
        Assert.Equal(JsonNames.Unknown, names.Guess("b\":1"u8, 0));
        Assert.Equal(1, names.Guess("b\":1"u8, 0b0001));
        Assert.Equal(2, names.Guess("c\":1"u8, 0b1001));
        Assert.Equal(2, names.Guess("c\":1"u8, 0b1011));
        Assert.Equal(JsonNames.Unknown, names.Guess("a\":1"u8, 0b0001));
        Assert.Equal(JsonNames.Unknown, names.Guess("d\":1"u8, 0b1000));
        Assert.Equal(JsonNames.Unknown, names.Guess("a\":1"u8, 0b1111));
        Assert.Equal(JsonNames.Unknown, names.Guess("a\" :1"u8, 0));
        Assert.Equal(JsonNames.Unknown, names.Guess(""u8, 0));
    }

    [Fact]
    public void MembersThatMayNotBeMissingAreCounted()
    {
        var names = new JsonNames("a b? c"u8);
        Assert.Equal(3, names.Count);
        Assert.True(names.HasAll(0b101));
        Assert.True(names.HasAll(0b111));
        Assert.False(names.HasAll(0b011));
        Assert.False(names.HasAll(0));
        Assert.Equal(0, names.FindMissing([0b110]));
        Assert.Equal(2, names.FindMissing([0b001]));
        Assert.Equal(-1, names.FindMissing([0b101]));
        var many = new JsonNames(Encoding.ASCII.GetBytes(string.Join(' ', Enumerable.Range(0, 130).Select(static index => $"m{index}"))));
        Assert.Equal(129, many.FindMissing([ulong.MaxValue, ulong.MaxValue, 0b01]));
        Assert.Equal(64, many.FindMissing([ulong.MaxValue, ulong.MaxValue - 1, 0b11]));
        Assert.Equal(-1, many.FindMissing([ulong.MaxValue, ulong.MaxValue, 0b11]));
        Assert.Equal(("m64", "m129"), (many.GetText(64), many.GetText(129)));
    }

    [Theory]
    [InlineData("b", 1)]
    [InlineData("a", 0)]
    [InlineData("B", -1)]
    [InlineData("", -1)]
    [InlineData(null, -1)]
    [InlineData("é", -1)]
    public void TextIsFoundToo(string? text, int index) => Assert.Equal(index, new JsonNames("a b"u8).IndexOf(text));

    [Fact]
    public void LongTextIsFoundToo()
    {
        var name = new string('n', 200);
        var names = new JsonNames(Encoding.ASCII.GetBytes($"a {name}"));
        Assert.Equal(1, names.IndexOf(name));
        Assert.Equal(-1, names.IndexOf(name + "n"));
        Assert.Equal(0, names.IndexOf("a"));
    }

    [Fact]
    public void NamesAreReadInAnyOrderWhateverTheirLength()
    {
        JsonNames names = "abcdefghijklmnop abcdefghijklmnopq? abcdefghijklmnopqr"u8;
        foreach (var json in new[]
        {
            """{"abcdefghijklmnop":1,"abcdefghijklmnopq":2,"abcdefghijklmnopqr":3}""",
            """{"abcdefghijklmnopqr":3,"abcdefghijklmnopq":2,"abcdefghijklmnop":1}""",
            """{ "abcdefghijklmnop" : 1, "x":0, "abcdefghijklmnopqr" : 3, "abcdefghijklmnopq" : 2, "abcdefghijklmnopqrs":4 }""",
        })
        {
            Assert.Equal([1, 2, 3], JsonText.Read(json, (ref JsonCursor cursor) =>
            {
                var found = new int[3];
                for (var i = cursor.Start(names, out var seen); i >= 0; i = cursor.Next(names, i, ref seen))
                    found[i] = cursor.ReadInt32();
                return found;
            }));
        }
    }
}
