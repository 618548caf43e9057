using Lathe.Language.Fragments;
using Lathe.Language.Projects;
using Lathe.Language.Schemas;
using Lathe.Language.Syntax.Parsing;
using Lathe.Language.Text;
using Lathe.Language.TypeSystem;

namespace Lathe.Language.Tests.Validation;

/// <summary>What is sent for fragment arguments: fragments with values in place of their variables, one for each set of arguments.</summary>
public sealed class FragmentExpansionTests
{
    private const string Sdl = """
        type Query { a(n: Int, l: [Int], w: Where, s: String): Int b: Query }
        input Where { n: Int l: [Int] w: Where }
        """;

    [Theory]
    [InlineData("query Q { ...F } fragment F on Query { a }", "query Q{...F}fragment F on Query{a}")]
    [InlineData("query Q { ...F(n: 1) } fragment F($n: Int) on Query { a(n: $n) }", "query Q{...F}fragment F on Query{a(n:1)}")]
    [InlineData("query Q { ...F } fragment F($n: Int) on Query { a(n: $n) }", "query Q{...F}fragment F on Query{a}")]
    [InlineData("query Q { ...F } fragment F($n: Int = 7) on Query { a(n: $n) }", "query Q{...F}fragment F on Query{a(n:7)}")]
    [InlineData("query Q { ...F(n: null) } fragment F($n: Int = 7) on Query { a(n: $n) }", "query Q{...F}fragment F on Query{a(n:null)}")]
    [InlineData(
        "query Q($v: Int!) { ...F(n: $v) } fragment F($n: Int = 7) on Query { a(n: $n) }", "query Q($v:Int!){...F}fragment F on Query{a(n:$v)}")]
    [InlineData(
        "query Q { ...F(n: 1) b { ...F(n: 2) b { ...F(n: 1) ...F(n: 3) } } } fragment F($n: Int) on Query { a(n: $n) }",
        "query Q{...F b{...F_2 b{...F ...F_3}}}fragment F on Query{a(n:1)}fragment F_2 on Query{a(n:2)}fragment F_3 on Query{a(n:3)}")]
    [InlineData(
        "query Q { ...F(n: 1) b { ...F(n: 2) ...F_2 } } fragment F($n: Int) on Query { a(n: $n) } fragment F_2 on Query { b { a } }",
        "query Q{...F b{...F_3 ...F_2}}fragment F on Query{a(n:1)}fragment F_2 on Query{b{a}}fragment F_3 on Query{a(n:2)}")]
    [InlineData(
        "query Q { ...F(n: 1) b { ...F(n: 2) } } fragment F($n: Int) on Query { ...G(n: $n) x: a(n: $n) } "
            + "fragment G($n: Int) on Query { b { a(n: $n) } }",
        "query Q{...F b{...F_2}}fragment F on Query{...G x:a(n:1)}fragment F_2 on Query{...G_2 x:a(n:2)}"
            + "fragment G on Query{b{a(n:1)}}fragment G_2 on Query{b{a(n:2)}}")]
    [InlineData(
        "query Q { ...F(n: 1, m: 2) b { ...F(m: 1, n: 2) ...F(m: 2, n: 1) } } fragment F($n: Int, $m: Int) on Query { a(n: $n) c: a(n: $m) }",
        "query Q{...F b{...F_2 ...F}}fragment F on Query{a(n:1) c:a(n:2)}fragment F_2 on Query{a(n:2) c:a(n:1)}")]
    [InlineData(
        "query Q { ...F } fragment F($n: Int, $m: Int = 3) on Query { a(l: [1, $n, $m]) c: a(w: {n: $n, l: [$m], w: {n: $n}}) }",
        "query Q{...F}fragment F on Query{a(l:[1,null,3]) c:a(w:{l:[3],w:{}})}")]
    [InlineData(
        "query Q { ...F(b: true) } fragment F($b: Boolean, $n: Int = 1) on Query { a @include(if: $b) ... @skip(if: $b) { c: a(n: $n) } "
            + "b { ...G @include(if: $b) } } fragment G on Query { a }",
        "query Q{...F}fragment F on Query{a@include(if:true) ...@skip(if:true){c:a(n:1)} b{...G@include(if:true)}}fragment G on Query{a}")]
    [InlineData(
        "query Q { ...F(s: \"a\") b { ...F(s: \"1:a\") } } fragment F($s: String, $t: String) on Query { a(s: $s) c: a(s: $t) }",
        "query Q{...F b{...F_2}}fragment F on Query{a(s:\"a\")}fragment F_2 on Query{a(s:\"1:a\")}", " c:a")]
    public void IsWithoutFragmentArguments(string document, string expected, string without = "")
    {
        var token = TestContext.Current.CancellationToken;
        var schema = SchemaReader.Read([new SourceText("schema.graphql", Sdl)], token);
        var parsed = DocumentParser.Parse(new SourceText("q.graphql", document), allowsFragmentArguments: true, token);
        Assert.Empty(parsed.Errors);
        var index = new DocumentIndex([parsed], token);
        var operation = index.Operations[0];
        var reached = index.Graph.Reach(operation.SelectionSet).ToArray();
        var needs = new TypenameNeeds(schema, index.FindFragment);
        var sent = new RequestDocument(needs, static (_, _) => null, token).Write(operation, "Query", reached);
        Assert.Equal(expected, without.Length == 0 ? sent : sent.Replace(without, "", StringComparison.Ordinal));
    }

    [Fact]
    public void CanBeStopped()
    {
        var parsed = DocumentParser.Parse(
            new SourceText("q.graphql", "query Q { ...F(n: 1) ...F(n: 2) } fragment F($n: Int) on Query { a(n: $n) }"),
            allowsFragmentArguments: true,
            TestContext.Current.CancellationToken);
        var index = new DocumentIndex([parsed], TestContext.Current.CancellationToken);
        var reached = index.Graph.Reach(index.Operations[0].SelectionSet).ToArray();
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(
            () => Lathe.Language.Validation.Expansion.FragmentExpansion.Expand(index.Operations[0], reached, source.Token));
    }
}
