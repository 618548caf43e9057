using System.Text;
using Lathe.Json;

namespace Lathe.Tests.Json;

public class JsonCursorTests
{
    private const string Sample = """
        {"machines":[{"id":"m-1","name":"Lathe 1","number":1,"cycles":9007199254740993,"load":0.25,"running":true,"startedAt":"2026-01-02T03:04:05.678Z","note":null,"place":{"hall":"A","row":null,"key":"6f9619ff-8b86-d011-b42d-00c04fc964ff"},"samples":[{"value":1.50,"unit":"mm"},{"value":-2,"unit":null}]}]}
        """;

    [Fact]
    public void ReadsMembersInTheExpectedOrder() => AssertSample(Read(Sample));

    [Fact]
    public void ReadsIndentedText() =>
        AssertSample(Read(System.Text.Json.Nodes.JsonNode.Parse(Sample)!.ToJsonString(new() { WriteIndented = true })));

    [Fact]
    public void ReadsUnknownRepeatedAndEscapedNamesInAnyOrder()
    {
        var place = JsonText.Read("""{"x":1,"x":[{"y":1,"y":2}],"key":"6f9619ff-8b86-d011-b42d-00c04fc964ff","x":[{"y":1}],"h\u0061ll":"B","x":null,"row":7,"x":{}}""", ShopJson.ReadPlace);
        Assert.Equal(new ShopPlace { Hall = "B", Row = 7, Key = Guid.Parse("6f9619ff-8b86-d011-b42d-00c04fc964ff") }, place);
    }

    [Theory]
    [InlineData("""{"machines":[{"id":"m-1"}]}""", "machines[0].name", 24)]
    [InlineData("""{"machines":[{"id":7}]}""", "machines[0].id", 19)]
    [InlineData("""{"machines":null}""", "machines", 12)]
    [InlineData("""{"machines":[""", "machines[0]", 13)]
    [InlineData("""{"machines":[{"id":"a","place":{"hall":"A","row":1.5}}]}""", "machines[0].place.row", 49)]
    [InlineData("""{"machines":[]} x""", "", 16)]
    public void NamesThePlaceOfAFailure(string json, string path, long offset)
    {
        var exception = Assert.Throws<GraphQLReadException>(() => Read(json));
        Assert.Equal((path, offset), (exception.Path, exception.ByteOffset));
        Assert.DoesNotContain("m-1", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"__typename\":\"B\",\"x\":1}", 1)]
    [InlineData("{ \"x\": {\"__typename\":\"A\"}, \"__typename\": \"B\" }", 1)]
    [InlineData("{\"__typename\":\"C\"}", JsonNames.Unknown)]
    [InlineData("{\"x\":1}", JsonNames.Unknown)]
    [InlineData("{}", JsonNames.Unknown)]
    public void LooksAheadForATypeName(string json, int index)
    {
        var cursor = new JsonCursor(Encoding.UTF8.GetBytes(json));
        JsonNames types = "A B"u8;
        Assert.Equal(index, cursor.PeekTypeNameOrNone(types));
        if (json.Contains("__typename", StringComparison.Ordinal))
            Assert.Equal(index, cursor.PeekTypeName(types));
        cursor.SkipObject();
        cursor.ReadEndOfDocument();
    }

    [Fact]
    public void ATypeNameThatIsAskedForMustBeThere()
    {
        var exception = Assert.Throws<GraphQLReadException>(static () => new JsonCursor("{\"x\":1}"u8).PeekTypeName("A B"u8));
        Assert.Contains("__typename", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"hall":"A","hall":"B","row":7,"key":KEY}""", "hall")]
    [InlineData("""{"hall":"A","row":7,"key":KEY,"key":KEY}""", "key")]
    [InlineData("""{"hall":"A","row":7,"key":KEY,"x":0,"hall":"A"}""", "hall")]
    [InlineData("""{"row":7,"hall":"A","row":8,"key":KEY}""", "row")]
    [InlineData("""{"row":7,"hall":"A", "row":8,"key":KEY}""", "row")]
    [InlineData("""{"key":KEY,"hall":"A","row":8,"key":KEY}""", "key")]
    [InlineData("""{"x":0,"row":7,"row":8,"hall":"A","key":KEY}""", "row")]
    [InlineData("""{"hall":"A","row":7,"key":KEY,"h\u0061ll":"A"}""", """h\u0061ll""")]
    public void RefusesAMemberThatComesTwice(string place, string name)
    {
        var key = "\"6f9619ff-8b86-d011-b42d-00c04fc964ff\"";
        place = place.Replace("KEY", key, StringComparison.Ordinal);
        var exception = Assert.Throws<GraphQLReadException>(() => JsonText.Read(place, ShopJson.ReadPlace));
        Assert.Equal((name, "each member once"), (exception.Path, exception.Expected));
        Assert.StartsWith($"'{name}' is there twice (byte {exception.ByteOffset})", exception.Message, StringComparison.Ordinal);

        // What was read before, in whatever order, makes no difference.
        var before = $$"""{"row":7,"hall":"A","key":{{key}}}""";
        exception = Assert.Throws<GraphQLReadException>(
            () => JsonText.Read($"[{before},{before},{place}]", (ref JsonCursor json) => json.ReadList(ShopJson.ReadPlace)));
        Assert.Equal($"[2].{name}", exception.Path);
        Assert.Equal(2, JsonText.Read($"[{before},{before}]", (ref JsonCursor json) => json.ReadList(ShopJson.ReadPlace)).Count);
    }

    [Theory]
    [InlineData(0, 1, 2)]
    [InlineData(69, 68, 67)]
    [InlineData(1, 0)]
    [InlineData(65, 0)]
    public void RefusesAMemberThatComesTwiceAmongMany(params int[] first)
    {
        int[] order = [.. first, .. Enumerable.Range(0, 70).Except(first)];
        Assert.Equal(70, JsonText.Read(Text(order), ReadMany));
        foreach (var repeated in Enumerable.Range(0, 70))
        {
            foreach (var at in new[] { 1, 2, 35, 66, order.Length })
            {
                int[] twice = [.. order[..at], repeated, .. order[at..]];
                var exception = Assert.Throws<GraphQLReadException>(() => JsonText.Read(Text(twice), ReadMany));
                Assert.Equal($"m{repeated}", exception.Path);
            }
        }

        static string Text(IEnumerable<int> order) => $$"""{{{string.Join(',', order.Select(index => $"\"m{index}\":1"))}}}""";
    }

    [Fact]
    public void BoundsTheDepth()
    {
        var deep = new string('[', 63) + new string(']', 63);
        Assert.Equal("B", JsonText.Read($$"""{"x":{{deep}},"hall":"B","key":"6f9619ff-8b86-d011-b42d-00c04fc964ff"}""", ShopJson.ReadPlace).Hall);
        var exception = Assert.Throws<GraphQLReadException>(() => JsonText.Read($$"""{"x":[{{deep}}],"hall":"B"}""", ShopJson.ReadPlace));
        Assert.Contains("64 levels", exception.Message, StringComparison.Ordinal);
    }

    // As generated code does, of an object with members m0 to m69; gives how many it has met.
    private static int ReadMany(ref JsonCursor json)
    {
        JsonNames names = new(Encoding.UTF8.GetBytes(string.Join(' ', Enumerable.Range(0, 70).Select(index => $"m{index}"))));
        Span<ulong> seen = stackalloc ulong[2];
        var count = 0;
        for (var i = json.Start(names, seen); i >= 0; i = json.Next(names, i, seen))
            count += json.ReadInt32();

        return count;
    }

    private static ShopData Read(string json) => JsonText.Read(json, ShopJson.ReadData);

    private static void AssertSample(ShopData data)
    {
        var machine = Assert.Single(data.Machines);
        Assert.Equal(("m-1", "Lathe 1", 1, 9007199254740993L), (machine.Id, machine.Name, machine.Number, machine.Cycles));
        Assert.Equal((0.25, true, (string?)null), (machine.Load, machine.Running, machine.Note));
        Assert.Equal(new DateTimeOffset(2026, 1, 2, 3, 4, 5, 678, TimeSpan.Zero), machine.StartedAt);
        Assert.Equal(new ShopPlace { Hall = "A", Key = Guid.Parse("6f9619ff-8b86-d011-b42d-00c04fc964ff") }, machine.Place);
        Assert.Equal([new() { Value = 1.5m, Unit = "mm" }, new() { Value = -2 }], machine.Samples);
    }
}
