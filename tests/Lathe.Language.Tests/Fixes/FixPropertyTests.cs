using Lathe.Language.Syntax;
using Lathe.Language.Text;
using Lathe.TestSupport;

namespace Lathe.Language.Tests.Fixes;

/// <summary>After fixes of a spoilt document, what could be mended is gone and nothing is new.</summary>
public sealed class FixPropertyTests
{
    private const string Schema = """
        directive @tagged(label: String!) on FIELD
        enum State { RUNNING STOPPED MAINTAINED }
        input MachineFilter { state: State, textual: String, location: LocationFilter }
        input LocationFilter { latitude: Float!, longitude: Float! }
        interface Located { latitude: Float longitude: Float }
        type Query { machine(identifier: ID!): Machine, machines(limit: Int!, filter: MachineFilter): [Machine!]!, everything: [Anything!]! }
        union Anything = Machine | Building
        type Machine implements Located { identifier: ID!, caption: String, latitude: Float, longitude: Float, building(floors: Int): Building, state: State }
        type Building implements Located { owner: String!, latitude: Float, longitude: Float, machines(limit: Int!): [Machine!]! }
        """;

    private const string Document = """
        # All that is shown of a machine.
        query ShownMachine(
          # Which one.
          $identifier: ID!
          $limit: Int! = 5 # per building
        ) {
          machine(identifier: $identifier) {
            ...MachineFields
            building(floors: 2) { owner ...PositionFields machines(limit: $limit) { identifier } }
          }
        }

        query FoundMachines($limit: Int!, $state: State) {
          machines(limit: $limit, filter: {state: $state, textual: "a", location: {latitude: 1, longitude: 2}}) { ...MachineFields }
          stopped: machines(limit: $limit, filter: {state: STOPPED}) { caption @tagged(label: "c") }
          everything { ... on Machine { caption state } ... on Building { owner } }
        }

        fragment MachineFields on Machine { identifier, caption, ...PositionFields }

        # Where it stands.
        fragment PositionFields on Located {
          latitude
          longitude
        }
        """;

    [Fact]
    public void ASpoiltDocumentIsWholeAgain()
    {
        var mend = new Mend(Schema);
        Assert.Empty(Errors(mend, Document));
        for (var seed = 0; seed < 200; seed++)
        {
            var spoilt = Spoil(mend, Document, seed, mistakes: (seed % 4) + 1);
            var fixedText = mend.Text(spoilt);
            var left = Errors(mend, fixedText);
            Assert.True(left.Count == 0, $"Seed {seed}: {string.Join('\n', left)}\n{spoilt}\n---\n{fixedText}");
            Assert.Equal(Comments(spoilt), Comments(fixedText));
        }
    }

    [Theory]
    [InlineData("flyctl")]
    [InlineData("shopify-storefront")]
    public void OfRealDocumentsWhatIsLeftCouldBeSeveralThings(string workload)
    {
        var folder = SharedFolder.Require($"workloads/{workload}");
        var mend = new Mend(File.ReadAllText(Path.Combine(folder, "schema.graphql")));
        var text = string.Join(
            '\n',
            Directory.GetFiles(Path.Combine(folder, "operations"), "*.graphql", SearchOption.AllDirectories).Order().Select(File.ReadAllText));
        var before = Errors(mend, text);
        var (mended, seeds) = (0, 8);
        for (var seed = 0; seed < seeds; seed++)
        {
            var spoilt = Spoil(mend, text, seed, mistakes: 2);
            var after = Errors(mend, mend.Text(spoilt));
            Assert.Empty(after.Except(Errors(mend, spoilt)).Except(before));
            mended += after.Count <= before.Count ? 1 : 0;
        }

        Assert.True(mended * 2 >= seeds, $"{mended} of {seeds} documents were mended.");
    }

    private static string Spoil(Mend mend, string text, int seed, int mistakes)
    {
        var spoiler = new DocumentSpoiler(seed);
        for (var made = 0; made < mistakes;)
        {
            if (spoiler.Spoil(Parse(mend, text)) is not { } spoilt)
                continue;
            text = spoilt;
            made++;
        }

        return text;
    }

    private static List<string> Errors(Mend mend, string text) =>
    [
        .. mend.Check([Parse(mend, text)], TestContext.Current.CancellationToken)
            .Where(error => error.Descriptor.Id[3] != '2').Select(error => error.Message),
    ];

    private static DocumentSyntax Parse(Mend mend, string text) =>
        mend.Parse(new SourceText("a.graphql", text), TestContext.Current.CancellationToken);

    private static string[] Comments(string text) =>
    [
        .. text.Split('\n').Where(line => line.Contains('#', StringComparison.Ordinal))
            .Select(line => line[line.IndexOf('#', StringComparison.Ordinal)..]),
    ];
}
