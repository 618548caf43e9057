using System.Text.RegularExpressions;
using Lathe.Language.Changes.Rules;
using Lathe.TestSupport;

namespace Lathe.Language.Tests.Changes;

/// <summary>The codes are those that docs/tool.md lists, no more and no fewer.</summary>
public sealed partial class ChangeCodesTests
{
    private const string Old = """
        "a" schema { query: Query mutation: M }
        type Query { a: Int! b: Int c(x: Int, y: Int = 1, z: Int! = 1, t: Int): Int d: Int @deprecated e: Int @deprecated(reason: "1") r: R u: U f: Int @tag(name: "a") g: Int i: I }
        type M { a: Int } type S { a: Int } type R { a: Int } type Gone { a: Int }
        type A implements N { a: Int } interface N { a: Int } type B { a: Int }
        union U = A
        enum E { X Y }
        input I { a: Int b: Int c: Int = 1 d: Int! = 1 e: Int f: Int! }
        input O { a: Int } input P @oneOf { a: Int }
        scalar D1 @specifiedBy(url: "1") scalar D2 scalar D3 @specifiedBy(url: "1")
        directive @gone on FIELD
        directive @d(x: Int, y: Int! = 1) repeatable on FIELD | QUERY
        directive @e on FIELD
        """;

    private const string New = """
        "b" schema { query: Root subscription: S }
        type Root { a: Int } type M { a: Int } type S { a: Int } interface R { a: Int } type Added { a: Int }
        "d" type Query { a: Int b: Int! c(y: Int = 2, z: Int!, t: String, n: Int!, o: Int, x2: Int = 1): Int d: Int e: Int @deprecated(reason: "2") r: R u: U f: Int g: Int @deprecated i: I h: Int @tag(name: "a") }
        type A { a: Int @tag(name: "b") } interface N { a: Int } type B implements N { a: Int }
        union U = B
        enum E { X Z }
        input I { a: String c: Int = 2 d: Int! e: Int = 1 f: Int g: Int! h: Int }
        input O @oneOf { a: Int } input P { a: Int }
        scalar D1 @specifiedBy(url: "2") scalar D2 @specifiedBy(url: "1") scalar D3
        directive @added on FIELD
        directive @d(y: Int!, n: Int!, o: Int) on FIELD | MUTATION
        directive @e repeatable on FIELD
        """;

    [Fact]
    public void TheListOfTheDocumentationIsWhole()
    {
        var text = File.ReadAllText(Path.Combine(SharedFolder.RepositoryRoot, "docs", "tool.md"));
        var list =
            text[text.IndexOf("Codes are those", StringComparison.Ordinal)..text.IndexOf("Default values are compared", StringComparison.Ordinal)];
        var documented = Code().Matches(list).Select(match => match.Groups[1].Value).Distinct().Order();
        var extra = SchemaPair.Compare("type Query { a(x: Int, y: Int!): Int }", "type Query { a(x: Int = 1, y: Int): Int }");
        Assert.Equal(documented, ChangeRules.Codes);
        Assert.Equal(documented, SchemaPair.Compare(Old, New).Concat(extra).Select(change => change.Code).Distinct().Order());
    }

    [GeneratedRegex("`([A-Z]+(?:_[A-Z]+)+)`")]
    private static partial Regex Code();
}
