using System.Text.Json;

namespace Lathe.Tool.Files;

/// <summary>The compiler's log: SARIF, as the property <c>ErrorLog</c> asks for it, in version 1 or 2.1.</summary>
internal static class CompilerLog
{
    /// <summary>Gets the results of rules, each with its run.</summary>
    /// <param name="json">The log.</param>
    /// <param name="ids">The rules.</param>
    /// <exception cref="KeyNotFoundException">It is no such log, as with <see cref="InvalidOperationException"/>.</exception>
    public static IEnumerable<(JsonElement Run, JsonElement Result)> Results(JsonDocument json, params string[] ids) =>
        json.RootElement.GetProperty("runs").EnumerateArray()
            .SelectMany(run => run.GetProperty("results").EnumerateArray().Select(result => (run, result)))
            .Where(one => ids.Contains(one.result.GetProperty("ruleId").GetString()));
}
