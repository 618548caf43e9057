using System.Text.Json;
using Lathe.Language.Changes;
using Lathe.Language.Changes.Comparison;
using Lathe.Language.Changes.Impact;
using Lathe.Language.Schemas;
using Lathe.Language.Syntax.Parsing;
using Lathe.Language.Text;
using Lathe.Language.TypeSystem;
using Lathe.TestSupport;

namespace Lathe.Language.Tests.Changes;

/// <summary>Versions of real schemas: what changed, and which of their clients' operations it breaks.</summary>
public sealed class SchemaHistoryTests
{
    /// <summary>
    /// Hits are certain for each operation that the new schema refuses, and for no other but those whose selected fields
    /// answer otherwise now, which no validation shows. What variables may hold is told apart.
    /// </summary>
    [Theory]
    [InlineData("linear-2023_2024", 24, 18, 3)]
    [InlineData("intuition-2024_2025", 27, 0, 5)]
    public void TheOperationsThatBreakAreHitAndNoOthers(string pair, int refusedCount, int answeredOtherwise, int doubtful)
    {
        var folder = SharedFolder.Require($"workloads/schema-pairs/{pair}");
        using var broken = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "broken-operations.json")));
        var expected = broken.RootElement.EnumerateArray().Select(item => item.GetProperty("operation").GetString()!).Order().ToArray();
        var (oldSchema, newSchema) = (Load(Path.Combine(folder, "old.graphql")), Load(Path.Combine(folder, "new.graphql")));
        var documents = Directory.GetFiles(Path.Combine(folder, "operations-old"))
            .Select(file => DocumentParser.Parse(new SourceText(file, File.ReadAllText(file)))).ToArray();
        var changes = SchemaComparer.Compare(oldSchema, newSchema, TestContext.Current.CancellationToken);
        var impacts = OperationImpact.Find(oldSchema, newSchema, changes, documents, TestContext.Current.CancellationToken)
            .Where(impact => impact.Change.Criticality == ChangeCriticality.Breaking).ToArray();
        var hit = Operations(impacts, use => use.IsCertain);
        var hitByAnswers = Operations(
            impacts.Where(impact => impact.Change is { Code: "FIELD_CHANGED_KIND", Coordinate.Kind: SchemaCoordinateKind.Field }),
            use => use.IsCertain);
        Assert.Equal(refusedCount, expected.Length);
        Assert.Equal(
            expected,
            RefusedOperations.Find(oldSchema, newSchema, documents, TestContext.Current.CancellationToken)
                .Where(refused => refused.Fragment is null || refused.Operation is not null)
                .Select(refused => refused.Operation!).Distinct().Order());
        Assert.Empty(expected.Except(hit));
        Assert.Empty(hit.Except(expected).Except(hitByAnswers));
        Assert.Equal(answeredOtherwise, hit.Except(expected).Count());
        Assert.Equal(doubtful, Operations(impacts, use => !use.IsCertain).Except(hit).Count());
    }

    [Theory]
    [InlineData("linear-2023_2024", "graphql-js-changes.json", "old.graphql", "new.graphql")]
    [InlineData("intuition-2024_2025", "graphql-js-changes.json", "old.graphql", "new.graphql")]
    [InlineData(".", "github-14.42.0-14.58.0.json", "github-14.42.0.graphql", "github-14.58.0.graphql")]
    [InlineData(".", "github-15.18.1-15.26.1.json", "github-15.18.1.graphql", "../github/schema.graphql")]
    public void RealSchemasAreClassifiedAsByTheReference(string pair, string verdict, string oldFile, string newFile)
    {
        var folder = SharedFolder.Require($"workloads/schema-pairs/{pair}");
        using var data = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, verdict)));
        var reference = data.RootElement.TryGetProperty("reference", out var inner) ? inner : data.RootElement;
        var changes = SchemaComparer.Compare(
            Load(Path.Combine(folder, oldFile)), Load(Path.Combine(folder, newFile)), TestContext.Current.CancellationToken);
        foreach (var level in new[] { ChangeCriticality.Breaking, ChangeCriticality.Dangerous })
        {
            var expected = reference.GetProperty(level.ToString().ToLowerInvariant()).EnumerateArray()
                .Select(change => change.GetProperty("type").GetString()!).Order().ToArray();
            var codes = expected.ToHashSet();
            Assert.Equal(
                expected, changes.Where(change => change.Criticality == level && codes.Contains(change.Code)).Select(change => change.Code).Order());
        }
    }

    private static HashSet<string> Operations(IEnumerable<ChangeImpact> impacts, Func<AffectedUse, bool> counts) =>
        [.. impacts.SelectMany(impact => impact.Affected).Where(counts).Select(use => use.Operation).OfType<string>()];

    private static Schema Load(string path) => SchemaReader.Read([new SourceText(path, File.ReadAllText(path))]);
}
