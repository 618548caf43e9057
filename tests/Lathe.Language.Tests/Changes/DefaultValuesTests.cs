namespace Lathe.Language.Tests.Changes;

/// <summary>How a default value is written where it changed: the same value always in the same words.</summary>
public sealed class DefaultValuesTests
{
    [Theory]
    [InlineData("Int", "1", "1")]
    [InlineData("Float", "1.50", "1.5")]
    [InlineData("Float", "-1e2", "-100")]
    [InlineData("Float", "1e400", "1e400")]
    [InlineData("Float", "7", "7")]
    [InlineData("ID", "7", "\"7\"")]
    [InlineData("String", "null", "null")]
    [InlineData("String", "\"a \\\"b\\\" \\\\c\"", "\"a \\\"b\\\" \\\\c\"")]
    [InlineData("String", "\"\\n\\u001F \"", "\"\\u000A\\u001F \"")]
    [InlineData("String", "\"\"\"\none\n  two\n\"\"\"", "\"one\\u000A  two\"")]
    [InlineData("Boolean", "true", "true")]
    [InlineData("Boolean", "false", "false")]
    [InlineData("E", "A", "A")]
    [InlineData("[Int]", "1", "[1]")]
    [InlineData("[Int]", "[1, null, 3]", "[1, null, 3]")]
    [InlineData("[Int!]!", "[]", "[]")]
    [InlineData("[[ID]]", "[1, [2]]", "[[\"1\"], [\"2\"]]")]
    [InlineData("S", "{b: [1.0, X], a: {d: \"\", c: true}}", "{a: {c: true, d: \"\"}, b: [1, X]}")]
    [InlineData("I", "{c: {b: 2}, a: 1}", "{a: 1, b: 5, c: {b: 2}}")]
    [InlineData("I", "{}", "{b: 5}")]
    [InlineData("[I]", "{b: null}", "[{b: null}]")]
    public void AValueIsWritten(string type, string value, string expected)
    {
        const string Types = " scalar S enum E { A } input I { c: I b: Int = 5 a: Int }";
        var change = Assert.Single(
            SchemaPair.Compare($"type Query {{ f(x: {type}): E }}" + Types, $"type Query {{ f(x: {type} = {value}): E }}" + Types),
            change => change.Code == "ARG_DEFAULT_VALUE_ADDED");
        Assert.Equal($"Query.f(x:) got the default value {expected}.", change.Message);
    }

    // Defaults that need each other make no value; validation of the schema says so.
    [Fact]
    public void DefaultsThatNeedEachOtherEnd()
    {
        const string Types = " input I { i: I = {} }";
        var change = Assert.Single(SchemaPair.Compare("type Query { f(x: I): Int }" + Types, "type Query { f(x: I = {}): Int }" + Types));
        Assert.Equal("ARG_DEFAULT_VALUE_ADDED", change.Code);
    }

    // Each level doubles the value: written out, it would not fit into any memory.
    [Theory]
    [InlineData("{}", "{ }", "")]
    [InlineData("{}", "{b: null}", "ARG_DEFAULT_VALUE_CHANGE")]
    [InlineData("{a: {a: {}}}", "{a: {b: {}}}", "ARG_DEFAULT_VALUE_CHANGE")]
    public void AValueThatDefaultsMakeHugeIsCutOff(string old, string @new, string expected)
    {
        var doubling = Enumerable.Range(0, 60).Select(i => $" input I{i} {{ a: I{i + 1} = {{}} b: I{i + 1} = {{}} }}");
        var types = string.Concat(doubling) + " input I60 { a: Int }";
        var changes = SchemaPair.Compare($"type Query {{ f(x: I0 = {old}): Int }}" + types, $"type Query {{ f(x: I0 = {@new}): Int }}" + types);
        Assert.Equal(expected, string.Join('|', changes.Select(change => change.Code)));
        Assert.All(changes, change => Assert.True(change.Message.Length < 1000, $"{change.Message.Length} characters"));
    }
}
