using System.Text.Json;
using Lathe.Json;

namespace Lathe.Tests.Json;

public class ResultListTests
{
    [Fact]
    public void EqualItemsMakeEqualLists()
    {
        ResultList<ResultList<int?>?> list = [[1, null], null, []];
        ResultList<ResultList<int?>?> same = new ResultList<int?>?[] { new int?[] { 1, null }, null, new List<int?>() };
        Assert.True(list == same && list.Equals((object)same) && list.GetHashCode() == same.GetHashCode());
        Assert.True(list != [[1, null], null]);
        Assert.True(list != [[1, 2], null, []]);
        Assert.False(list.Equals(null));
        Assert.Equal("[[1, null], null, []]", list.ToString());
    }

    [Fact]
    public void BytesAndJsonAreEqualByContent()
    {
        Assert.True((ResultList<byte[]>)[[1, 2]] == (ResultList<byte[]>)[[1, 2]]);
        Assert.True((ResultList<byte[]>)[[1, 2]] != (ResultList<byte[]>)[[1, 3]]);
        Assert.True((ResultList<JsonElement>)[Json("""{"a":1,"b":[null]}""")] == (ResultList<JsonElement>)[Json("""{ "b": [null], "a": 1.0 }""")]);
        Assert.True((ResultList<JsonElement?>)[Json("[1]"), null] == (ResultList<JsonElement?>)[Json("[1]"), null]);
        Assert.True((ResultList<JsonElement?>)[null] != (ResultList<JsonElement?>)[Json("null")]);
    }

    [Theory]
    [InlineData("1", "1.0", true)]
    [InlineData("1", "2", false)]
    [InlineData("\"a\"", "\"\\u0061\"", true)]
    [InlineData("\"1\"", "1", false)]
    [InlineData("true", "false", false)]
    [InlineData("{\"a\":1}", "{\"a\":1,\"b\":2}", false)]
    [InlineData("{\"a\":1,\"b\":2}", "{\"b\":2,\"a\":1}", true)]
    [InlineData("{\"a\":1}", "{\"b\":1}", false)]
    [InlineData("[1,2]", "[2,1]", false)]
    [InlineData("[1,2]", "[1]", false)]
    public void JsonIsComparedByWhatItMeans(string left, string right, bool areEqual)
    {
        EqualJson one = Json(left);
        EqualJson other = Json(right);
        Assert.Equal(areEqual, one == other);
        Assert.True(!areEqual || one.GetHashCode() == other.GetHashCode());
    }

    [Fact]
    public void AListThatWasMadeOfItsItemsDoesNotChange()
    {
        ICollection<int> list = (ResultList<int>)[1, 2];
        Assert.True(list.IsReadOnly);
        Assert.Throws<NotSupportedException>(() => list.Add(3));
        Assert.Throws<NotSupportedException>(() => list.Clear());
        Assert.Throws<NotSupportedException>(() => list.Remove(1));
        Assert.Throws<NotSupportedException>(() => ((ICollection<int>)(ResultList<int>)[]).Add(3));
        Assert.True(list.Contains(2) && !list.Contains(3));
        Assert.Throws<ArgumentOutOfRangeException>(() => ((ResultList<int>)[1, 2])[2]);
        Assert.Equal([1, 2], [.. list]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(1000)]
    public void SystemTextJsonFillsAList(int count)
    {
        ResultList<int> list = [.. Enumerable.Range(0, count)];
        var back = JsonSerializer.Deserialize<ResultList<int>>(JsonSerializer.Serialize(list))!;
        Assert.Equal(list, back);
        Assert.Equal(count, back.Count);
    }

    [Fact]
    public void GoingThroughAListAllocatesNothing()
    {
        ResultList<int> list = [1, 2, 3];
        var sum = Sum(list);
        var before = GC.GetAllocatedBytesForCurrentThread();
        sum += Sum(list);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(12, sum);
    }

    [Fact]
    public void TextIsNoMoreThanAScreen()
    {
        Assert.InRange(((ResultList<string>)[.. Enumerable.Repeat("😀", 10_000)]).ToString().Length, 1990, 2000);
        Assert.Equal("[" + new string('x', 1994) + "😀...", ((ResultList<string>)[new string('x', 1994) + "😀😀😀"]).ToString());
        Assert.Equal("[" + new string('x', 1995) + "...", ((ResultList<string>)[new string('x', 1995) + "😀😀😀"]).ToString());
    }

    private static int Sum(ResultList<int> list)
    {
        var sum = 0;
        foreach (var item in list)
            sum += item;
        return sum;
    }

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;
}
