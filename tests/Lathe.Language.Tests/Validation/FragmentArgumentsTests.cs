using System.Globalization;
using Lathe.Language.Validation;

namespace Lathe.Language.Tests.Validation;

/// <summary>Rules look at fragment arguments as the reference does, and say what cannot be compiled away.</summary>
public sealed class FragmentArgumentsTests
{
    private const string Schema = """
        directive @mark on FRAGMENT_VARIABLE_DEFINITION
        directive @other on VARIABLE_DEFINITION
        type Query { node(limit: Int!, first: Int = 3, size: Size, where: Where): Node defer: Int }
        type Node { id(short: Boolean, size: Size): ID! node(limit: Int = 1): Node }
        enum Size { S M }
        input Where { and: [Where!] a: Where b: Where n: Int }
        """;

    [Theory]
    [InlineData("GQL1018", "{ ...F(n: 1) } fragment F($n: Int) on Query { defer }", "1:27 Variable \"$n\" is never used in fragment \"F\".")]
    [InlineData(
        "GQL1018",
        "query ($n: Int) { ...F(n: 1) } fragment F($n: Int) on Query { node(limit: 1, first: $n) { id } }",
        "1:8 Variable \"$n\" is never used.")]
    [InlineData(
        "GQL1017",
        "{ ...F(n: 1) } fragment F($n: Int!) on Query { node(limit: $n) { ...G } } fragment G on Node { node(limit: $n) { id } }",
        "1:108 1:1 Variable \"$n\" is not defined.")]
    [InlineData(
        "GQL1021",
        "{ ...F(siz: S) } fragment F($size: Size) on Query { node(limit: 1, size: $size) { id } }",
        "1:8 Unknown argument \"siz\" on fragment \"F\". Did you mean \"size\"?")]
    [InlineData(
        "GQL1023",
        "{ ...F(size: LARGE) } fragment F($size: Size = true) on Query { node(limit: 1, size: $size) { id } }",
        "1:14 Value \"LARGE\" does not exist in \"Size\" enum.",
        "1:48 Enum \"Size\" cannot represent non-enum value: true.")]
    [InlineData(
        "GQL1024",
        "{ ...F } fragment F($n: Int!) on Query { node(limit: $n) { id } }",
        "1:3 Fragment \"F\" argument \"n\" of type \"Int!\" is required, but it was not provided.")]
    [InlineData(
        "GQL1025",
        "{ ...F(n: 1) } fragment F($n: Int) on Query { node(limit: $n) { id } }",
        "1:27 1:59 Variable \"$n\" of type \"Int\" used in position expecting type \"Int!\".")]
    [InlineData(
        "GQL1025",
        "query ($v: Int) { ...F(n: $v) } fragment F($n: Int! = 2) on Query { node(limit: $n) { id } }",
        "1:8 1:27 Variable \"$v\" of type \"Int\" used in position expecting type \"Int!\".")]
    [InlineData(
        "GQL1009",
        "{ ...F } fragment F($n: Node) on Query { node(limit: 1, size: $n) { id } }",
        "1:25 Variable \"$n\" cannot be non-input type \"Node\".")]
    [InlineData(
        "GQL1007",
        "{ ...F } fragment F($n: Nope) on Query { node(limit: 1, size: $n) { id } }",
        "1:25 Unknown type \"Nope\". Did you mean \"Node\"?")]
    [InlineData(
        "GQL1019",
        "{ ...F } fragment F($n: Int @mark @other) on Query { node(limit: 1, first: $n) { id } }",
        "1:35 Directive \"@other\" may not be used on FRAGMENT_VARIABLE_DEFINITION.")]
    [InlineData(
        "GQL1026",
        "{ node(limit: 1) { ...F(s: true) ...F(s: false) ...F } } fragment F($s: Boolean) on Node { id(short: $s) }",
        "1:20 1:34 Spreads \"F\" conflict because F(s: true) and F(s: false) have different fragment arguments.",
        "1:20 1:49 Spreads \"F\" conflict because F(s: true) and F have different fragment arguments.",
        "1:34 1:49 Spreads \"F\" conflict because F(s: false) and F have different fragment arguments.")]
    [InlineData(
        "GQL1026",
        "query ($s: Boolean) { node(limit: 1) { id(short: $s) ...F(s: $s) } } fragment F($s: Boolean) on Node { id(short: $s) }",
        "1:40 1:104 Fields \"id\" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was "
            + "intentional.")]
    public void TheRulesOfTheSpecificationHoldForThem(string id, string document, params string[] expected)
    {
        var errors = Check.Errors(Schema, ValidationOptions.Strict, true, document).Where(error => error.Descriptor.Id == id);
        Assert.Equal(expected, errors.Select(Check.Describe));
    }

    [Theory]
    [InlineData("{ a: node(limit: 1) { ...F(s: true) } b: node(limit: 1) { ...F(s: false) } } fragment F($s: Boolean) on Node { id(short: $s) }")]
    [InlineData(
        "query ($s: Boolean) { ...F(s: $s) ...G(s: $s) } fragment F($s: Boolean) on Query { ...H(s: $s) } fragment G($s: Boolean) on Query { defer "
            + "node(limit: 1) { b: id(short: $s) } } fragment H($s: Boolean) on Query { node(limit: 1) { id(short: $s) } }")]
    [InlineData("{ ...F } fragment F($n: Int! = 2) on Query { node(limit: $n) { id } }")]
    [InlineData(
        "{ ...F(n: 1) } fragment F($n: Int!) on Query { node(limit: $n) { ...G(n: $n) } } fragment G($n: Int, $m: Int) on Node { node(limit: $n) { "
            + "node(limit: $m) { id } } }")]
    public void WhatIsValidStaysValid(string document) =>
        Assert.Empty(Check.Errors(Schema, ValidationOptions.Strict, true, document).Select(Check.Describe));

    [Theory]
    [InlineData(
        "{ ...F(n: 1, n: 2) } fragment F($n: Int) on Query { node(limit: 1, first: $n) { id } }",
        "1:14 Fragment arguments cannot be compiled away. There can be only one argument named \"n\".")]
    [InlineData(
        "{ ...F(n: 1) } fragment F($n: Int, $n: Int) on Query { node(limit: 1, first: $n) { id } }",
        "1:36 Fragment arguments cannot be compiled away. There can be only one variable named \"$n\" in fragment \"F\".")]
    [InlineData(
        "query ($v: Int) { ...F(n: $v) } fragment F($n: Int = 7) on Query { node(limit: 1, first: $n) { id } }",
        "1:24 Fragment arguments cannot be compiled away. \"$v\" may be left out, and then the default value of \"$n\" in fragment \"F\" would "
            + "count, which the document that is sent cannot say. Give \"$v\" a default in the operation, such as = 7, or a type that is not null.")]
    [InlineData("{ ...F(n: null) } fragment F($n: Int = 7) on Query { node(limit: $n) { id } }", "1:11 Expected value of type \"Int!\", found null.")]
    public void WhatCannotBeCompiledAwayIsToldAtItsPlace(string document, string expected) =>
        Assert.Equal([expected], Check.Errors(Schema, ValidationOptions.Strict, true, document).Select(Check.Describe));

    [Fact]
    public void CopiesOfCopiesHaveABound()
    {
        var levels = Enumerable.Range(0, 40).Select(i => string.Create(
            CultureInfo.InvariantCulture,
            $$"""fragment F{{i}}($w: Where) on Query { ...F{{i + 1}}(w: { a: $w, b: $w }) }"""));
        var document = $$"""{ ...F0(w: { n: 1 }) } {{string.Join(' ', levels)}} fragment F40($w: Where) on Query { node(limit: 1, where: $w) { id } }""";

        var error = Assert.Single(Check.Errors(Schema, ValidationOptions.Strict, true, document));

        Assert.Equal("GQL1038", error.Descriptor.Id);
        Assert.Contains("more than 100000 selections and characters of values", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ALongChainOfFragmentsIsFine()
    {
        var chain = Enumerable.Range(0, 5000)
            .Select(i => string.Create(CultureInfo.InvariantCulture, $"fragment F{i}($n: Int) on Query {{ ...F{i + 1}(n: $n) }}"));
        var document = $"{{ ...F0(n: 1) }} {string.Join(' ', chain)} fragment F5000($n: Int) on Query {{ node(limit: 1, first: $n) {{ id }} }}";

        Assert.Empty(Check.Errors(Schema, ValidationOptions.Strict, true, document).Select(Check.Describe));
    }

    [Fact]
    public void ValuesThatNestThroughFragmentsHaveABound()
    {
        var chain = Enumerable.Range(0, 300).Select(i => string.Create(CultureInfo.InvariantCulture, $$"""fragment F{{i}}($w: Where) on Query { ...F{{i + 1}}(w: { a: $w }) }"""));
        var document = $$"""{ ...F0 } {{string.Join(' ', chain)}} fragment F300($w: Where) on Query { node(limit: 1, where: $w) { id } }""";

        var error = Assert.Single(Check.Errors(Schema, ValidationOptions.Strict, true, document));

        Assert.Contains("nests deeper than 200 levels", error.Message, StringComparison.Ordinal);
    }
}
