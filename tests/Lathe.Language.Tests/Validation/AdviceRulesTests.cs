using Lathe.Language.Validation;

namespace Lathe.Language.Tests.Validation;

public sealed class AdviceRulesTests
{
    private const string Sdl = """
        directive @limit(rows: Int @deprecated(reason: "Use count."), count: Int) on FIELD
        type Query {
          old: Int @deprecated
          items(size: Int @deprecated(reason: "Use\nfirst."), first: Int, order: Order, where: Filter): Int
        }
        enum Order { NAME RANDOM @deprecated(reason: "Slow.") }
        input Filter { id: ID name: String @deprecated(reason: "Use id.") and: [Filter!] }
        """;

    [Theory]
    [InlineData("{ old }", "1:3 GQL2001 The field Query.old is deprecated. No longer supported")]
    [InlineData("{ items(size: 1) }", "1:9 GQL2002 Field \"Query.items\" argument \"size\" is deprecated. Use first.")]
    [InlineData("{ items @limit(rows: 1) }", "1:16 GQL2002 Directive \"@limit\" argument \"rows\" is deprecated. Use count.")]
    [InlineData("{ items(order: RANDOM) }", "1:16 GQL2003 The enum value \"Order.RANDOM\" is deprecated. Slow.")]
    [InlineData("query ($o: Order = RANDOM) { items(order: $o) }", "1:20 GQL2003 The enum value \"Order.RANDOM\" is deprecated. Slow.")]
    [InlineData("{ items(where: { and: [{ name: \"x\" }] }) }", "1:26 GQL2004 The input field Filter.name is deprecated. Use id.")]
    [InlineData(
        "{ items } fragment F on Query { items }",
        "1:11 GQL2005 No operation of the project uses fragment \"F\". Spread it as \"...F\", or remove it.")]
    public void DeprecatedOrUnusedIsAdvisedAgainst(string document, string expected)
    {
        var error = Assert.Single(Check.Errors(Sdl, ValidationOptions.Advice, document));
        var position = error.Locations[0].Position;

        Assert.Equal(expected, $"{position.Line}:{position.Column} {error.Descriptor.Id} {error.Message}");
    }

    [Theory]
    [InlineData("{ items(first: 1, order: NAME, where: { id: 1 }) }")]
    [InlineData("{ ...F } fragment F on Query { ...G } fragment G on Query { items }")]
    [InlineData("{ unknown(x: RANDOM) }")]
    public void CurrentMembersGetNoAdvice(string document) => Assert.Empty(Check.Errors(Sdl, ValidationOptions.Advice, document));

    [Fact]
    public void AFragmentOfAnotherFileIsUsed() =>
        Assert.Empty(Check.Errors(Sdl, ValidationOptions.Advice, "fragment F on Query { items }", "{ ...F }"));
}
