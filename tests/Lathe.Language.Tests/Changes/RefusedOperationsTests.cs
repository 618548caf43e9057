using Lathe.Language.Changes.Impact;
using Lathe.Language.Syntax.Parsing;
using Lathe.Language.Text;

namespace Lathe.Language.Tests.Changes;

/// <summary>The operations that the old schema took and the new one refuses.</summary>
public sealed class RefusedOperationsTests
{
    private const string Old = "type Query { a: Int b: Int c(x: Int): Query }";
    private const string New = "type Query { a: Int c(x: String): Query }";

    [Theory]
    [InlineData("query Q { a }", "")]
    [InlineData("query Q { b }", "Q 0 1:11 Cannot query field \"b\" on type \"Query\".")]
    [InlineData("{ b }", "- 0 1:3 Cannot query field \"b\" on type \"Query\".")]
    [InlineData("query Q { a } query R { b c(x: 1) { b } }", "R 0 1:25 Cannot|R 0 1:32 String cannot represent|R 0 1:37 Cannot")]
    [InlineData("query Q { ...F } fragment F on Query { b }", "Q/F 0 1:40 Cannot")]
    [InlineData("fragment F on Query { b }", "-/F 0 1:23 Cannot")]
    [InlineData("query Q { ...F } query R { ...G } fragment G on Query { ...F } fragment F on Query { b }", "Q/F 0 1:86 Cannot|R/F 0 1:86 Cannot")]
    [InlineData("query Q($x: Int) { c(x: $x) { a } }", "Q 0 1:9 Variable \"$x\"")]
    public void AreFoundWithTheirErrors(string document, string expected) => Holds(expected, document);

    [Fact]
    public void WhatWasWrongBeforeIsNoRefusal() => Holds("", "query Q { nowhere ...Missing } query Q { a } fragment F on Query { c { nowhere } }");

    [Fact]
    public void AFaultThatMovedToAnotherPlaceIsNew() => Holds("Q 0 1:19 Cannot query field \"b\"", "query Q { nowhere b }");

    [Fact]
    public void EachIsFoundInItsOwnFile() => Holds(
        "Q/F 1 1:23 Cannot|R 1 1:37 Cannot", "query Q { ...F } query S { a }", "fragment F on Query { b } query R { b }");

    // The error is that of the operation as a whole: it stands where the other one ends.
    [Fact]
    public void AnOperationIsRefusedFromItsFirstCharacter() => Compare(
        Old + " type Mutation { m: Int }", New, "M 0 1:11 The ", "query Q{a}mutation M{m}");

    private static void Holds(string expected, params string[] documents) => Compare(Old, New, expected, documents);

    private static void Compare(string old, string @new, string expected, params string[] documents)
    {
        var parsed = documents.Select((text, index) => DocumentParser.Parse(new SourceText($"{index}", text))).ToArray();
        var found = RefusedOperations.Find(SchemaPair.Read(old), SchemaPair.Read(@new), parsed, TestContext.Current.CancellationToken);
        Assert.Collection(
            found.Select(Line), [.. expected.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(Starts)]);
    }

    private static Action<string> Starts(string start) => line => Assert.StartsWith(start, line, StringComparison.Ordinal);

    private static string Line(RefusedOperation refused)
    {
        var (place, owner) = (refused.Error.Locations[0], refused.Operation ?? "-");
        owner = refused.Fragment is null ? owner : $"{owner}/{refused.Fragment}";
        return $"{owner} {place.Source.Path} {place.Position.Line}:{place.Position.Column} {refused.Error.Message}";
    }
}
