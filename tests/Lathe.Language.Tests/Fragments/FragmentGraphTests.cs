using System.Globalization;
using Lathe.Language.Fragments;
using Lathe.Language.Syntax;
using Lathe.Language.Syntax.Parsing;
using Lathe.Language.Text;

namespace Lathe.Language.Tests.Fragments;

public sealed class FragmentGraphTests
{
    [Fact]
    public void FragmentsFollowThoseThatTheySpread() =>
        Assert.Equal(
            ["C", "B", "D", "A"],
            Reach("{ ...A } fragment A on T { x { ...D } ...B } fragment B on T { ...C } fragment C on T { x } fragment D on T { ...C }"));

    [Fact]
    public void ACycleIsWalkedOnce() =>
        Assert.Equal(["B", "A"], Reach("{ ...A } fragment A on T { ...B } fragment B on T { ...A ...B }"));

    [Fact]
    public void FragmentsThatDoNotExistArePassedOver() =>
        Assert.Equal(["A"], Reach("{ ...A ...Missing } fragment A on T { ...Lost }"));

    [Fact]
    public void AChainMayBeLongerThanAStackIsDeep()
    {
        const int length = 50_000;
        var fragments = string.Join(
            ' ', Enumerable.Range(0, length).Select(i => string.Create(CultureInfo.InvariantCulture, $"fragment F{i} on T {{ ...F{i + 1} }}")));

        Assert.Equal(length + 1, Reach($"{{ ...F0 }} {fragments} fragment F{length} on T {{ x }}").Length);
    }

    [Fact]
    public void SpreadsOfALevelComeBeforeThoseBelowIt() =>
        Assert.Equal(
            ["A", "D", "C", "B"],
            FragmentSpreads.In(Set("{ x { ...B } ...A ... on T { ...C } y { ...D } ...A }")).Select(spread => spread.Name.Value).Distinct());

    [Fact]
    public void NamesOfSpreadsStandInOrderEachOnce() =>
        Assert.Equal(["A", "B"], FragmentSpreads.NamesIn(Set("{ ...B x { ...A } ...B }")));

    [Fact]
    public void OnlyWhatOperationsReachIsUsed()
    {
        var index = new DocumentIndex([Parse("{ ...A } fragment A on T { ...B } fragment B on T { x } fragment C on T { ...B }")]);

        Assert.Equal(["A", "B"], index.FindUsedFragments().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void AWalkThatIsCancelledEnds()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        var index = new DocumentIndex([Parse("{ ...A } fragment A on T { x }")], source.Token);

        Assert.Throws<OperationCanceledException>(() => index.Graph.Reach(index.Operations[0].SelectionSet));
    }

    private static string[] Reach(string text)
    {
        var index = new DocumentIndex([Parse(text)]);
        return [.. index.Graph.Reach(index.Operations[0].SelectionSet).Select(fragment => fragment.Name.Value)];
    }

    private static SelectionSetSyntax Set(string text) => ((OperationDefinitionSyntax)Parse(text).Definitions[0]).SelectionSet;

    private static DocumentSyntax Parse(string text) =>
        DocumentParser.Parse(new SourceText("q.graphql", text), TestContext.Current.CancellationToken);
}
