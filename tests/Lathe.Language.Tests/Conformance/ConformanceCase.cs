using System.Text.Json;

namespace Lathe.Language.Tests.Conformance;

/// <summary>Reads the recorded cases.</summary>
internal static class ConformanceCase
{
    /// <summary>Gives the verdict of the newest reference of the same major version where it differs from the first recorded.</summary>
    public static JsonElement Current(JsonElement testCase) =>
        testCase.TryGetProperty("variants", out var variants) && variants.TryGetProperty("16.15.0", out var current) ? current : testCase;
}
