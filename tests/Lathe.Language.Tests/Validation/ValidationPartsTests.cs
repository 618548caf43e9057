using Lathe.Language.Syntax;
using Lathe.Language.Syntax.Parsing;
using Lathe.Language.Text;
using Lathe.Language.Validation.Types;
using Lathe.Language.Validation.Walking;

namespace Lathe.Language.Tests.Validation;

/// <summary>Small parts of messages: where another definition is, the reason of a deprecation, and the names that a definition uses.</summary>
public sealed class ValidationPartsTests
{
    [Theory]
    [InlineData("a.graphql", "a.graphql", "")]
    [InlineData("q/a.graphql", "q\\a.graphql", "")]
    [InlineData("a.graphql", "b.graphql", "b.graphql")]
    [InlineData("/p/a/x.graphql", "/p/b/y.graphql", "b/y.graphql")]
    [InlineData("/p/ab/x.graphql", "/p/ac/x.graphql", "ac/x.graphql")]
    [InlineData("/p/a/x.graphql", "/p/a/y.graphql", "y.graphql")]
    [InlineData("C:\\p\\a.graphql", "C:\\p\\q\\b.graphql", "q/b.graphql")]
    [InlineData("/p/q", "/p/q/r.graphql", "q/r.graphql")]
    [InlineData("/p/q/r.graphql", "/p/q", "q")]
    [InlineData("x/y", "z/y", "z/y")]
    public void AnotherPlaceIsToldFromWhereThePathsPart(string from, string to, string shown)
    {
        var expected = shown.Length == 0 ? "" : $" Another is at {shown}(2,10).";
        Assert.Equal(expected, Duplicates.Elsewhere(Name(from), Name(to)));
    }

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("  a\t\tb\r\nc  ", "a b c")]
    [InlineData("a\u0007b", "a b")]
    [InlineData("\u0007a", "a")]
    [InlineData("", "")]
    public void AReasonIsOneLine(string reason, string expected) => Assert.Equal(expected, Deprecation.Text(reason));

    [Theory]
    [InlineData(300, 300, "")]
    [InlineData(301, 300, "...")]
    [InlineData(9000, 300, "...")]
    public void ALongReasonIsCut(int length, int kept, string end) =>
        Assert.Equal(new string('r', kept) + end, Deprecation.Text(new string('r', length)));

    [Theory]
    [InlineData("type X implements I & J { a(i: [N!]!, k: L): M b: [I!]! }", "I", "J", "N", "L", "M", "I")]
    [InlineData("schema { query: Q mutation: M }", "Q", "M")]
    [InlineData("union U = A | B", "A", "B")]
    [InlineData("input I { a: A! b: [B] }", "A", "B")]
    [InlineData("directive @d(a: A, b: [B!]) on FIELD", "A", "B")]
    [InlineData("scalar S")]
    public void NamesOfADefinitionComeInTheOrderOfItsText(string text, params string[] expected)
    {
        var definition = Assert.IsType<TypeSystemDefinitionSyntax>(Assert.Single(Parse("s.graphql", text).Definitions), exactMatch: false);
        Assert.Equal(expected, TypeSystemNames.Of(definition).Select(name => name.Name.Value));
    }

    [Theory]
    [InlineData(2, 1)]
    [InlineData(8, 7)]
    [InlineData(9, 8)]
    [InlineData(9, 3)]
    [InlineData(40, 39)]
    public void AnArgumentGivenTwiceIsFoundAmongFewAndMany(int count, int repeats)
    {
        var arguments = Enumerable.Range(0, count).Select(i => i == repeats ? "a00: 1" : $"a{i:00}: 1");
        Assert.Equal(
            [$"1:5 1:{5 + (8 * repeats)} There can be only one argument named \"a00\"."],
            Check.Rule("UniqueArgumentNames", "type Query { a: Int }", $"{{ a({string.Join(", ", arguments)}) }}"));
    }

    private static NameSyntax Name(string path) =>
        Assert.IsType<FragmentDefinitionSyntax>(Assert.Single(Parse(path, "\nfragment F on Query { a }").Definitions)).Name;

    private static DocumentSyntax Parse(string path, string text)
    {
        var document = DocumentParser.Parse(new SourceText(path, text), TestContext.Current.CancellationToken);
        Assert.Empty(document.Errors);
        return document;
    }
}
