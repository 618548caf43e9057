using System.Globalization;
using Lathe.Generator.Binding;
using Lathe.Generator.Tests.Emission;
using Lathe.Generator.Tests.Pipeline;
using Lathe.Language.Collections;

namespace Lathe.Generator.Tests.Binding;

/// <summary>Fragments that spread each other are each checked and bound once: what they cost is in proportion to their text.</summary>
public sealed class FragmentChainTests
{
    [Theory]
    [InlineData(50, "id")]
    [InlineData(100, "id")]
    [InlineData(200, "id")]
    [InlineData(400, "id")]
    [InlineData(1000, "id")]
    [InlineData(50, "id next { id last }")]
    [InlineData(100, "id next { id last }")]
    [InlineData(200, "id next { id last }")]
    [InlineData(400, "id next { id last }")]
    public void EachFragmentTakesAsManyStepsAsTheOneBefore(int count, string fields)
    {
        var one = Chains.Run("query Q { node { ...F0 } } " + Chains.Of(10, fields));
        var all = Chains.Run("query Q { node { ...F0 } } " + Chains.Of(count, fields));

        Assert.Equal(count + 1, all.Count(unit => unit.Facts is not null));
        Assert.InRange(all.Sum(unit => unit.Work.Steps), count, one.Sum(unit => unit.Work.Steps) * count / 9);
        Assert.InRange(all.Sum(unit => unit.Work.Shapes), count, one.Sum(unit => unit.Work.Shapes) * count / 9);
    }

    [Theory]
    [InlineData(50, "id")]
    [InlineData(1000, "id")]
    [InlineData(50, "id next { id last }")]
    [InlineData(400, "id next { id last }")]
    public void EachFragmentHasAsMuchCodeAsTheOneBefore(int count, string fields)
    {
        var few = SizesOfFragments(10, fields);
        var all = SizesOfFragments(count, fields);

        Assert.Equal(count, all.Length);
        Assert.InRange(all.Max(), 1, few.Max() + 200);
        Assert.InRange(all.Sum(), 1, few.Sum() * count / 9);
    }

    private static int[] SizesOfFragments(int count, string fields)
    {
        var outcome = new GeneratorHarness(
            ("/p/s.graphql", Chains.Schema), ("/p/q.graphql", "query Q { node { ...F0 } } " + Chains.Of(count, fields)))
            .Run();
        return [.. outcome.Files.Where(file => file.Contains("Fragment", StringComparison.Ordinal)).Select(file => outcome.Source(file).Length)];
    }

    [Fact]
    public void ARecordIsWhatFragmentsBehindItsOwnAreToo()
    {
        var client = TestClient.Generate(Chains.Schema, "query Q { node { last ...F0 } } " + Chains.Of(4, "id next { id }"));

        client.AssertCompiles("""
            using Test.Api;
            internal static class Use
            {
                public static string? Deep(QQuery.Data data) => ((IF3?)data.Node)?.Next?.Id;
            }
            """);
        Assert.Contains("partial interface IF0 : global::Test.Api.IF1\n", client["F0Fragment"], StringComparison.Ordinal);
    }

    [Fact]
    public void AFragmentThatIsSpreadInTwoPlacesDeclaresItsOwnRecords()
    {
        const string Fragments =
            "fragment C on Node { next { id } } fragment D on Node { next { last } } fragment A on Node { ...C ...D } fragment B on Node { ...C ...D "
                + "}";

        var client = TestClient.Generate(
            Chains.Schema, "query Q { a: node { id ...A } b: node { last ...B } c: node { ...A ...B } } " + Fragments);

        client.AssertCompiles("""
            using Test.Api;
            internal static class Use
            {
                public static BFragment.INode? Of(QQuery.Data data) => ((IB?)data.B)?.Next;

                public static AFragment.INode? OfBoth(QQuery.Data data) => ((IA?)data.C)?.Next;
            }
            """);
    }

    [Fact]
    public void AResultThatNestsTooDeepIsToldAtItsDefinition()
    {
        static string Nested(string name) => string.Join('\n', Enumerable.Range(0, 450).Select(i => string.Create(
            CultureInfo.InvariantCulture, $"fragment {name}{i} on Node {{ id {(i < 449 ? $"self {{ ...{name}{i + 1} }}" : "")} }}")));

        var outcome = new GeneratorHarness(
            ("/p/s.graphql", Chains.Schema),
            ("/p/q.graphql", "query Fine { node { ...F0 } }\nquery Deep { node { ...F0 ...G0 } }\n" + Nested("F") + Nested("G"))).Run();

        Assert.Equal(
            ["/p/q.graphql(2,7): error GQL0020: Operation 'Deep' is too complex to make C# of, because its result nests more than 400 levels deep. "
                + "Split it, or spread fewer fragments in it."],
            outcome.Diagnostics);
        Assert.Contains(outcome.Files, file => file.Contains("FineQuery", StringComparison.Ordinal));
        Assert.DoesNotContain(outcome.Files, file => file.Contains("DeepQuery", StringComparison.Ordinal));
    }

    [Fact]
    public void TooMuchToMergeIsToldAtItsDefinition()
    {
        var types = string.Join(
            ' ', Enumerable.Range(0, 1010).Select(i => string.Create(CultureInfo.InvariantCulture, $"type T{i} implements Node {{ id: ID! }}")));
        var narrowings = string.Join(
            ' ', Enumerable.Range(0, 1010).Select(i => string.Create(CultureInfo.InvariantCulture, $"... on T{i} {{ id }}")));
        var outcome = new GeneratorHarness(
            ("/p/s.graphql", "type Query { node: Node } interface Node { id: ID! } " + types),
            ("/p/q.graphql", $"query Wide {{ node {{ ...All }} }}\nfragment All on Node {{ {narrowings} }}")).Run();

        Assert.Equal(
            ["/p/q.graphql(2,10): error GQL0020: Fragment 'All' is too complex to make C# of, because its fields, merged with those of the fragments "
                + "that it reaches, take more than 1,000,000 steps. Split it, or spread fewer fragments in it."],
            outcome.Diagnostics);
        Assert.DoesNotContain(outcome.Files, file => file.Contains("WideQuery", StringComparison.Ordinal));
    }

    [Fact]
    public void WorkEndsAtTheNextStepWhenItIsCancelled()
    {
        using var source = new CancellationTokenSource();
        var work = new BindingWork(source.Token);
        work.Step();
        source.Cancel();

        Assert.Throws<OperationCanceledException>(work.Step);
        Assert.Throws<OperationCanceledException>(() => work.Shape(1));
        Assert.Equal(1, work.Steps);
    }

    [Fact]
    public void AWalkOverFragmentsEndsAtTheNextOneWhenItIsCancelled()
    {
        using var source = new CancellationTokenSource();
        var visited = 0;

        Assert.Throws<OperationCanceledException>(() => PostOrder.Visit(0, Next, [], _ => { }, source.Token));
        Assert.Equal(11, visited);

        IEnumerable<int> Next(int number)
        {
            if (visited++ == 10)
                source.Cancel();
            return [number + 1];
        }
    }

    [Theory]
    [InlineData(1000)]
    public void FragmentsInACycleAreToldOnceAndEachCheckedByItself(int count)
    {
        var fragments = Chains.Of(count, "id")
            .Replace($"fragment F{count - 1} on Node {{ id ", $"fragment F{count - 1} on Node {{ nope ...F0 ", StringComparison.Ordinal);
        var outcome = new GeneratorHarness(("/p/s.graphql", Chains.Schema), ("/p/q.graphql", "query Q { node { ...F0 } } " + fragments)).Run();

        Assert.Equal(["GQL1004", "GQL1015"], outcome.Diagnostics.Select(one => one.Split("error ")[1][..7]).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(
            outcome.Files, file => file.Contains("Fragment", StringComparison.Ordinal) || file.Contains("QQuery", StringComparison.Ordinal));
    }
}
