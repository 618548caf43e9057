using System.Text.Json;
using Lathe.Language.Changes;
using Lathe.TestSupport;

namespace Lathe.Language.Tests.Changes;

/// <summary>Our classification of schema changes against the reference implementation's.</summary>
public sealed class ReferenceChangesTests
{
    private static readonly string[] Levels = ["breaking", "dangerous", "safe"];

    [Fact]
    public void EveryRecordedPairIsClassifiedAsByTheReference()
    {
        using var data = JsonDocument.Parse(File.ReadAllText(SharedFolder.Require("conformance/dev/schema-diff.json")));
        var cases = data.RootElement.GetProperty("cases").EnumerateArray().ToArray();
        var codes = cases.SelectMany(item => Expected(item.GetProperty("v17"))).Select(line => line.Split(' ')[1]).ToHashSet();
        var failures = new List<string>();
        foreach (var item in cases)
        {
            var expected = Expected(item.GetProperty("v17")).Order().ToArray();
            var actual = SchemaPair.Compare(item.GetProperty("oldSDL").GetString()!, item.GetProperty("newSDL").GetString()!)
                .Where(change => codes.Contains(change.Code))
                .Select(change => $"{change.Criticality.ToString().ToLowerInvariant()} {change.Code}").Order().ToArray();
            if (!expected.SequenceEqual(actual))
                failures.Add(
                    $"{item.GetProperty("id")}\n  missing: {string.Join(", ", Less(expected, actual))}\n  extra: "
                        + $"{string.Join(", ", Less(actual, expected))}");
        }

        Assert.True(cases.Length >= 186);
        Assert.True(failures.Count == 0, $"{failures.Count} of {cases.Length}\n{string.Join('\n', failures)}");
    }

    [Fact]
    public void WhereTheInspectorSeesABreakSoDoWe()
    {
        using var data = JsonDocument.Parse(File.ReadAllText(SharedFolder.Require("conformance/dev/schema-diff.json")));
        var failures = new List<string>();
        foreach (var item in data.RootElement.GetProperty("cases").EnumerateArray())
        {
            if (!item.GetProperty("inspector").EnumerateArray().Any(change => change.GetProperty("criticality").GetString() == "BREAKING"))
                continue;
            var changes = SchemaPair.Compare(item.GetProperty("oldSDL").GetString()!, item.GetProperty("newSDL").GetString()!);
            if (!changes.Any(change => change.Criticality == ChangeCriticality.Breaking))
                failures.Add($"{item.GetProperty("id")}: {item.GetProperty("inspector")}");
        }

        Assert.True(failures.Count == 0, string.Join('\n', failures));
    }

    private static IEnumerable<string> Expected(JsonElement verdict) =>
        Levels.SelectMany(level => verdict.GetProperty(level).EnumerateArray().Select(change => $"{level} {change.GetProperty("type").GetString()}"));

    private static List<string> Less(string[] left, string[] right)
    {
        var rest = left.ToList();
        foreach (var item in right)
            rest.Remove(item);
        return rest;
    }
}
