using Lathe.Language.Changes.Comparison;
using Lathe.Language.Changes.Impact;
using Lathe.Language.Syntax.Parsing;
using Lathe.Language.Text;

namespace Lathe.Language.Tests.Changes;

/// <summary>Values and selections that fit another type as they stand are not hit; those that might not are.</summary>
public sealed class ImpactFitTests
{
    [Theory]
    [InlineData("ID", "Float", "query Q { a(x: 1) }", "")]
    [InlineData("Float", "ID", "query Q { a(x: 1) } query R { a(x: 1.5) }", "R 1:33 argument")]
    [InlineData("Int", "ID", "query Q($x: Int) { a(x: $x) }", "Q 1:22 argument")]
    [InlineData("ID", "String", "query Q { a(x: 1) }", "Q 1:13 argument")]
    [InlineData(
        "I",
        "J",
        "query Q { a(x: {n: \"s\"}) } query R($n: String) { a(x: {n: $n}) } query S($n: String) { a(x: {n: $n, d: 1}) }",
        "R 1:52 argument|S 1:90 argument")]
    [InlineData("J", "I", "query Q { a(x: {n: \"s\"}) }", "Q 1:13 argument")]
    [InlineData("I", "K", "query Q { a(x: {d: 1}) }", "Q 1:13 argument")]
    [InlineData("K", "I", "query Q { a(x: {d: 1}) } query R($d: Int) { a(x: {d: $d}) }", "")]
    [InlineData("I", "L", "query Q { a(x: {d: 1}) }", "Q 1:13 argument")]
    [InlineData("L", "M", "query Q { a(x: {n: [\"s\"]}) }", "Q 1:13 argument")]
    [InlineData("M", "N", "query Q { a(x: {n: \"s\"}) }", "Q 1:13 argument")]
    [InlineData("N", "M", "query Q { a(x: {n: \"s\"}) } query R($n: String!) { a(x: {n: $n}) }", "")]
    [InlineData("N", "O", "query Q { a(x: {n: \"s\"}) }", "Q 1:13 argument")]
    [InlineData("O", "P", "query Q { a(x: {n: \"s\", r: 1}) }", "")]
    [InlineData("P", "O", "query Q { a(x: {n: \"s\", r: 1}) }", "Q 1:13 argument")]
    [InlineData("Int", "Int", "query Q { a(x: 1) }", "")]
    public void OfAnArgument(string oldType, string newType, string document, string expected)
    {
        const string Types = " input I { n: String d: Int! = 1 } input J { n: ID d: Int! = 1 } input K { d: Int! = 1 } "
            + "input L { n: [String] d: Int } "
            + "input M { n: String } input N { n: String! } input O { n: String! r: Int! } input P { n: String r: Int! }";
        Holds(
            $"type Query {{ a(x: {oldType}): Int }}" + Types,
            $"type Query {{ a(x: {newType}): Int }}" + Types,
            document,
            "ARG_CHANGED_KIND Query.a(x:)",
            expected);
    }

    [Theory]
    [InlineData("I", "J", "query Q { a { x } } query R { a { x ... on I { x } ...F } } fragment F on I { x }", "")]
    [InlineData("I!", "J", "query Q { a { x } }", "Q 1:11 field")]
    [InlineData("I", "[J]", "query Q { a { x } }", "Q 1:11 field")]
    [InlineData("[I]", "J", "query Q { a { x } }", "Q 1:11 field")]
    [InlineData("I", "J!", "query Q { a { x } }", "")]
    [InlineData("J", "I", "query Q { a { x } } query R { a { ... on J { x } } }", "R 1:31 field")]
    [InlineData(
        "I", "J", "query Q { a { r(y: 1) } } query R { a { r } } query S { a { __typename o(y: 1) q(z: 1, y: 2) } }", "Q 1:11 field|R 1:37 field")]
    [InlineData("I", "Int", "query Q { a { x } }", "Q 1:11 field")]
    [InlineData("I", "E", "query Q { a { x } }", "Q 1:11 field")]
    [InlineData("Int", "I", "query Q { a }", "Q 1:11 field")]
    [InlineData("Int", "Float", "query Q { a }", "Q 1:11 field")]
    [InlineData("I", "J", "query Q { a { n { n { x } } } } query R { a { n { s } } } query S { a { ...Missing } }", "R 1:43 field|S 1:69 field")]
    public void OfASelection(string oldType, string newType, string document, string expected)
    {
        const string Types = " enum E { A } interface I { x: Int s: Int n: I r(y: Int): Int o(y: Int, z: Int): Int q(y: Int!, z: Int!): Int } "
            + "type J implements I "
            + "{ x: Int s: String n: J r(y: Int!): Int o(y: Int, z: Int): Int q(y: Int!, z: Int!): Int }";
        Holds($"type Query {{ a: {oldType} }}" + Types, $"type Query {{ a: {newType} }}" + Types, document, "FIELD_CHANGED_KIND Query.a", expected);
    }

    [Theory]
    [InlineData("type T { x: Int y: Int }", "interface T { x: Int y: Int }", "query Q { t { x } }", "")]
    [InlineData("type T { x: Int y: Int }", "interface T { x: Int y: String }", "query Q { t { x } }", "Q 1:11 field")]
    [InlineData("input T { x: Int }", "scalar T", "query Q($v: T!, $w: W!) { a(t: {x: 1}) }", "Q 1:9 variable|Q 1:32 literal|Q 1:17 variable $w.t")]
    public void OfAKind(string old, string @new, string document, string expected)
    {
        var types = old.StartsWith("input", StringComparison.Ordinal) ? " type Query { a(t: T): Int } input W { t: T! } " : " type Query { t: T } ";
        Holds(types + old, types + @new, document, "TYPE_CHANGED_KIND T", expected);
    }

    [Fact]
    public void AWayToAnInputFieldIsToldFromTheOutside() => Holds(
        "type Query { a(o: O): Int } input O { m: M } input M { i: I } input I { x: Int y: Int }",
        "type Query { a(o: O): Int } input O { m: M } input M { i: I } input I { x: Int }",
        "query Q($o: O) { a(o: $o) }",
        "FIELD_REMOVED I.y",
        "Q 1:9 variable? $o.m.i.y");

    [Theory]
    [InlineData("query Q { a { ... on A { x } ... { x } ... @include(if: true) { n { x } } } }", "Q 1:26 field|Q 1:36 field|Q 1:69 field")]
    [InlineData("query Q { nowhere { x } a { nowhere { x } ... on Nowhere { x } x } }", "Q 1:64 field")]
    [InlineData("query Q { a @d @e { x @d @e } }", "Q 1:21 field")]
    public void OfAFieldWhereverItIsSelected(string document, string expected) => Holds(
        "type Query { a: A } type A { n: A x: Int }", "type Query { a: A } type A { n: A }", document, "FIELD_REMOVED A.x", expected);

    // Validation says what is wrong with such documents.
    [Theory]
    [InlineData("x: Int", "x: Float", "query Q { a(x: $nowhere) }", "")]
    [InlineData("x: Int = 1", "x: Int = 2", "query Q { a(x: $nowhere) }", "")]
    [InlineData("x: Int", "x: Float", "fragment F on Query { a(x: 1) }", "")]
    public void OfWhatIsNotDefined(string old, string @new, string document, string expected) => Holds(
        $"type Query {{ a({old}): Int }}", $"type Query {{ a({@new}): Int }}", document, "", expected);

    [Fact]
    public void TheSearchCanBeStopped()
    {
        var schema = SchemaPair.Read("type Query { a: Int }");
        var document = DocumentParser.Parse(new SourceText("q.graphql", "{ a }"));
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => OperationImpact.Find(schema, schema, [], [document], source.Token));
        Assert.Throws<OperationCanceledException>(() => SchemaComparer.Compare(schema, schema, source.Token));
    }

    private static void Holds(string old, string @new, string document, string change, string expected) => Assert.Equal(
        expected.Split('|', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal),
        SchemaPair.Affected(old, @new, document).Where(line => line.StartsWith(change, StringComparison.Ordinal))
            .Select(line => line[(line.IndexOf(": ", StringComparison.Ordinal) + 2)..]).Order(StringComparer.Ordinal));
}
