using System.Text.Json;
using Lathe.Generator.Unused;
using Lathe.Language.Errors;
using Lathe.Language.Text;
using Lathe.Tool.Files;
using Lathe.Tool.Hosting;

namespace Lathe.Tool.Fixing;

/// <summary>What the compiler wrote of a build, or <c>lathe operations unused</c> of several.</summary>
internal static class BuildLog
{
    private static readonly string[] s_unused = [UnusedErrors.Field.Id, UnusedErrors.Operation.Id, UnusedErrors.Fragment.Id];

    /// <summary>Reads what is unused.</summary>
    /// <param name="path">The full path of the log.</param>
    public static IReadOnlyList<BuildFinding> Read(string path)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(path));
            return [.. CompilerLog.Results(json, s_unused).Where(one => !IsSuppressed(one.Result)).Select(one => Finding(one.Run, one.Result))];
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

    private static bool IsSuppressed(JsonElement result) =>
        result.TryGetProperty("suppressions", out _) || result.TryGetProperty("suppressionStates", out _);

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
