using System.Text.Json;
using Lathe.Json;

namespace Lathe.Tests.Json;

/// <summary>Which JSON and which bytes of two records are equal.</summary>
public sealed class EqualityTests
{
    [Theory]
    [InlineData("1", "1")]
    [InlineData("1.50", "15e-1")]
    [InlineData("1e999", "1e999")]
    [InlineData("\"a\\u0062\"", "\"ab\"")]
    [InlineData("[1,[],{}]", "[1.0, [ ], { }]")]
    [InlineData("""{"a":1,"b":[null]}""", """{"b":[null],"a":1.0}""")]
    [InlineData("null", "null")]
    [InlineData("true", "true")]
    public void EqualJsonHasOneHash(string one, string other)
    {
        var (left, right) = (JsonText.Element(one), JsonText.Element(other));
        Assert.True((EqualJson)left == (EqualJson)right);
        Assert.False((EqualJson)left != (EqualJson)right);
        Assert.True(((EqualJson)left).Equals((object)(EqualJson)right));
        Assert.Equal(((EqualJson)left).GetHashCode(), ((EqualJson)right).GetHashCode());
        Assert.Equal(JsonValueKind.Undefined, ((JsonElement)default(EqualJson)).ValueKind);
        Assert.Equal(one, ((JsonElement)(EqualJson)left).GetRawText());
    }

    [Theory]
    [InlineData("1", "2")]
    [InlineData("1e999", "2e999")]
    [InlineData("1e999", "1")]
    [InlineData("1", "1e999")]
    [InlineData("1", "\"1\"")]
    [InlineData("\"a\"", "\"b\"")]
    [InlineData("[1]", "[1,2]")]
    [InlineData("[1,2]", "[1,3]")]
    [InlineData("[1,2]", "[3,2]")]
    [InlineData("[]", "{}")]
    [InlineData("""{"a":1}""", """{"a":2}""")]
    [InlineData("""{"a":1}""", """{"b":1}""")]
    [InlineData("""{"a":1}""", """{"a":1,"b":1}""")]
    [InlineData("""{"a":1,"b":1}""", """{"a":1}""")]
    [InlineData("""{"a":1,"b":2}""", """{"a":1,"b":3}""")]
    [InlineData("null", "false")]
    [InlineData("true", "false")]
    public void OtherJsonIsNotEqual(string one, string other)
    {
        EqualJson left = JsonText.Element(one), right = JsonText.Element(other);
        Assert.True(left != right);
        Assert.False(left == right);
        Assert.False(left.Equals((object)right));
        Assert.False(left.Equals(one));
        Assert.False(left.Equals(null));
    }

    [Theory]
    [InlineData("\"a\"", "\"b\"")]
    [InlineData("[]", "[1]")]
    [InlineData("[]", "{}")]
    [InlineData("1", "true")]
    [InlineData("true", "false")]
    public void HashesTellCommonJsonApart(string one, string other) =>
        Assert.NotEqual(((EqualJson)JsonText.Element(one)).GetHashCode(), ((EqualJson)JsonText.Element(other)).GetHashCode());

    [Fact]
    public void BytesAreEqualByWhatTheyAre()
    {
        EqualBytes one = new byte[] { 1, 2 }, same = new byte[] { 1, 2 }, other = new byte[] { 1, 3 };
        EqualBytes none = (byte[]?)null, empty = Array.Empty<byte>();
        Assert.True(one == same);
        Assert.False(one != same);
        Assert.True(one != other);
        Assert.True(one.Equals((object)same));
        Assert.False(one.Equals((object)other));
        Assert.False(one.Equals((object)new byte[] { 1, 2 }));
        Assert.Equal(one.GetHashCode(), same.GetHashCode());
        Assert.NotEqual(one.GetHashCode(), other.GetHashCode());
        Assert.True(none == default);
        Assert.False(none == empty);
        Assert.False(empty == none);
        Assert.False(none == one);
        Assert.Equal([1, 2], (byte[]?)one);
    }

    [Fact]
    public void ItemsOfListsAreEqualLikeMembers()
    {
        var json = ItemEquality<JsonElement>.Comparer;
        Assert.True(json.Equals(JsonText.Element("1"), JsonText.Element("1.0")));
        Assert.Equal(json.GetHashCode(JsonText.Element("1")), json.GetHashCode(JsonText.Element("1.0")));
        var perhaps = ItemEquality<JsonElement?>.Comparer;
        Assert.True(perhaps.Equals(JsonText.Element("1"), JsonText.Element("1.0")));
        Assert.True(perhaps.Equals(null, null));
        Assert.False(perhaps.Equals(null, JsonText.Element("null")));
        Assert.False(perhaps.Equals(JsonText.Element("null"), null));
        Assert.Equal(perhaps.GetHashCode(JsonText.Element("1")), perhaps.GetHashCode(JsonText.Element("1.0")));
        var bytes = ItemEquality<byte[]>.Comparer;
        Assert.True(bytes.Equals([1], [1]));
        Assert.False(bytes.Equals([1], [2]));
        Assert.False(bytes.Equals(null, []));
        Assert.Equal(bytes.GetHashCode([1]), bytes.GetHashCode([1]));
        Assert.Same(EqualityComparer<string>.Default, ItemEquality<string>.Comparer);
    }
}
