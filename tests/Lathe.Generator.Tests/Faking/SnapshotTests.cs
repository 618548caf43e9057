using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Lathe.Generator.Tests.Emission;
using Lathe.Testing;
using Lathe.TestSupport;

namespace Lathe.Generator.Tests.Faking;

/// <summary>The JSON of a result is a snapshot: the same text in each run and culture, in the order of the selection, and it reads back.</summary>
public sealed class SnapshotTests
{
    private const string Schema = """
        type Query { search: [Found!]! total: Int! node: Node }
        union Found = Machine | Person
        interface Node { id: ID! }
        type Machine implements Node { id: ID! name: String! speed: Float kind: Kind! seen: DateTime! price: Decimal extra: JSON site: URL owner: Person }
        type Person implements Node { id: ID! login: String! born: Date boss: Person }
        enum Kind { LATHE MILL }
        scalar DateTime scalar Date scalar Decimal scalar JSON scalar URL
        """;

    private const string Documents = """
        query Search {
          total
          search {
            ... on Machine { seen name ...Priced title: name kind speed owner { born login } }
            ... on Person { login id boss { login } }
          }
          node { id }
        }
        fragment Priced on Machine { price extra site }
        """;

    private static readonly JsonSerializerOptions s_options = new() { WriteIndented = true };

    private static readonly Lazy<Assembly> s_client = new(static () => TestClient.Generate(Schema, Documents).Load());

    [Fact]
    public void ItIsIndentedInTheOrderOfTheSelectionAndTheSameEachTime() => Golden.Match(Text(), nameof(SnapshotTests), "Search", "json");

    [Fact]
    public void ItDoesNotHangOnTheCulture()
    {
        var before = CultureInfo.CurrentCulture;
        var other = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        (other.NumberFormat.NumberDecimalSeparator, other.NumberFormat.NegativeSign) = (",", "minus ");
        (other.DateTimeFormat.DateSeparator, other.DateTimeFormat.TimeSeparator) = (".", ".");
        try
        {
            CultureInfo.CurrentCulture = other;
            Golden.Match(Text(), nameof(SnapshotTests), "Search", "json");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void ItReadsBackAsTheSameResult()
    {
        var data = Data();
        Assert.Equal(data, JsonSerializer.Deserialize(Text(), data.GetType(), s_options));
    }

    // The writer ends lines as the machine does.
    private static string Text()
    {
        var data = Data();
        return JsonSerializer.Serialize(data, data.GetType(), s_options).ReplaceLineEndings("\n") + "\n";
    }

    private static object Data()
    {
        var operation = s_client.Value.GetType("Test.Api.SearchQuery")!.GetProperty("Operation")!.GetValue(null)!;
        var of = typeof(SnapshotTests).GetMethod(nameof(DataOf), BindingFlags.NonPublic | BindingFlags.Static)!;
        return of.MakeGenericMethod(operation.GetType().GetGenericArguments()).Invoke(null, [operation])!;
    }

    private static object DataOf<T>(GraphQLOperation<T> operation)
        where T : class => Fakes.For(operation, 7, FakeSchema.Parse(Schema)).ListsOf(2).Data();
}
