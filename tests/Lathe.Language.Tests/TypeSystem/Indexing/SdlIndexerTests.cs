using Lathe.Language.Syntax.Parsing;
using Lathe.Language.Text;
using Lathe.Language.TypeSystem.Indexing;
using Lathe.TestSupport;

namespace Lathe.Language.Tests.TypeSystem.Indexing;

/// <summary>The scan finds what the parser finds.</summary>
public sealed class SdlIndexerTests
{
    public static TheoryData<string> Tricky => new()
    {
        "type A { a: Int }",
        "\"d\" type A\n\"\"\"block } \\\"\"\" { type X\"\"\" type B { \"}\" b(\"{\" x: I = { a: \"}\" }): Int # }\n }",
        "type A implements & B & C @d(x: {a: \"(\"}) @e { x: Int } interface B interface C implements B { y: Int }",
        "type implements implements implements { implements: Int }",
        "union U @a(b: [1, 2]) = | A | B union V = A extend union V @x extend union V = C",
        "schema @a { query: Q } extend schema @b extend schema { mutation: M }",
        "directive @a(b: Int = 1 @deprecated, \"s)\" c: [Int!]! = [1]) repeatable on | FIELD | QUERY scalar S @specifiedBy(url: \"x\")",
        "\uFEFFinput type { type: Int = 1, input: type }\r\nenum enum { enum, type }\r# type X { }\rextend enum enum { b }",
        "type A\ntype B @x\ntype C implements D\nscalar E",
    };

    [Theory]
    [MemberData(nameof(Tricky))]
    public void FindsWhatTheParserFinds(string text) => AssertSame(new SourceText("s.graphql", text));

    [Theory]
    [InlineData("github/schema.graphql")]
    [InlineData("linear/schema.graphql")]
    [InlineData("flyctl/schema.graphql")]
    [InlineData("shopify-storefront/schema.graphql")]
    public void FindsWhatTheParserFindsInRealSchemas(string path)
    {
        var file = SharedFolder.Require("workloads/" + path);
        AssertSame(new SourceText(path, File.ReadAllText(file)));
    }

    [Theory]
    [InlineData("type A { a: Int")]
    [InlineData("type A { a: Int } }")]
    [InlineData("typo A { a: Int }")]
    [InlineData("type { a: Int }")]
    [InlineData("\"\"\"type A { a: Int }")]
    [InlineData("\"type A { a: Int }")]
    [InlineData("\"d\" extend type A { a: Int }")]
    [InlineData("union U = ")]
    [InlineData("scalar S { a }")]
    [InlineData("query { a }")]
    [InlineData("# nothing")]
    [InlineData("")]
    public void LeavesIrregularTextToTheParser(string text) =>
        Assert.Null(SdlIndexer.Scan(new SourceText("s.graphql", text), new NameTable(), CancellationToken.None));

    private static void AssertSame(SourceText source)
    {
        var document = DocumentParser.Parse(source, TestContext.Current.CancellationToken);
        Assert.Empty(document.Errors);
        var scanned = SdlIndexer.Scan(source, new NameTable(), CancellationToken.None);

        Assert.NotNull(scanned);
        Assert.Equal(SyntaxIndexer.Index(document).Select(Describe), scanned.Select(Describe));
    }

    private static string Describe(DefinitionEntry entry) =>
        $"{entry.Kind} {entry.IsExtension} {entry.Name} {entry.Start} {(entry.Kind == DefinitionKind.Schema ? 0 : entry.NameStart)} "
            + $"{string.Join(',', entry.Names)}";
}
