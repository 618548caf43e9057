using System.Globalization;
using Lathe.Generator.Binding;
using Lathe.Generator.Tests.Pipeline;
using Lathe.Language.Syntax;
using Lathe.Language.Syntax.Parsing;
using Lathe.Language.Text;

namespace Lathe.Generator.Tests.Binding;

/// <summary>Spreads under <c>@include</c> and <c>@skip</c> that follow each other cost what their text costs.</summary>
public sealed class ConditionalSpreadTests
{
    private const string Schema = "type Query { node: Node } interface Node { id: ID! last: Int! next: Node } type Machine implements Node { id: ID! "
        + "last: Int! next: Node }\n";

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(16)]
    [InlineData(32)]
    [InlineData(64)]
    public void TwoWaysThroughEachLevelMakeOneRecord(int levels)
    {
        var fragments = Enumerable.Range(0, levels).Select(i => string.Create(
            CultureInfo.InvariantCulture, $"fragment F{i} on Node {{ ...F{i + 1} @include(if: $a{i}) ...F{i + 1} @skip(if: $a{i}) }}"));
        var variables = string.Join(", ", Enumerable.Range(0, levels).Select(i => string.Create(CultureInfo.InvariantCulture, $"$a{i}: Boolean!")));
        var project = new GeneratorHarness(
            ("/p/s.graphql", Schema),
            ("/p/q.graphql", $"query Deep({variables}) {{ node {{ id ...F0 }} }}\n{string.Join('\n', fragments)}\nfragment F{levels} on Node {{ last "
                + $"}}"));

        var outcome = project.Run();

        Assert.Empty(outcome.Diagnostics);
        Assert.Empty(outcome.CompilationErrors());
        var operation = outcome.Files.Single(file => file.Contains("DeepQuery", StringComparison.Ordinal));
        Assert.Contains("public int? Last { get; init; }", outcome.Source(operation), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(8)]
    [InlineData(16)]
    [InlineData(32)]
    [InlineData(64)]
    public void EachLevelTakesAsManyStepsAsTheOneBefore(int levels)
    {
        var half = Steps(levels / 2);
        var whole = Steps(levels);

        Assert.InRange(whole, half, (2 * half) + 20);
    }

    [Fact]
    public void BeyondAFewConditionsThereIsOneThatNothingElseShares()
    {
        var many = Enumerable.Range(0, 5).Aggregate(ConditionSet.None, (all, i) => all.And(If(i)));
        var others = Enumerable.Range(0, 5).Aggregate(ConditionSet.None, (all, i) => all.And(If(i)));

        Assert.False(many.IsEmpty);
        Assert.NotEqual(many, others);
        Assert.True(many.Intersect(others).IsEmpty);
        Assert.False(many.IsSubsetOf(others));
    }

    [Fact]
    public void ConditionsAreEqualInAnyOrder()
    {
        var one = ConditionSet.None.And(If(0)).And(If(1));
        var other = ConditionSet.None.And(If(1)).And(If(0));

        Assert.Equal(one, other);
        Assert.Equal(If(0), one.Intersect(If(0)));
        Assert.Equal(If(1), one.Except(If(0)));
        Assert.True(If(0).IsSubsetOf(one));
        Assert.False(one.IsSubsetOf(If(0)));
    }

    [Fact]
    public void AnObjectUnderManyConditionsKeepsWhatEachOfThemSelects()
    {
        var spreads = string.Join(' ', Enumerable.Range(0, 9).Select(i => string.Create(
            CultureInfo.InvariantCulture, $"...F{i} @include(if: $a{i})")));
        var fragments = string.Join(' ', Enumerable.Range(0, 9).Select(i => string.Create(
            CultureInfo.InvariantCulture, $"fragment F{i} on Node {{ next {{ x{i}: last }} }}")));
        var variables = string.Join(", ", Enumerable.Range(0, 9).Select(i => string.Create(CultureInfo.InvariantCulture, $"$a{i}: Boolean!")));
        var project = new GeneratorHarness(
            ("/p/s.graphql", Schema), ("/p/q.graphql", $"query Many({variables}) {{ node {{ {spreads} }} }} {fragments}"));

        var outcome = project.Run();

        Assert.Empty(outcome.Diagnostics);
        Assert.Empty(outcome.CompilationErrors());
        var source = outcome.Source(outcome.Files.Single(file => file.Contains("ManyQuery", StringComparison.Ordinal)));
        Assert.All(
            Enumerable.Range(0, 9),
            i => Assert.Contains(
                string.Create(CultureInfo.InvariantCulture, $"public int? X{i} {{ get; init; }}"), source, StringComparison.Ordinal));
    }

    private static ConditionSet If(int number) => ConditionSet.None.And(((FieldSyntax)((OperationDefinitionSyntax)DocumentParser.Parse(
        new SourceText("q.graphql", string.Create(CultureInfo.InvariantCulture, $"{{ a @include(if: $a{number}) }}")), CancellationToken.None)
        .Definitions[0]).SelectionSet.Selections[0]).Directives);

    private static int Steps(int levels)
    {
        var fragments = Enumerable.Range(0, levels).Select(i => string.Create(
            CultureInfo.InvariantCulture, $"fragment F{i} on Node {{ next {{ id }} ...F{i + 1} @include(if: $a{i}) ...F{i + 1} @skip(if: $a{i}) }}"));
        var variables = string.Join(", ", Enumerable.Range(0, levels).Select(i => string.Create(CultureInfo.InvariantCulture, $"$a{i}: Boolean!")));
        return Chains.Run($"query Deep({variables}) {{ node {{ id ...F0 }} }} {string.Join(' ', fragments)} fragment F{levels} on Node {{ last }}")
            .Sum(unit => unit.Work.Steps);
    }
}
