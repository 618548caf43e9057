using System.Text;
using Lathe.Language.Syntax;
using Lathe.Language.Syntax.Parsing;
using Lathe.Language.Text;

namespace Lathe.Language.Tests.Syntax;

public sealed class DocumentParserTests
{
    [Fact]
    public void GoesOnAfterAnErrorAndKeepsTheOtherDefinitions()
    {
        var document = Parse("query A { a(b: ) }\nquery B { b }\nfragment C { c }\n\"d\" type D { d: Int }\nquery E { e");

        Assert.Equal(
            [
                "(1,16): error GQL1001: Unexpected \")\".",
                "(3,12): error GQL1001: Expected \"on\", found \"{\".",
                "(5,12): error GQL1001: Expected Name, found <EOF>.",
            ],
            document.Errors.Select(error => error.ToString()));
        Assert.Equal("B", ((OperationDefinitionSyntax)document.Definitions[0]).Name!.Value);
        Assert.Equal("d", document.Definitions[1].Description!.Value);
        Assert.Equal(2, document.Definitions.Count);
    }

    [Fact]
    public void FindsTheNextDefinitionWhereABraceIsMissing()
    {
        var document = Parse("query A {\n  a {\n    b\n  \n}\nquery B { b }\nmutation C { c }\n");

        Assert.Equal("(8,1): error GQL1001: Expected Name, found <EOF>. The \"{\" at line 1 is not closed.", document.Errors.Single().ToString());
        Assert.Equal(["B", "C"], document.Definitions.Cast<OperationDefinitionSyntax>().Select(operation => operation.Name!.Value));
    }

    [Theory]
    [InlineData("", "{ a ", "}")]
    [InlineData("query ($a: ", "[", "Int")]
    [InlineData("{ a(b: ", "[", "1")]
    [InlineData("{ a(b: ", "{c:", "1")]
    [InlineData("input A { b: Int = ", "[", "1")]
    [InlineData("type A { b: ", "[", "Int")]
    public void RefusesDeepNestingAtItsPlace(string before, string repeated, string after)
    {
        var text = new StringBuilder(before).Insert(before.Length, repeated, 10_000).Append(after).ToString();
        var error = Parse(text).Errors[0];

        Assert.StartsWith("Too deep: more than 200 levels of nesting.", error.Message, StringComparison.Ordinal);
        Assert.InRange(error.Locations[0].Span.Start, before.Length + (199 * repeated.Length), before.Length + (201 * repeated.Length));
    }

    [Fact]
    public void AcceptsTheDeepestNestingAllowed()
    {
        var text = new StringBuilder().Insert(0, "{a", 200).Append('}', 200).ToString();
        Assert.Empty(Parse(text).Errors);
    }

    [Theory]
    [InlineData("query A { a(\n  b: $c,\n  d ? ) }", 3, 5, 1)]
    [InlineData("query A { ...on }", 1, 17, 1)]
    [InlineData("{ a(b: \"\\uD83D x\") }", 1, 9, 6)]
    [InlineData("{ a(b: 0123) }", 1, 9, 1)]
    [InlineData("{ a } \U0001F600", 1, 7, 2)]
    [InlineData("{ a } wrong", 1, 7, 5)]
    [InlineData("{\r\n\ta(b: \"x)\r}", 2, 10, 0)]
    [InlineData("\uFEFF{\r a\n\r\n } }", 4, 4, 1)]
    public void MarksTheFaultyToken(string text, int line, int column, int length)
    {
        var location = Parse(text).Errors[0].Locations[0];

        Assert.Equal(new SourcePosition(line, column), location.Position);
        Assert.Equal(length, location.Span.Length);
    }

    [Theory]
    [InlineData("\"a\\n\\u0041\\u{1F600}\\uD83D\\uDE00\\\"\\/\"", "a\nA\U0001F600\U0001F600\"/")]
    [InlineData("\"\"", "")]
    [InlineData("\"\"\"\n    a\n      b\n\n    c \\\"\"\"\n  \"\"\"", "a\n  b\n\nc \"\"\"")]
    [InlineData("\"\"\"  a\r\n\tb\r\tc\"\"\"", "  a\nb\nc")]
    [InlineData("\"\"\"  \n \"\"\"", "")]
    [InlineData("\"\"\"\\u0041 \\n\"\"\"", "\\u0041 \\n")]
    public void ReadsStrings(string literal, string expected)
    {
        var document = Parse($"{literal} query A($a: String = {literal}) {{ a }}");

        Assert.Empty(document.Errors);
        var operation = (OperationDefinitionSyntax)document.Definitions[0];
        Assert.Equal(expected, operation.Description!.Value);
        Assert.Equal(expected, ((StringValueSyntax)operation.VariableDefinitions[0].DefaultValue!).Value);
    }

    [Fact]
    public void GivesEachNodeItsSpan()
    {
        const string Text = "\"d\" query A(\"v\" $a: [Int!] = [1] @x) { b: c(d: {e: $a}) @f { ...G ... on T { h } } }";
        var operation = (OperationDefinitionSyntax)Parse(Text).Definitions[0];
        var field = (FieldSyntax)operation.SelectionSet.Selections[0];

        Assert.Equal(Text, TextOf(operation));
        Assert.Equal("\"v\" $a: [Int!] = [1] @x", TextOf(operation.VariableDefinitions[0]));
        Assert.Equal("v", operation.VariableDefinitions[0].Description!.Value);
        Assert.Equal("[Int!]", TextOf(operation.VariableDefinitions[0].Type));
        Assert.Equal("{e: $a}", TextOf(field.Arguments[0].Value));
        Assert.Equal("@f", TextOf(field.Directives[0]));
        Assert.Equal("...G", TextOf(field.SelectionSet!.Selections[0]));
        Assert.Equal("... on T { h }", TextOf(field.SelectionSet.Selections[1]));
    }

    [Fact]
    public void StopsAtAHundredErrors() =>
        Assert.Equal(100, Parse(string.Concat(Enumerable.Repeat("type A { : }\n", 500))).Errors.Count);

    [Fact]
    public void StopsWhenCancelled() => Assert.Throws<OperationCanceledException>(
        () => DocumentParser.Parse(new SourceText(string.Empty, "{ a }"), new CancellationToken(canceled: true)));

    private static string TextOf(SyntaxNode node) => node.Source.Text.Substring(node.Span.Start, node.Span.Length);

    private static DocumentSyntax Parse(string text) => DocumentParser.Parse(new SourceText(string.Empty, text));
}
