using System.Text.Json;
using Lathe.TestSupport;

namespace Lathe.Language.Tests.Conformance;

/// <summary>Reads the recorded cases.</summary>
internal static class ConformanceCase
{
    /// <summary>Reads all cases of a file, or skips the test where the data is absent.</summary>
    public static List<JsonElement> Read(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(SharedFolder.Require("conformance/dev/" + file)));
        return [.. document.RootElement.GetProperty("cases").EnumerateArray().Select(testCase => testCase.Clone())];
    }

    /// <summary>Gives the verdict of the newest reference, which knows the September 2026 edition.</summary>
    public static JsonElement Newest(JsonElement testCase) =>
        testCase.TryGetProperty("variants", out var variants) && variants.TryGetProperty("17.1.0", out var newest) ? newest : Current(testCase);

    /// <summary>Gives the verdict of the newest reference of the same major version where it differs from the first recorded.</summary>
    public static JsonElement Current(JsonElement testCase) =>
        testCase.TryGetProperty("variants", out var variants) && variants.TryGetProperty("16.15.0", out var current) ? current : testCase;
}
