using Lathe.Language.Validation;

namespace Lathe.Language.Tests.Validation;

/// <summary>What rules do at the edges of what they look at.</summary>
public sealed class RuleDetailsTests
{
    private const string Sdl = """
        type Query { u: U i: Z1 a(n: Int, l: [Int], w: Where): Int b: Query }
        interface Z1 { x: Int y: Int }
        interface M2 implements Z1 { x: Int y: Int }
        type A3 implements Z1 & M2 { x: Int y: Int }
        type B4 { y: Int }
        union U = B4 | A3
        input Where { n: Int l: [Int] }
        """;

    [Theory]
    [InlineData(
        "FieldsOnCorrectType",
        "{ u { x } }",
        "1:7 Cannot query field \"x\" on type \"U\". Did you mean to use an inline fragment on \"Z1\", \"M2\", or \"A3\"?")]
    [InlineData(
        "FieldsOnCorrectType",
        "{ u { y } }",
        "1:7 Cannot query field \"y\" on type \"U\". Did you mean to use an inline fragment on \"B4\", \"Z1\", \"M2\", or \"A3\"?")]
    [InlineData(
        "KnownTypeNames",
        "type X { a: Nope b: Int c: Float d: ID e: String f: X g(i: Unknowable): [Y!]! } scalar Y extend type Gone { a: Int } { u { __typename } }",
        "1:13 Unknown type \"Nope\".",
        "1:60 Unknown type \"Unknowable\".")]
    [InlineData(
        "KnownTypeNames",
        "query ($a: Float, $b: Strin) { u { __typename } }",
        "1:12 Unknown type \"Float\".",
        "1:23 Unknown type \"Strin\". Did you mean \"String\"?")]
    [InlineData(
        "NoUnusedVariables", "query Q { a } query R($n: Int, $m: Int) { a(n: $n) }", "1:32 Variable \"$m\" is never used in operation \"R\".")]
    [InlineData("UniqueArgumentNames", "{ a(n: 1, l: [], n: 2) }", "1:5 1:18 There can be only one argument named \"n\".")]
    public void OfADocument(string rule, string document, params string[] expected) => Assert.Equal(expected, Check.Rule(rule, Sdl, document));

    // A variable of the fragment and one of the operation have one name, and are not the same.
    [Theory]
    [InlineData("a(n: $n)", true)]
    [InlineData("a(l: [1, $n])", true)]
    [InlineData("a(w: {n: 1, l: [2, $n]})", true)]
    [InlineData("a(l: [1, 2])", false)]
    [InlineData("a(w: {n: 1, l: [2]})", false)]
    public void AFieldThatUsesAVariableOfItsFragmentIsNotThatOfTheOperation(string field, bool isConflict)
    {
        var document = $"query ($n: Int) {{ {field} ...F(n: $n) c: a(n: $n) }} fragment F($n: Int) on Query {{ {field} d: a(n: $n) }}";
        var errors = Check.Errors(Sdl, ValidationOptions.Strict, true, document).Where(error => error.Descriptor.Id == "GQL1026");
        Assert.Equal(isConflict ? 1 : 0, errors.Count());
    }

    [Theory]
    [InlineData(1, "F(v0: 0)", "F(v0: 1)")]
    [InlineData(8, "F(v0: 0, v1: 0, v2: 0, v3: 0, v4: 0, v5: 0, v6: 0, v7: 0)", "F(v0: 1, v1: 1, v2: 1, v3: 1, v4: 1, v5: 1, v6: 1, v7: 1)")]
    [InlineData(9, "F(...)", "F(...)")]
    public void ArgumentsOfSpreadsAreShownWhileTheyAreFew(int count, string first, string second)
    {
        var numbers = Enumerable.Range(0, count).ToArray();
        string Spread(int value) => $"...F({string.Join(", ", numbers.Select(i => $"v{i}: {value}"))})";
        var document = $"{{ {Spread(0)} {Spread(1)} }} fragment F({string.Join(", ", numbers.Select(i => $"$v{i}: Int"))}) on Query "
            + $"{{ {string.Join(' ', numbers.Select(i => $"c{i}: a(n: $v{i})"))} }}";
        var error = Assert.Single(Check.Errors(Sdl, ValidationOptions.Strict, true, document), error => error.Descriptor.Id == "GQL1026");
        Assert.Equal($"Spreads \"F\" conflict because {first} and {second} have different fragment arguments.", error.Message);
    }
}
