using System.Text.Json;
using Lathe.Generator.Unused;
using Lathe.Tool.Files;

namespace Lathe.Tool.Usage;

/// <summary>Reads the notes of a project out of the compiler's log, in either version of SARIF that it writes.</summary>
internal static class UsageLog
{
    /// <summary>Reads a log.</summary>
    /// <returns>The notes; null for a log without notes that can be read.</returns>
    public static UsageFacts? Read(string path)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(path));
            var notes = CompilerLog.Results(json, UnusedErrors.Noted.Id).Select(one => Notes(one.Result)).ToArray();
            return notes is [{ } text] ? UsageText.Read(text) : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException
            or InvalidOperationException)
        {
            return null;
        }
    }

    private static string? Notes(JsonElement result)
    {
        var properties = result.GetProperty("properties");
        var custom = properties.TryGetProperty("customProperties", out var own) ? own : properties;
        return custom.GetProperty(UsageReport.Property).GetString();
    }
}
