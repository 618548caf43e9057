using Lathe.Language.Printing;
using Lathe.Language.Schemas;
using Lathe.Language.Text;
using Lathe.Language.TypeSystem.Validation;
using Lathe.Language.Validation;

namespace Lathe.Language.Tests.Validation;

/// <summary>Rules of the September 2026 edition that the editions before had otherwise, or not at all.</summary>
public sealed class September2026Tests
{
    private const string Schema = "type Query { f(i: I): Int g(i: I!): Int } input I @oneOf { a: String b: Int } type Subscription { s: Int t: Int }";

    [Theory]
    [InlineData("query A($v: String = \"x\") { f(i: { a: $v }) }", 0)]
    [InlineData("query A($v: String = \"x\") { g(i: { a: $v }) }", 0)]
    [InlineData("query A($v: String!) { f(i: { a: $v }) }", 0)]
    [InlineData("query A($v: String) { f(i: { a: $v }) }", 1)]
    [InlineData("query A($v: String = null) { f(i: { a: $v }) }", 1)]
    public void ADefaultThatIsNotNullMakesAVariableFitAOneOfObject(string document, int errors) =>
        Assert.Equal(errors, Check.Rule("VariablesInAllowedPosition", Schema, document).Count);

    [Theory]
    [InlineData("query A($v: Filter!) { h(json: [[$v]]) }", 0)]
    [InlineData("query A($v: Filter!) { h(json: [$v]) }", 0)]
    [InlineData("query A($v: Int!) { h(list: [$v]) }", 1)]
    public void AListWithinAScalarExpectsNothing(string document, int errors) =>
        Assert.Equal(
            errors,
            Check.Rule(
                "VariablesInAllowedPosition",
                "type Query { h(json: Json, list: [String]): Int } scalar Json input Filter { a: Int }",
                document).Count);

    [Fact]
    public void AFragmentIsReachedByTheFirstOfItsSpreads() =>
        Assert.Equal(
            "1:100 1:59 1:18",
            Assert.Single(Check.Rule(
                "DeferStreamDirectiveOnValidOperations",
                Schema + " directive @defer(if: Boolean! = true) on FRAGMENT_SPREAD | INLINE_FRAGMENT",
                "subscription S { ...A ...B } fragment A on Subscription { ...B } fragment B on Subscription { ...C @defer } "
                    + "fragment C on Subscription { s }")).Split(" Defer")[0]);

    [Theory]
    [InlineData("subscription { s @skip(if: false) }", 1)]
    [InlineData("subscription { s ... @include(if: true) { t } }", 1)]
    [InlineData("subscription { s }", 0)]
    public void LiteralConditionsAtTheRootOfASubscriptionAreRefused(string document, int errors) =>
        Assert.Equal(
            errors,
            Check.Rule("SingleFieldSubscriptions", Schema, document)
                .Count(error => error.Contains("`@skip` or `@include`", StringComparison.Ordinal)));

    [Theory]
    [InlineData(
        "schema { query: Q mutation: Q } type Q { a: Int }",
        "All root types must be different, \"Q\" type is used as query and mutation root types.")]
    [InlineData(
        "type Query implements I { a: Int @deprecated(reason: \"old\") } interface I { a: Int }",
        "Interface field I.a is not deprecated, so implementation field Query.a must not be deprecated.")]
    [InlineData("type Query implements I { a: Int @deprecated } interface I { a: Int @deprecated }")]
    [InlineData("query Q { a } type Query implements I { a: Int @deprecated } interface I { a: Int }",
        "The operation 'Q' stands in a schema file, where it is not compiled. Move it to a .graphql file that begins with an operation or fragment.",
        "Interface field I.a is not deprecated, so implementation field Query.a must not be deprecated.")]
    public void StrictlyReadASchemaIsHeldToAllRules(string schema, params string[] expected)
    {
        var read = SchemaReader.Read([new SourceText("s.graphql", schema)], TestContext.Current.CancellationToken);
        Assert.Equal(
            expected,
            SchemaValidator.Validate(read, SchemaValidationMode.Strict, TestContext.Current.CancellationToken).Select(error => error.Message));
    }

    [Theory]
    [InlineData("directive @a @meta(x: 1) on FIELD_DEFINITION")]
    [InlineData("directive @a @meta(x: 1) on FIELD_DEFINITION extend directive @a @meta(x: 2)")]
    [InlineData("directive @a @meta @deprecated(reason: \"old\") repeatable on FIELD_DEFINITION")]
    [InlineData("directive @a @once @once on FIELD", "The directive \"@once\" can only be used once at this location.")]
    [InlineData("directive @a @field on FIELD", "Directive \"@field\" may not be used on DIRECTIVE_DEFINITION.")]
    public void DirectivesStandOnDirectives(string directive, params string[] expected)
    {
        const string Others = """
            directive @meta(x: Int) repeatable on DIRECTIVE_DEFINITION
            directive @once on DIRECTIVE_DEFINITION
            directive @field on FIELD
            type Query { a: Int }

            """;
        var read = SchemaReader.Read([new SourceText("s.graphql", Others + directive)], TestContext.Current.CancellationToken);
        Assert.Equal(
            expected,
            SchemaValidator.Validate(read, SchemaValidationMode.Strict, TestContext.Current.CancellationToken).Select(error => error.Message));
    }

    [Fact]
    public void AnIntrospectionResultMayHoldADirectiveForDirectivesAlone()
    {
        var read = SchemaReader.Read(
            [
                new SourceText(
                    "s.json",
                    """
                    {"__schema":{"queryType":{"name":"Query"},"types":[{"kind":"OBJECT","name":"Query","interfaces":[],
                    "fields":[{"name":"a","args":[],"type":{"kind":"SCALAR","name":"Int"}}]}],
                    "directives":[{"name":"meta","args":[],"isRepeatable":true,"locations":["DIRECTIVE_DEFINITION"]}]}}
                    """),
            ],
            TestContext.Current.CancellationToken);
        Assert.Empty(SchemaValidator.Validate(read, SchemaValidationMode.Client, TestContext.Current.CancellationToken));
        Assert.StartsWith("directive @meta repeatable on DIRECTIVE_DEFINITION\n", SchemaPrinter.Print(read), StringComparison.Ordinal);
    }
}
