using System.Text.Json;
using Lathe.Language.Errors;

namespace Lathe.Language.Tests.Conformance;

/// <summary>What the cases of the September 2026 edition have in common: they are compared by kind and place.</summary>
internal static class NextCases
{
    /// <summary>Compares all cases of a file that are not listed as different on purpose.</summary>
    public static void AllAgree(string file, int count, Func<JsonElement, (IEnumerable<string> Expected, IEnumerable<string> Actual)> judge)
    {
        var cases = ConformanceCase.Read(file);
        var differences = new List<string>();
        foreach (var testCase in cases)
        {
            var id = testCase.GetProperty("id").GetString()!;
            var (expected, actual) = judge(testCase);
            var (wanted, got) = (expected.Order(StringComparer.Ordinal).ToList(), actual.Order(StringComparer.Ordinal).ToList());
            if (!wanted.SequenceEqual(got) && !KnownDifferences.Contains(id))
                differences.Add($"{id}\n  expected {string.Join("\n           ", wanted)}\n  got      {string.Join("\n           ", got)}");
            if (wanted.SequenceEqual(got) && KnownDifferences.Contains(id))
                differences.Add($"{id} agrees and is listed as different");
        }

        Assert.Equal(count, cases.Count);
        Assert.True(differences.Count == 0, $"{differences.Count} of {cases.Count} differ:\n{string.Join('\n', differences)}");
    }

    /// <summary>Shows an error of the reference as rule and places.</summary>
    public static string Show(JsonElement error)
    {
        var rule = error.TryGetProperty("rule", out var name) ? name.GetString()! : "";
        rule = rule.EndsWith("Rule", StringComparison.Ordinal) ? rule[..^4] : rule;
        var places = error.TryGetProperty("locations", out var locations) && locations.ValueKind == JsonValueKind.Array
            ? locations.EnumerateArray().Select(place => $"{place.GetProperty("line")}:{place.GetProperty("column")}")
            : [];
        return $"{rule} {string.Join(' ', places)}";
    }

    /// <summary>Shows an error of ours as rule and places.</summary>
    public static string Show(LanguageError error) =>
        $"{error.Descriptor.Rule} {string.Join(' ', error.Locations.Select(location => $"{location.Position.Line}:{location.Position.Column}"))}";
}
