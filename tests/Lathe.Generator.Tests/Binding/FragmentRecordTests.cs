using System.Text.RegularExpressions;
using Lathe.Generator.Tests.Emission;

namespace Lathe.Generator.Tests.Binding;

/// <summary>
/// A selection that adds nothing to a fragment that it spreads has the fragment's record, at any depth; one that adds something has its own.
/// </summary>
public sealed partial class FragmentRecordTests
{
    private const string Schema = """
        type Query { machine: Machine actor: Actor found: Found }
        interface Actor { login: String! }
        union Found = Machine | Person
        type Machine { id: ID! name: String! owner: Person parts: [Machine!]! found: Found }
        type Person implements Actor { id: ID! login: String! home: Place }
        type Place { city: String! street: String! }
        """;

    private const string Fragments = """
        fragment Card on Machine { id name owner { login home { city street } } found { ...Hit } }
        fragment Hit on Found { ... on Machine { name } ... on Person { login } }
        fragment Name on Machine { name }
        fragment Title on Machine { name }
        fragment Named on Machine { id ...Name }
        fragment Login on Actor { login }
        """;

    [Theory]
    [InlineData("...Card", "Card")]
    [InlineData("...Card id", "Card")]
    [InlineData("name id ...Card", "Card")]
    [InlineData("...Card owner { home { city } login }", "Card")]
    [InlineData("...Card ... on Machine { name }", "Card")]
    [InlineData("...Named ...Name", "Named")]
    [InlineData("...Name ...Named", "Named")]
    [InlineData("name ...Named id", "Named")]
    public void ASelectionThatAddsNothingIsTheFragmentsRecord(string selection, string record)
    {
        var client = Generate($"query Q {{ machine {{ {selection} }} }}");

        client.AssertCompiles(Use($"{record}? Of(QQuery.Data data) => data.Machine"));
        Assert.Equal(["Data"], Records(client["QQuery"]));
    }

    [Theory]
    [InlineData("...Card parts { id }", "Machine?.Owner", "CardFragment.Person")]
    [InlineData("...Card parts { id } owner { login }", "Machine?.Owner", "CardFragment.Person")]
    [InlineData("...Card parts { id } owner { home { street city } }", "Machine?.Owner", "CardFragment.Person")]
    [InlineData("...Card owner { id }", "Machine?.Owner?.Home", "CardFragment.Place")]
    [InlineData("...Card parts { id } found { ... on Person { login } ... on Machine { name } }", "Machine?.Found", "Hit")]
    public void ANestedSelectionThatAddsNothingIsTheFragmentsToo(string selection, string path, string record)
    {
        var client = Generate($"query Q {{ machine {{ {selection} }} }}");

        client.AssertCompiles(Use($"{record}? Of(QQuery.Data data) => data.{path}"));
        Assert.DoesNotContain(record[(record.IndexOf('.', StringComparison.Ordinal) + 1)..], Records(client["QQuery"]));
    }

    [Theory]
    [InlineData("...Name id")]
    [InlineData("...Name ...Title")]
    [InlineData("...Name @include(if: $on)")]
    [InlineData("...Named id @include(if: $on) parts { id }")]
    [InlineData("name")]
    [InlineData("title: name ...Name")]
    public void ASelectionThatAddsSomethingHasARecordOfItsOwn(string selection)
    {
        var client = Generate($"query Q($on: Boolean!) {{ machine {{ {selection} }} actor @include(if: $on) {{ login }} }}");

        client.AssertCompiles(Use("QQuery.Machine? Of(QQuery.Data data) => data.Machine"));
    }

    // The record of types that no case names has fragments by its base alone, and code for what several of these spread.
    [Theory]
    [InlineData("...Left ...Right ... on Machine { name }")]
    [InlineData("... on Machine { name } ...Left owner { name } ...Right")]
    [InlineData("...Left ... on Machine { ...Right }")]
    public void FragmentsThatSpreadOneFragmentStandInAFragmentWithCases(string selection)
    {
        var client = TestClient.Generate(
            """
            type Query { thing: Thing }
            interface Thing { id: ID! owner: Owner }
            type Machine implements Thing { id: ID! owner: Owner name: String! }
            type Tool implements Thing { id: ID! owner: Owner }
            type Owner { id: ID! name: String! home: Owner }
            """,
            $$"""
            query Q { thing { ...Top } }
            fragment Top on Thing { {{selection}} }
            fragment Left on Thing { id owner { id } ...Shared }
            fragment Right on Thing { owner { home { id } } ...Shared }
            fragment Shared on Thing { owner { name } }
            """);

        client.AssertCompiles();
    }

    [Fact]
    public void TwoFragmentsThatSelectTheSameAreBothImplemented()
    {
        var client = Generate("query Q { machine { ...Name ...Title } }");

        client.AssertCompiles(Use("(IName?, ITitle?) Of(QQuery.Data data) => (data.Machine, data.Machine)"));
    }

    [Fact]
    public void AFragmentOfAnInterfaceServesItsTypes()
    {
        var client = Generate("query Q { machine { owner { login ...Login } } actor { ...Login login } }");

        client.AssertCompiles(Use("(Login?, Login?) Of(QQuery.Data data) => (data.Machine?.Owner, data.Actor)"));
    }

    [Fact]
    public void AFragmentTakesTheNestedRecordsOfThoseThatItSpreads()
    {
        const string Wider = "fragment Wide on Machine { ...Card parts { name } owner { login } }";
        var client = Generate("query Q { machine { ...Wide } } " + Wider);

        client.AssertCompiles(Use("(Wide?, CardFragment.Person?, CardFragment.IPerson?) Of(QQuery.Data data)"
            + " => (data.Machine, data.Machine?.Owner, ((IWide?)data.Machine)?.Owner)"));
        Assert.Equal(["Wide", "Machine"], Records(client["WideFragment"]));
    }

    [Fact]
    public void AnEditOfAnotherOperationRenamesNothing()
    {
        const string One = "query One { machine { ...Card parts { id } } }";
        var alone = Generate(One)["OneQuery"];

        Assert.Equal(alone, Generate(One + " query Two { machine { id name parts { id } } }")["OneQuery"]);
        Assert.Equal(alone, Generate(One + " query Two { machine { ...Card parts { id name } owner { id } } }")["OneQuery"]);
    }

    private static TestClient Generate(string operations) => TestClient.Generate(Schema, operations + Fragments);

    private static string Use(string method) => $"#nullable enable\nusing Test.Api;\ninternal static class Use {{ public static {method}; }}";

    private static IEnumerable<string> Records(string code) => Record.Matches(code).Select(static match => match.Groups[1].Value);

    [GeneratedRegex(@"partial record (\w+)")]
    private static partial Regex Record { get; }
}
