using Lathe.TestSupport;

namespace Lathe.Generator.Tests.Emission;

/// <summary>What an operation that pages gets beside what each operation gets.</summary>
public class PagerTests(ITestOutputHelper output)
{
    private const string Schema = """
        type Query {
          machines(where: MachineFilter, order_by: [MachineOrder!], limit: Int, offset: Int): [Machine!]!
          counted(limit: Int!, offset: bigint!): [Int]
          segment(skip: Int, take: Int): Segment
          organization(id: ID!): Organization
          node(id: ID!): Node
          people(first: Int, after: ID): People
          odd(first: Int, after: JSON): Odd
        }
        scalar bigint
        scalar JSON
        interface Node { id: ID! }
        type Organization implements Node {
          id: ID!
          repositories(first: Int, after: String, last: Int, before: String): RepositoryConnection!
          members(limit: Int, offset: Int): [Member!]
        }
        type Team implements Node { id: ID! repositories(first: Int, after: String): RepositoryConnection! }
        type Member { id: ID! name: String repositories(first: Int, after: String): RepositoryConnection! }
        type RepositoryConnection { nodes: [Repository] edges: [RepositoryEdge] pageInfo: PageInfo }
        type RepositoryEdge { cursor: String! node: Repository }
        type Repository { id: ID! name: String! }
        type People { edges: [PersonEdge!]! pageInfo: PersonPages! }
        type PersonEdge { node: Member! }
        type PersonPages { hasNextPage: Boolean endCursor: ID }
        type Odd { nodes: [Member!]! pageInfo: OddPages! }
        type OddPages { hasNextPage: Boolean! endCursor: JSON }
        type PageInfo { hasNextPage: Boolean! endCursor: String hasPreviousPage: Boolean! startCursor: String }
        type Segment { items: [Machine!] pageInfo: PageInfo! }
        type Machine { machineRef: Int! name: String! since: timestamptz members(limit: Int, offset: Int): [Member!]! }
        input MachineFilter { machineRef: Comparison since: TimeComparison }
        input Comparison { _gt: Int }
        input TimeComparison { _lt: timestamptz }
        input MachineOrder { machineRef: Order since: Order }
        enum Order { asc desc }
        scalar timestamptz
        """;

    private const string Info = "pageInfo { hasNextPage endCursor }";

    [Theory]
    [InlineData("PagesForward",
        "query Repos($id: ID!, $after: String) { organization(id: $id) { repositories(first: 50, after: $after) { nodes { name } " + Info + " } } }")]
    [InlineData("PagesBackward", "query Repos($id: ID!, $before: String) { organization(id: $id) { repositories(last: 50, before: $before) "
        + "{ edges { node { name } } pageInfo { hasPreviousPage startCursor } } } }")]
    [InlineData("PagesOfACase", "query Repos($id: ID!, $after: String!) { node(id: $id) { ... on Team { repositories(after: $after) { nodes { name } "
        + Info + " } } ... on Organization { id } } }")]
    [InlineData("PagesOfAFragment", "query Repos($after: String) { organization(id: 1) { ...Repos } } "
        + "fragment Repos on Organization { repositories(after: $after) { ...Page } } "
        + "fragment Page on RepositoryConnection { nodes { ...Repo } pageInfo { ...Info } } fragment Repo on Repository { name } "
        + "fragment Info on PageInfo { hasNextPage endCursor }")]
    [InlineData("PagesAtOffset",
        "query Repos($offset: Int! = 0) { machines(limit: 50, offset: $offset, order_by: { machineRef: asc }) { name } }")]
    [InlineData("PagesAtLongOffset", "query Repos($offset: bigint!) { counted(limit: 50, offset: $offset) }")]
    [InlineData("PagesOfASegment", "query Repos($skip: Int) { segment(take: 50, skip: $skip) { items { name } pageInfo { hasNextPage } } }")]
    [InlineData("PagesBehindKey", "query Repos($after: timestamptz) @page(by: \"since\") "
        + "{ machines(where: { since: { _lt: $after } }, order_by: { since: desc }) { name since } }")]
    [InlineData("PagesInLists", "query Repos($offset: Int) @page(field: \"machines.members\") "
        + "{ machines(limit: 9) { members(limit: 50, offset: $offset) { id } } }")]
    [InlineData("PagesInListsByCursor", "query Repos($after: String) @page(field: \"organization.members.repositories\") "
        + "{ organization(id: 1) { members { repositories(after: $after) { nodes { name } " + Info + " } } } }")]
    public void APagerHasItsFile(string feature, string document)
    {
        var client = TestClient.Generate(Schema, document);
        client.AssertCompiles();
        Golden.Match(client["ReposQuery"], feature, "ReposQuery");
    }

    [Theory]
    [InlineData("query Repos($after: JSON) { odd(after: $after) { nodes { id } " + Info + " } }")]
    [InlineData("query Repos($after: String) { node(id: 1) { ... on Node { id } ... on Team { t: id } } organization(id: 1) { "
        + "repositories(after: $after) { nodes { id } } } }")]
    [InlineData("query Repos($offset: Int) { machines(limit: 9, offset: $offset) { members(limit: 9) { id } } other: machines(limit: 9, offset: "
        + "$offset) "
        + "{ name } }")]
    public void WhatDoesNotPageHasNoPager(string document)
    {
        var client = TestClient.Generate(Schema, document);
        Assert.Null(Assert.Single(client.Operations).Pager);
        Assert.DoesNotContain("Paging", client["ReposQuery"], StringComparison.Ordinal);
    }

    [Fact]
    public void ARecordNamedAsThePagerHasAnotherName()
    {
        var client = TestClient.Generate(
            "type Query { pager(limit: Int, offset: Int): [Pager!]! } type Pager { id: ID! }",
            "query Pages($offset: Int) { pager(limit: 9, offset: $offset) { id } } query Plain { pager(limit: 9) { id } }");
        client.AssertCompiles();
        Assert.Contains("record PagerPager", client["PagesQuery"], StringComparison.Ordinal);
        Assert.Contains("record Pager ", client["PlainQuery"], StringComparison.Ordinal);
    }

    [Fact]
    public void MethodsOfPagesStandBesideOperationsOfTheirNames() => TestClient.Generate(
        Schema,
        "query M($offset: Int) { machines(limit: 9, offset: $offset) { name } } query AllM($offset: Int) { machines(limit: 9, offset: $offset) "
            + "{ name } } "
            + "query MPages { machines(limit: 9) { name } }").AssertCompiles();

    [Fact]
    public void AtLeastNineteenOfTwentyOperationsThatPageHaveAPager()
    {
        var (withPager, paging) = PagerList.Count();
        output.WriteLine($"{withPager} of {paging} operations of the workloads that page");
        Assert.True(paging > 300);
        Assert.True(withPager >= 0.95 * paging);
    }
}
