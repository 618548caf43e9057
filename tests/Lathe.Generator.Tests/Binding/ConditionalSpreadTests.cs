using System.Globalization;
using Lathe.Generator.Binding;
using Lathe.Generator.Tests.Pipeline;
using Lathe.Language.Schemas;
using Lathe.Language.Syntax;
using Lathe.Language.Syntax.Parsing;
using Lathe.Language.Text;

namespace Lathe.Generator.Tests.Binding;

/// <summary>Spreads under <c>@include</c> and <c>@skip</c> that follow each other cost what their text costs.</summary>
public sealed class ConditionalSpreadTests
{
    private const string Schema = "type Query { node: Node } interface Node { id: ID! last: Int! } type Machine implements Node { id: ID! last: Int! }\n";

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
            ("/p/q.graphql", $"query Deep({variables}) {{ node {{ id ...F0 }} }}\n{string.Join('\n', fragments)}\nfragment F{levels} on Node {{ last }}"));

        var outcome = project.Run();

        Assert.Empty(outcome.Diagnostics);
        Assert.Empty(outcome.CompilationErrors());
        var operation = outcome.Files.Single(file => file.Contains("DeepQuery", StringComparison.Ordinal));
        Assert.Contains("public int? Last { get; init; }", outcome.Source(operation), StringComparison.Ordinal);
    }

    [Fact]
    public void AFragmentIsVisitedAFewTimesHoweverManyWaysLeadToIt()
    {
        var visits = new FragmentVisits();
        for (var i = 0; i < 1000; i++)
            visits.Enter("F", Conditions.None.Add(string.Create(CultureInfo.InvariantCulture, $"include $a{i}")));

        Assert.Equal(9, visits.Count);
    }

    [Fact]
    public void MoreConditionsThanThoseOfAnEarlierVisitAddNothing()
    {
        var visits = new FragmentVisits();
        var a = Conditions.None.Add("include $a");

        Assert.Equal(a, visits.Enter("F", a));
        Assert.Null(visits.Enter("F", a.Add("skip $b")));
        Assert.Equal(Conditions.None, visits.Enter("F", Conditions.None));
        Assert.Null(visits.Enter("F", Conditions.None.Add("include $c")));
        Assert.NotNull(visits.Enter("G", a));
    }

    [Fact]
    public void ManyConditionsBecomeOneOfTheFragment()
    {
        var many = Enumerable.Range(0, 20).Aggregate(
            Conditions.None, (all, i) => all.Add(string.Create(CultureInfo.InvariantCulture, $"include $a{i}")));

        Assert.Equal(["...F"], new FragmentVisits().Enter("F", many));
        Assert.Equal(["...G"], new FragmentVisits().Enter("G", many));
    }

    [Fact]
    public void BindingStopsWhenItIsCancelled()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        var schema = SchemaReader.Read([new SourceText("s.graphql", Schema)], CancellationToken.None);
        var document = DocumentParser.Parse(
            new SourceText("q.graphql", "query A { node { ...F } } fragment F on Node { id }"), CancellationToken.None);
        var operation = (OperationDefinitionSyntax)document.Definitions[0];
        var names = new TopLevelNames(schema, new() { Client = "C" }, [new("A", operation.OperationType)], ["F"], ClientOverlap.None);
        var binder = new ClientBinder(schema, new DocumentIndex([document]), new() { Client = "C" }, names, source.Token);

        Assert.Throws<OperationCanceledException>(() => binder.BindOperation(operation));
    }
}
