using System.Text.Json;
using Lathe.Language.Changes;
using Lathe.TestSupport;

namespace Lathe.Language.Tests.Changes;

/// <summary>Our classification of schema changes against the reference implementation's.</summary>
public sealed class ReferenceChangesTests
{
    // The reference tells either of a default or of a type that changed in a safe way; ours tells of both.
    private static readonly HashSet<string> s_twoChangesAtOnce =
    [
        "sept26/diff/default-and-type-changed#0", "sept26/diff/argument-default-and-type#0", "sept26/diff/input-field-default-and-loosened#0",
    ];

    // The inspector calls a new argument of a directive a break, also one with a default: nobody has to give it.
    private const string NoBreak = "sept26/diff/argument-added-required-with-default#0";

    private static readonly string[] s_levels = ["breaking", "dangerous", "safe"];

    [Theory]
    [InlineData("schema-diff.json", 186)]
    [InlineData("next-diff.json", 58)]
    public void EveryRecordedPairIsClassifiedAsByTheReference(string file, int count)
    {
        using var data = JsonDocument.Parse(File.ReadAllText(SharedFolder.Require("conformance/dev/" + file)));
        var cases = data.RootElement.GetProperty("cases").EnumerateArray().ToArray();
        var codes = cases.SelectMany(item => Expected(item.GetProperty("v17"))).Select(line => line.Split(' ')[1]).ToHashSet();
        var failures = new List<string>();
        foreach (var item in cases)
        {
            var expected = Expected(item.GetProperty("v17")).Order().ToArray();
            var actual = SchemaPair.Compare(item.GetProperty("oldSDL").GetString()!, item.GetProperty("newSDL").GetString()!)
                .Where(change => codes.Contains(change.Code))
                .Select(change => $"{change.Criticality.ToString().ToLowerInvariant()} {change.Code}").Order().ToArray();
            if (s_twoChangesAtOnce.Contains(item.GetProperty("id").GetString()!))
                actual = [.. actual.Where(line => !line.EndsWith("_CHANGED_KIND_SAFE", StringComparison.Ordinal))];
            if (!expected.SequenceEqual(actual))
                failures.Add(
                    $"{item.GetProperty("id")}\n  missing: {string.Join(", ", Less(expected, actual))}\n  extra: "
                        + $"{string.Join(", ", Less(actual, expected))}");
        }

        Assert.Equal(count, cases.Length);
        Assert.True(failures.Count == 0, $"{failures.Count} of {cases.Length}\n{string.Join('\n', failures)}");
    }

    [Theory]
    [InlineData("directive @mark on FIELD", "directive @mark @deprecated on FIELD", "Safe DEPRECATION_ADDED @mark")]
    [InlineData(
        "directive @mark on FIELD", "directive @mark on FIELD extend directive @mark @deprecated(reason: \"x\")", "Safe DEPRECATION_ADDED @mark")]
    [InlineData("directive @mark @deprecated on FIELD", "directive @mark on FIELD", "Safe DEPRECATION_REMOVED @mark")]
    [InlineData(
        "directive @mark @deprecated on FIELD", "directive @mark @deprecated(reason: \"x\") on FIELD", "Safe DEPRECATION_REASON_CHANGED @mark")]
    [InlineData("directive @mark on FIELD", "directive @mark @tag(a: 1) on FIELD", "Safe DIRECTIVE_USAGE_ADDED @mark")]
    [InlineData("directive @mark @tag on FIELD", "directive @mark on FIELD extend directive @mark @tag")]
    [InlineData("directive @mark on FIELD extend directive @mark @tag", "directive @mark on FIELD", "Safe DIRECTIVE_USAGE_REMOVED @mark")]
    public void ChangesOfWhatIsAppliedToADirectiveAreSeen(string old, string @new, params string[] expected) => Assert.Equal(
        expected,
        SchemaPair.Compare("type Query { id: ID } " + old, "type Query { id: ID } " + @new)
            .Select(change => $"{change.Criticality} {change.Code} {change.Coordinate}"));

    [Theory]
    [InlineData("schema-diff.json")]
    [InlineData("next-diff.json")]
    public void WhereTheInspectorSeesABreakSoDoWe(string file)
    {
        using var data = JsonDocument.Parse(File.ReadAllText(SharedFolder.Require("conformance/dev/" + file)));
        var failures = new List<string>();
        foreach (var item in data.RootElement.GetProperty("cases").EnumerateArray())
        {
            if (!item.GetProperty("inspector").EnumerateArray().Any(change => change.GetProperty("criticality").GetString() == "BREAKING"))
                continue;
            var changes = SchemaPair.Compare(item.GetProperty("oldSDL").GetString()!, item.GetProperty("newSDL").GetString()!);
            if (!changes.Any(change => change.Criticality == ChangeCriticality.Breaking) && item.GetProperty("id").GetString() != NoBreak)
                failures.Add($"{item.GetProperty("id")}: {item.GetProperty("inspector")}");
        }

        Assert.True(failures.Count == 0, string.Join('\n', failures));
    }

    private static IEnumerable<string> Expected(JsonElement verdict) =>
        s_levels.SelectMany(
            level => verdict.GetProperty(level).EnumerateArray().Select(change => $"{level} {change.GetProperty("type").GetString()}"));

    private static List<string> Less(string[] left, string[] right)
    {
        var rest = left.ToList();
        foreach (var item in right)
            rest.Remove(item);
        return rest;
    }
}
