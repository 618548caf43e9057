using System.Text.Json;
using Lathe.Language.Errors;
using Lathe.Language.Text;
using Lathe.Tool.Hosting;

namespace Lathe.Tool.Fixing;

/// <summary>
/// What the compiler wrote of a build: SARIF, as the property <c>ErrorLog</c> asks for it, in version 1 or 2.1; or what
/// <c>lathe operations unused</c> wrote of several.
/// </summary>
internal static class BuildLog
{
    private static readonly string[] s_unused = ["GQL2050", "GQL2051", "GQL2052"];

    /// <summary>Reads what is unused.</summary>
    /// <param name="path">The full path of the log.</param>
    public static IReadOnlyList<BuildFinding> Read(string path)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(path));
            return [.. json.RootElement.GetProperty("runs").EnumerateArray()
                .SelectMany(run => run.GetProperty("results").EnumerateArray().Where(IsUnused).Select(result => Finding(run, result)))];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ToolException($"The log '{path}' cannot be read: {exception.Message}");
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or UriFormatException)
        {
            throw new ToolException($"'{path}' is no log of the compiler. Build with 'dotnet build --no-incremental -p:ErrorLog=FILE' to get one.");
        }
    }

    private static bool IsUnused(JsonElement result) => s_unused.Contains(result.GetProperty("ruleId").GetString())
        && !result.TryGetProperty("suppressions", out _) && !result.TryGetProperty("suppressionStates", out _);

    private static BuildFinding Finding(JsonElement run, JsonElement result)
    {
        var location = result.GetProperty("locations")[0];
        var isFirst = location.TryGetProperty("resultFile", out var file);
        var physical = isFirst ? file : location.GetProperty("physicalLocation");
        var artifact = isFirst ? file : physical.GetProperty("artifactLocation");
        var region = physical.GetProperty("region");
        var message = result.GetProperty("message");
        return new BuildFinding(
            result.GetProperty("ruleId").GetString()!,
            message.ValueKind == JsonValueKind.String ? message.GetString()! : message.GetProperty("text").GetString()!,
            Place(run, artifact).LocalPath,
            new SourcePosition(region.GetProperty("startLine").GetInt32(), region.GetProperty("startColumn").GetInt32()),
            new SourcePosition(End(region, "endLine", "startLine"), End(region, "endColumn", "startColumn")));
    }

    private static Uri Place(JsonElement run, JsonElement artifact) => artifact.TryGetProperty("uriBaseId", out var root)
        ? new Uri(
            new Uri(run.GetProperty("originalUriBaseIds").GetProperty(root.GetString()!).GetProperty("uri").GetString()!),
            artifact.GetProperty("uri").GetString()!)
        : new Uri(artifact.GetProperty("uri").GetString()!);

    private static int End(JsonElement region, string end, string start) =>
        (region.TryGetProperty(end, out var value) ? value : region.GetProperty(start)).GetInt32();
}

/// <summary>A part that a build found unused.</summary>
/// <param name="Id">The diagnostic.</param>
/// <param name="Message">What it says.</param>
/// <param name="Path">The full path of the document.</param>
/// <param name="Start">Where the part begins.</param>
/// <param name="End">Where it ends.</param>
internal sealed record BuildFinding(string Id, string Message, string Path, SourcePosition Start, SourcePosition End)
{
    /// <summary>Makes an error of a finding, at its place in a text.</summary>
    public LanguageError In(SourceText source)
    {
        var (start, end) = (source.GetOffset(Start), source.GetOffset(End));
        var span = SourceSpan.FromBounds(start, Math.Max(start, end));
        return new LanguageError(new ErrorDescriptor(Id, "Unused", "", ErrorSeverity.Warning), Message, [new SourceLocation(source, span)]);
    }
}
