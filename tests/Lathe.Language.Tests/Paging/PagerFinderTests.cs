using Lathe.Language.Validation;

namespace Lathe.Language.Tests.Paging;

public sealed class PagerFinderTests
{
    private const string Next = "more pageInfo.hasNextPage next pageInfo.endCursor";
    private const string Previous = "more pageInfo.hasPreviousPage next pageInfo.startCursor";
    private const string Infos = "pageInfo { hasNextPage endCursor hasPreviousPage startCursor }";

    [Theory]
    [InlineData("first: 9, after: $a", "nodes { id } pageInfo { hasNextPage endCursor }", "Forward $a o.repositories [nodes] " + Next)]
    [InlineData("last: 9, before: $b", "nodes { id } pageInfo { hasPreviousPage startCursor }", "Backward $b o.repositories [nodes] " + Previous)]
    [InlineData("first: $f, after: $a, last: $l, before: $b", "nodes { id } " + Infos, "Forward $a o.repositories [nodes] " + Next)]
    [InlineData("after: $a, last: $l, before: $b", "nodes { id } " + Infos, "Backward $b o.repositories [nodes] " + Previous)]
    [InlineData("after: $a, before: $b", "nodes { id } pageInfo { hasPreviousPage startCursor }", "Backward $b o.repositories [nodes] " + Previous)]
    [InlineData("after: $a", "edges { node { id } } pageInfo { hasNextPage endCursor }", "Forward $a o.repositories [edges.node] " + Next)]
    [InlineData("after: $a", "edges { cursor } pageInfo { hasNextPage endCursor }", "Forward $a o.repositories [edges] " + Next)]
    [InlineData("after: $a", "edges { cursor } nodes { id } pageInfo { hasNextPage endCursor }", "Forward $a o.repositories [nodes] " + Next)]
    [InlineData("after: $a", "all: nodes { id } p: pageInfo { h: hasNextPage e: endCursor }", "Forward $a o.repositories [all] more p.h next p.e")]
    [InlineData("after: $a", "...F } } } fragment F on RepositoryConnection { nodes { id } ...P } "
        + "fragment P on RepositoryConnection { pageInfo { ...I } } fragment I on PageInfo { hasNextPage endCursor } fragment R on Query { r: "
        + "node(id: 1) { x: id ... {",
        "Forward $a o.repositories [nodes] " + Next)]
    [InlineData("first: 9", "nodes { id } pageInfo { hasNextPage endCursor }", "none")]
    [InlineData("after: \"x\"", "nodes { id } pageInfo { hasNextPage endCursor }", "none")]
    [InlineData("after: $a", "nodes { id } pageInfo { endCursor }", "none")]
    [InlineData("after: $a", "nodes { id } pageInfo { hasNextPage @include(if: $x) endCursor }", "none")]
    [InlineData("after: $a", "nodes { id } ... @skip(if: $x) { pageInfo { hasNextPage endCursor } }", "none")]
    [InlineData("after: $a", "totalCount pageInfo { hasNextPage endCursor }", "none")]
    public void Connections(string arguments, string selections, string expected) => Assert.Equal(
        expected,
        Search.Of("query Q($a: String, $b: String, $f: Int, $l: Int, $x: Boolean!) { o: organization(id: 1) { repositories("
            + arguments + ") { " + selections + " } } }"));

    [Theory]
    [InlineData("query Q($a: ID) { organization(id: 1) { teams(after: $a) { teams { id } pageInfo { hasNextPage endCursor } } } }",
        "Forward $a organization.teams [teams] " + Next)]
    [InlineData("query Q($a: Float) { odd(after: $a) { nodes { id } pageInfo { hasNextPage endCursor } } }", "none")]
    [InlineData("query Q($a: String) { two(after: $a) { left { id } right { id } pageInfo { hasNextPage endCursor } } }", "none")]
    [InlineData("query Q($a: String) { node(id: 1) { ... on Team { repositories(after: $a) { nodes { id } pageInfo { hasNextPage endCursor } } } } }",
        "Forward $a node.repositories [nodes] " + Next)]
    public void FurtherConnections(string text, string expected) => Assert.Equal(expected, Search.Of(text));

    [Theory]
    [InlineData("machines(limit: $l, offset: $o, order_by: { name: asc }) { name }", "Offset $o machines []")]
    [InlineData("m: machines(limit: 50, offset: $o) { name }", "Offset $o m []")]
    [InlineData("names(limit: 50, offset: $o)", "Offset $o names []")]
    [InlineData("machines_aggregate(limit: 50, offset: $o) { count nodes { name } }", "Offset $o machines_aggregate [nodes]")]
    [InlineData("segment(take: 50, skip: $o) { items { name } }", "Offset $o segment [items]")]
    [InlineData("segment(take: 50, skip: $o) { items { name } pageInfo { hasNextPage } }", "Offset $o segment [items] more pageInfo.hasNextPage")]
    [InlineData("machines(limit: 50, offset: 0) { name }", "none")]
    [InlineData("machines(offset: $o) { name }", "none")]
    [InlineData("machines(limit: null, offset: $o) { name }", "none")]
    [InlineData("machines_aggregate(limit: 50, offset: $o) { count }", "none")]
    [InlineData("matrix(limit: 50, offset: $o)", "none")]
    [InlineData("machines(limit: 9) { activities(limit: $l) { name } } m: machines(limit: 9, offset: $o) { activities(limit: 1) { name } }",
        "Offset $o m []")]
    public void Offsets(string selections, string expected) => Assert.Equal(expected, Search.Of($"query Q($l: Int, $o: Int) {{ {selections} }}"));

    [Fact]
    public void AFieldInAListDoesNotMakeTheOuterOneDoubtful() => Assert.Equal(
        "Offset $o machines []",
        Search.Of("query Q($o: Int, $p: Int) { machines(limit: 9, offset: $o) { activities(limit: 9, offset: $p) { name } } }"));

    [Fact]
    public void TwoReadingsAreAdvice() => Assert.Equal(
        "q.graphql(1,7): warning GQL2020: 'Two' is not read page by page: 'machines' and 'names' could be. "
            + "Decide it on the operation: @page(field: \"machines\").",
        Search.Of("query Two($o: Int) { machines(limit: 9, offset: $o) { name } names(limit: 9, offset: $o) }"));

    [Fact]
    public void AFieldInAListIsAdvice() => Assert.Equal(
        "q.graphql(1,7): warning GQL2020: 'In' is not read page by page: 'machines.activities' is inside a list, so there may be several of it. "
            + "Decide it on the operation: @page(field: \"machines.activities\").",
        Search.Of("query In($o: Int) { machines(limit: 9) { activities(limit: 9, offset: $o) { name } } }"));

    [Fact]
    public void MutationsAndSubscriptionsDoNotPage() => Assert.Equal(
        "none",
        Search.Of("mutation M($o: Int) { machines(limit: 9, offset: $o) { name } }", Search.Schema + " schema { query: Query mutation: Query }"));

    [Fact]
    public void AnOffsetWithoutAnOrderIsAdviceAtItsLine() => Assert.Equal(
        [
            "q.graphql(2,23): warning GQL2021: 'machines' is read from an offset on, but has no order: items may come twice or not at all. "
                + "Add the argument 'order_by'.",
        ],
        Search.Check(
            """
            query Q($o: Int) {
              machines(limit: 10, offset: $o) { name }
              ordered: machines(limit: 10, offset: $o, order_by: { name: asc }) { name }
              first: machines(limit: 10, offset: 0) { name }
              unordered(limit: 10, offset: $o) { name }
            }
            """,
            ValidationOptions.Advice));

    [Fact]
    public void FragmentsThatDoubleEachOtherAreReadInTime()
    {
        var fragments = string.Concat(Enumerable.Range(0, 40).Select(i =>
            $"fragment F{i} on Machine {{ a{i}: activities(limit: 1) {{ ...F{i + 1} }} b{i}: activities(limit: 1) {{ ...F{i + 1} }} }} "));
        Assert.Equal("none", Search.Of(
            "query Q($o: Int) { machines(limit: 9) { ...F0 } } " + fragments + "fragment F40 on Machine { activities(limit: 9, offset: $o) { "
                + "name } }"));
    }

    [Fact]
    public void LongChainsOfFragmentsAreFollowed()
    {
        var fragments = string.Concat(Enumerable.Range(0, 5_000).Select(i => $"fragment F{i} on Query {{ ...F{i + 1} }} "));
        Assert.Equal("Offset $o machines []", Search.Of(
            "query Q($o: Int) { ...F0 } " + fragments + "fragment F5000 on Query { machines(limit: 9, offset: $o) { name } }"));
    }
}
