using System.Text.Json;
using Lathe.Tool.Download;
using Lathe.Tool.Output;

namespace Lathe.Tool.Running;

/// <summary>What a server answered to an operation.</summary>
/// <param name="Data">The data, an object or null.</param>
/// <param name="Errors">The errors, one line each, without the key; empty for none.</param>
internal sealed record OperationAnswer(JsonElement Data, IReadOnlyList<string> Errors)
{
    private const int MostErrors = 20;
    private const int LongestMessage = 1000;

    /// <summary>Reads an answer.</summary>
    public static OperationAnswer Read(JsonElement answer, Connection connection)
    {
        var data = answer.TryGetProperty("data", out var found) ? found.Clone() : default;
        if (!answer.TryGetProperty("errors", out var errors) || errors.ValueKind == JsonValueKind.Null)
            return new(data, data.ValueKind == JsonValueKind.Object ? [] : ["the answer has neither data nor an error."]);
        if (errors.ValueKind != JsonValueKind.Array)
            return new(data, ["the answer's errors are no list."]);
        var lines = errors.EnumerateArray().Take(MostErrors).Select(error => Line(error, connection)).ToList();
        if (errors.GetArrayLength() > MostErrors)
            lines.Add($"and {errors.GetArrayLength() - MostErrors} more errors.");
        if (lines.Count == 0 && data.ValueKind != JsonValueKind.Object)
            lines.Add("the answer has neither data nor an error.");
        return new(data, lines);
    }

    private static string Line(JsonElement error, Connection connection)
    {
        if (error.ValueKind != JsonValueKind.Object)
            return "an error that is no object.";
        var text = error.TryGetProperty("message", out var message) && message.ValueKind == JsonValueKind.String
            ? message.GetString()!
            : "no message";
        var code = error.TryGetProperty("extensions", out var extensions) && extensions.ValueKind == JsonValueKind.Object
            && extensions.TryGetProperty("code", out var name) && name.ValueKind == JsonValueKind.String ? $" [{name.GetString()}]" : string.Empty;
        var line = PlainText.Line(connection.WithoutSecrets($"{Place(error)}{text}{code}")).Trim();
        return line.Length <= LongestMessage ? line : line[..LongestMessage] + "...";
    }

    private static string Place(JsonElement error) =>
        error.TryGetProperty("path", out var path) && path.ValueKind == JsonValueKind.Array && path.GetArrayLength() > 0
            ? string.Join('.', path.EnumerateArray().Select(step => step.ToString())) + ": "
            : string.Empty;
}
