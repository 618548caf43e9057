using System.Text;
using Lathe.Json;

namespace Lathe.Tests.Json;

/// <summary>JSON in texts for people: secrets are hidden by their names, and long text is cut.</summary>
public sealed class HiddenTextTests
{
    private static readonly HashSet<string> s_sensitive = new(["key", "password", "api_key"], StringComparer.OrdinalIgnoreCase);

    [Theory]
    [InlineData("key", true)]
    [InlineData("Key", true)]
    [InlineData("shopKey", true)]
    [InlineData("shop_key", true)]
    [InlineData("shop-key", true)]
    [InlineData("_key", true)]
    [InlineData("key_", true)]
    [InlineData("monkey", false)]
    [InlineData("keyboard", false)]
    [InlineData("oldpassword", true)]
    [InlineData("PASS_WORD", true)]
    [InlineData("PASS-WORD", true)]
    [InlineData("passwords", false)]
    [InlineData("shopApiKey", true)]
    [InlineData("name", false)]
    public void ANameThatEndsInASecretWordIsHidden(string name, bool expected) => Assert.Equal(expected, HiddenText.IsSensitive(name, s_sensitive));

    [Theory]
    [InlineData("1", "1")]
    [InlineData("{}", "{}")]
    [InlineData("[]", "[]")]
    [InlineData("[1,\"a\"]", "[1, \"a\"]")]
    [InlineData("""{"a":[{"key":"x"}],"key":{"b":1},"c":{"d":true}}""", """{ a: [{ key: (hidden) }], key: (hidden), c: { d: true } }""")]
    public void TextHasNoSecret(string json, string expected) => Assert.Equal(expected, Text(json, 1000));

    [Theory]
    [InlineData("""{"a":"0123456789","b":1}""", 5, """{ a: "0123456789"{}""")]
    [InlineData("[\"0123456789\",1]", 5, "[\"0123456789\"[]")]
    [InlineData("[1,2,3]", 4, "[1, 2, ")]
    public void TextEndsSoonBehindItsBound(string json, int most, string expected) =>
        Assert.StartsWith(expected[..(most + 1)], Text(json, most), StringComparison.Ordinal);

    [Fact]
    public void LongListsAreCut()
    {
        var text = ContentText.OfItems(Enumerable.Repeat("0123456789", 1000));
        Assert.Equal(ContentText.MostCharacters, text.Length);
        Assert.EndsWith("...", text, StringComparison.Ordinal);
        Assert.StartsWith("[0123456789, 0123456789, ", text, StringComparison.Ordinal);
        Assert.Equal("[a, null, 1]", ContentText.OfItems<object?>(["a", null, 1]));
        Assert.Equal("[]", ContentText.OfItems<int>([]));
        Assert.Equal(new string('x', ContentText.MostCharacters), ContentText.Cut(new StringBuilder(new string('x', ContentText.MostCharacters))));
        Assert.Equal(new string('x', ContentText.MostCharacters - 3) + "...", ContentText.Cut(new StringBuilder(new string('x', 2001))));
    }

    [Fact]
    public void ACutLeavesNoHalfOfACharacter()
    {
        var text = new StringBuilder(new string('x', ContentText.MostCharacters - 4) + "😀" + "xxxxx");
        Assert.Equal(new string('x', ContentText.MostCharacters - 4) + "...", ContentText.Cut(text));
    }

    [Fact]
    public void AListOfManyIsNotWalkedToItsEnd()
    {
        var asked = 0;
        ContentText.OfItems(Enumerable.Range(0, int.MaxValue).Select(item => asked++));
        Assert.InRange(asked, 1, ContentText.MostCharacters);
    }

    private static string Text(string json, int most)
    {
        var text = new StringBuilder();
        HiddenText.Append(text, JsonText.Element(json), hidden: false, s_sensitive, most);
        return text.ToString();
    }
}
