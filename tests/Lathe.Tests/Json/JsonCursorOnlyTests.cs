using System.Text;
using Lathe.Json;
using Lathe.Tests.Support;

namespace Lathe.Tests.Json;

/// <summary>A record of one member is read without a table; what is accepted, and where a failure is, is what the table gives.</summary>
public class JsonCursorOnlyTests
{
    private static readonly JsonNames s_required = new("name"u8);
    private static readonly JsonNames s_optional = new("name?"u8);

    [Theory]
    [InlineData("""{"name":"a"}""")]
    [InlineData(""" { "name" : "a" } """)]
    [InlineData("""{"x":[{"name":1}],"name":"a","y":{}}""")]
    [InlineData("""{"n\u0061me":"a"}""")]
    [InlineData("""{"names":"b","nam":"c","name":"a"}""")]
    public void ReadsTheMemberInAnyWayOfWriting(string json)
    {
        Assert.Equal("a", Read(json, ReadRequired));
        Assert.Equal("a", Read(json, ReadOptional));
    }

    [Fact]
    public void AnOptionalMemberMayBeMissing() => Assert.Equal("none", Read("""{"x":1}""", ReadOptional));

    [Theory]
    [InlineData("""{"x":1}""", "name")]
    [InlineData("""{"name":"a","name":"a"}""", "name")]
    [InlineData("""{"name":"a","x":1,"name":"a"}""", "name")]
    public void RefusesWhatIsMissingOrComesTwice(string json, string path) =>
        Assert.Equal(path, Assert.Throws<GraphQLReadException>(() => Read(json, ReadRequired)).Path);

    [Fact]
    public void AcceptsAndRefusesWhatTheTableDoes()
    {
        string[] texts = ["""{"name":"a"}""", """{"x":1,"name":"b","y":[2]}""", """{"name":"a","name":"b"}""", """{ "n\u0061me" : "a" }""", "{}", "null", """{"x":{"name":"c"}}"""];
        var random = new Random(18);
        var rounds = Rounds.Of(20_000);
        for (var i = 0; i < rounds; i++)
        {
            var json = Encoding.UTF8.GetBytes(texts[i % texts.Length]);
            if (i >= texts.Length)
                json[random.Next(json.Length)] ^= (byte)(1 << random.Next(8));
            json = random.Next(4) == 0 ? json[..random.Next(json.Length)] : json;
            Assert.Equal(Outcome(json, ReadRequiredByTable), Outcome(json, ReadRequired));
            Assert.Equal(Outcome(json, ReadOptionalByTable), Outcome(json, ReadOptional));
        }
    }

    [Fact]
    public void DeepObjectsAreRefusedAsElsewhere() => Assert.Throws<GraphQLReadException>(static () =>
    {
        var cursor = new JsonCursor("""{"name":{"name":1}}"""u8, 1);
        cursor.StartOnly("name"u8);
        cursor.StartOnly("name"u8);
    });

    private static (string? Value, string? Path, string? Expected, long? Offset) Outcome(byte[] json, JsonRead<string> read)
    {
        try
        {
            return (Read(json, read), null, null, null);
        }
        catch (GraphQLReadException exception)
        {
            return (null, exception.Path, exception.Expected, exception.ByteOffset);
        }
    }

    private static string Read(string json, JsonRead<string> read) => Read(Encoding.UTF8.GetBytes(json), read);

    private static string Read(byte[] json, JsonRead<string> read)
    {
        var cursor = new JsonCursor(json);
        var value = read(ref cursor);
        cursor.ReadEndOfDocument();
        return value;
    }

    private static string ReadRequired(ref JsonCursor json)
    {
        json.StartOnly("name"u8);
        var value = json.ReadString();
        json.EndOnly("name"u8);
        return value;
    }

    private static string ReadOptional(ref JsonCursor json)
    {
        if (!json.TryStartOnly("name"u8))
            return "none";
        var value = json.ReadString();
        json.EndOnly("name"u8);
        return value;
    }

    private static string ReadRequiredByTable(ref JsonCursor json) => ReadByTable(ref json, s_required);

    private static string ReadOptionalByTable(ref JsonCursor json) => ReadByTable(ref json, s_optional);

    private static string ReadByTable(ref JsonCursor json, JsonNames names)
    {
        var value = "none";
        for (var i = json.Start(names, out var seen); i >= 0; i = json.Next(names, i, ref seen))
            value = json.ReadString();
        return value;
    }
}
