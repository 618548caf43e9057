using Lathe.Language.Json;
using Lathe.Language.Text;

namespace Lathe.Language.Tests.Json;

public sealed class JsonParserTests
{
    [Theory]
    [InlineData("", 1, 1, "Expected a value, found the end of the file.")]
    [InlineData("{\n  \"a\": 1,\n}", 3, 1, "Expected a property name in double quotes, found '}'. A comma must not stand before it.")]
    [InlineData("[1, ]", 1, 5, "Expected a value, found ']'. A comma must not stand before it.")]
    [InlineData("{\r\n// x\r\n}", 2, 1, "Expected a property name in double quotes, found '/'. JSON has no comments.")]
    [InlineData("{\"a\" 1}", 1, 6, "Expected ':' after the property name, found '1'.")]
    [InlineData("[1 2]", 1, 4, "Expected ',' or ']' after an item, found '2'.")]
    [InlineData("{'a': 1}", 1, 2, "Expected a property name in double quotes, found '''. Strings stand in double quotes.")]
    [InlineData("\"abc", 1, 1, "A string is not closed. Add '\"' at its end.")]
    [InlineData("\"a\tb\"", 1, 3, "A string holds the control character U+0009. Write it as \\u0009.")]
    [InlineData("\"\\x\"", 1, 2, "A backslash must be followed by one of \" \\ / b f n r t, or u and four hexadecimal digits.")]
    [InlineData("01", 1, 2, "Malformed number: expected no digit after a leading zero, found '1'.")]
    [InlineData("-", 1, 2, "Malformed number: expected a digit, found the end of the file.")]
    [InlineData("tru", 1, 1, "Expected a value, found 't'. Strings stand in double quotes.")]
    [InlineData("1 1", 1, 3, "Expected the end of the file, found '1'. A file holds one JSON value.")]
    [InlineData("\u00A01", 1, 1, "Expected a value, found U+00A0.")]
    public void FaultHasItsPosition(string text, int line, int column, string message)
    {
        var result = JsonParser.Parse(new SourceText("x.json", text), cancellationToken: TestContext.Current.CancellationToken);

        Assert.Null(result.Root);
        Assert.Equal($"x.json({line},{column}): error GQL0001: {message}", result.Error!.ToString());
    }

    [Fact]
    public void NodesHaveTheirSpans()
    {
        const string text = "\uFEFF{ \"a\": [ true, null, \"x\\u0041\" ], \"b\": -1.5e3 }";
        var root = Assert.IsType<JsonObject>(Parse(text));

        var array = Assert.IsType<JsonArray>(root.Find("a"));
        Assert.Equal("[ true, null, \"x\\u0041\" ]", Slice(text, array.Span));
        Assert.Equal("\"b\"", Slice(text, root.Properties[1].NameSpan));
        Assert.Equal("-1.5e3", Assert.IsType<JsonNumber>(root.Find("b")).Text);
        Assert.Equal("xA", Assert.IsType<JsonString>(array.Items[2]).Value);
        Assert.Equal("\"x\\u0041\"", Slice(text, array.Items[2].Span));
        Assert.Equal(text[1..], Slice(text, root.Span));
        Assert.Null(root.Find("c"));
    }

    [Fact]
    public void LastPropertyOfANameWins() =>
        Assert.Equal("2", Assert.IsType<JsonNumber>(Assert.IsType<JsonObject>(Parse("{\"a\":1,\"a\":2}")).Find("a")).Text);

    [Fact]
    public void DepthIsBounded()
    {
        Assert.NotNull(Parse(Nested(64)));
        Assert.Equal(
            "x.json(1,65): error GQL0001: Arrays and objects nest deeper than 64.",
            JsonParser.Parse(new SourceText("x.json", Nested(65)), cancellationToken: TestContext.Current.CancellationToken).Error!.ToString());
        Assert.NotNull(JsonParser.Parse(new SourceText("x.json", Nested(100_000)), 512, TestContext.Current.CancellationToken).Error);
    }

    [Fact]
    public void CancellationIsHonoured() =>
        Assert.Throws<OperationCanceledException>(
            () => JsonParser.Parse(new SourceText("x.json", "{}"), cancellationToken: new CancellationToken(canceled: true)));

    private static string Nested(int depth) => new string('[', depth) + new string(']', depth);

    private static JsonNode? Parse(string text) =>
        JsonParser.Parse(new SourceText("x.json", text), cancellationToken: TestContext.Current.CancellationToken).Root;

    private static string Slice(string text, SourceSpan span) => text.Substring(span.Start, span.Length);
}
