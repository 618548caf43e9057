using Lathe.Generator.Tests.RoundTrip;
using Lathe.Language.Configuration;
using Lathe.Language.TypeSystem;

namespace Lathe.Generator.Tests.Emission;

/// <summary>Selections of just the fields of a page share a record of the run time; all others keep their own.</summary>
public class PageInfoTests
{
    private const string Schema = """
        type Query { repos(after: String): Repos }
        type Repos { nodes: [Repo!]! pageInfo: PageInfo! odd: Odd! }
        type Repo { name: String! }
        """;

    private const string Spec = " type Odd { endCursor: String hasNextPage: Boolean! } "
        + "type PageInfo { hasNextPage: Boolean! endCursor: String hasPreviousPage: Boolean! startCursor: String total: Int }";

    private const string Forward = "hasNextPage endCursor";

    [Theory]
    [InlineData("hasNextPage endCursor", "ForwardPageInfo")]
    [InlineData("endCursor hasNextPage", "ForwardPageInfo")]
    [InlineData("startCursor hasPreviousPage", "BackwardPageInfo")]
    [InlineData("startCursor hasPreviousPage endCursor hasNextPage", "PageInfo")]
    [InlineData("... { hasNextPage } ... on PageInfo { endCursor hasNextPage }", "ForwardPageInfo")]
    public void JustTheFieldsOfAPageShareARecord(string fields, string record)
    {
        var client = TestClient.Generate(Schema + Spec, $"query Q {{ repos {{ pageInfo {{ {fields} }} }} }}");
        client.AssertCompiles();
        Assert.Contains($"public required global::Lathe.Paging.{record} PageInfo {{ get; init; }}", client["QQuery"], StringComparison.Ordinal);
        Assert.DoesNotContain("record PageInfo", client["QQuery"], StringComparison.Ordinal);
        ClientTravel.Check(client, Schema + Spec);
    }

    [Theory]
    [InlineData("pageInfo { hasNextPage }")]
    [InlineData("pageInfo { hasNextPage endCursor startCursor }")]
    [InlineData("pageInfo { hasNextPage endCursor total }")]
    [InlineData("pageInfo { hasNextPage end: endCursor }")]
    [InlineData("pageInfo { hasNextPage endCursor: startCursor }")]
    [InlineData("pageInfo { hasNextPage endCursor __typename }")]
    [InlineData("pageInfo { hasNextPage endCursor @include(if: $all) }")]
    [InlineData("pageInfo { hasNextPage ... @skip(if: $all) { endCursor } }")]
    [InlineData("pageInfo { hasNextPage endCursor @catch }")]
    [InlineData("odd { hasNextPage endCursor }")]
    public void OtherSelectionsKeepTheirOwn(string fields)
    {
        var client = TestClient.Generate(
            Schema + Spec + " directive @catch(to: CatchTo! = RESULT, levels: [Int!] = [0]) on FIELD enum CatchTo { RESULT NULL THROW }",
            $"query Q($all: Boolean!) {{ repos {{ ...{{ nodes @skip(if: $all) {{ name }} }} {fields} }} }}");
        client.AssertCompiles();
        AssertHasItsOwn(client);
    }

    [Theory]
    [InlineData("hasNextPage: Boolean endCursor: String")]
    [InlineData("hasNextPage: Boolean! endCursor: String!")]
    [InlineData("hasNextPage: Boolean! endCursor: ID")]
    [InlineData("hasNextPage: Boolean! endCursor: String @semanticNonNull")]
    [InlineData("hasNextPage: Boolean! endCursor: String @deprecated")]
    public void ATypeOfAnotherShapeKeepsItsOwn(string fields)
    {
        var client = TestClient.Generate(
            $"{Schema} type Odd {{ id: ID }} type PageInfo {{ {fields} }} directive @semanticNonNull(levels: [Int] = [0]) on FIELD_DEFINITION",
            $"query Q {{ repos {{ pageInfo {{ {Forward} }} }} }}");
        client.AssertCompiles();
        AssertHasItsOwn(client);
    }

    [Theory]
    [InlineData("String")]
    [InlineData("Boolean")]
    public void AScalarOfTheUsersKeepsItsOwn(string scalar)
    {
        var client = TestClient.Generate(
            Schema + Spec, $"query Q {{ repos {{ pageInfo {{ {Forward} }} }} }}",
            TestClient.WithScalars(new ScalarMapping(scalar, "Shop.Text", "Shop.TextConverter")));
        AssertHasItsOwn(client);
    }

    [Fact]
    public void AnInternalClientHasTheRecordToo()
    {
        var client = TestClient.Generate(
            Schema + Spec, $"query Q {{ repos {{ pageInfo {{ {Forward} }} }} }}",
            TestClient.Config with { Accessibility = ClientAccessibility.Internal });
        client.AssertCompiles();
        Assert.Contains("global::Lathe.Paging.ForwardPageInfo", client["QQuery"], StringComparison.Ordinal);
    }

    [Fact]
    public void FieldsThatAreValuesOrErrorsKeepTheirOwn()
    {
        var client = TestClient.Generate(
            Schema + Spec, $"query Q {{ repos {{ pageInfo {{ {Forward} }} }} }}",
            TestClient.Config with { CatchByDefault = ErrorHandling.Result });
        client.AssertCompiles();
        AssertHasItsOwn(client);
    }

    [Fact]
    public void AFragmentOfThePageKeepsItsRecord()
    {
        var client = TestClient.Generate(
            Schema + Spec,
            "query Q { repos { pageInfo { ...PageInfo } } } query R { repos { pageInfo { ...PageInfo endCursor } } } "
                + "fragment PageInfo on PageInfo { hasNextPage endCursor }");
        client.AssertCompiles();
        Assert.Contains("required global::Test.Api.PageInfo PageInfo", client["QQuery"], StringComparison.Ordinal);
        Assert.Contains("required global::Test.Api.PageInfo PageInfo", client["RQuery"], StringComparison.Ordinal);
        Assert.Contains(
            "record PageInfo : global::Lathe.ResultRecord, global::Test.Api.IPageInfo\n", client["PageInfoFragment"], StringComparison.Ordinal);
    }

    // What an operation adds to a fragment's page has the fragment's interface all the same.
    [Fact]
    public void OneMethodTakesThePagesOfFragmentsAndOperations()
    {
        var client = TestClient.Generate(
            Schema + Spec,
            "query Just { repos { ...Page } } query Both { repos { ...Page pageInfo { hasPreviousPage startCursor } } } "
                + "query More { repos { ...Page ...All pageInfo { total } } } query Renamed { repos { ...Page pageInfo { HasNextPage: total } } } "
                + "fragment Page on Repos { pageInfo { hasNextPage endCursor } } "
                + "fragment All on Repos { pageInfo { hasNextPage endCursor hasPreviousPage startCursor } }");
        client.AssertCompiles("""
            #nullable enable
            #pragma warning disable
            using Lathe.Paging;
            using Test.Api;
            public static class Pages
            {
                public static string? Next(IForwardPageInfo page) => page.HasNextPage ? page.EndCursor : null;
                public static string? NextOf(IPage page) => Next(page.PageInfo);
                public static string? Next(Page page) => Next(page.PageInfo with { EndCursor = "x" });
                public static string? Next(BothQuery.Repos repos) => NextOf(repos) + Next(repos.PageInfo) + Last(repos.PageInfo);
                public static string? Next(MoreQuery.Repos repos) => NextOf(repos) + Next(repos.PageInfo) + Last(repos.PageInfo);
                public static string? Last(IPageInfo page) => page.HasPreviousPage ? page.StartCursor : page.EndCursor;
                public static bool AreSame(JustQuery.Data data, PageInfo all, BothQuery.Repos repos) => data.Repos is Page && repos.PageInfo == all;
            }
            """);
        Assert.Contains(", global::Lathe.Paging.IPageInfo\n", client["MoreQuery"], StringComparison.Ordinal);
        ClientTravel.Check(client, Schema + Spec);
    }

    private static void AssertHasItsOwn(TestClient client)
    {
        Assert.Matches("record (PageInfo|Odd) ", client["QQuery"]);
        Assert.DoesNotContain("Lathe.Paging", client["QQuery"], StringComparison.Ordinal);
    }
}
