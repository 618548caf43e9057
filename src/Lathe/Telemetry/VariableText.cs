using System.Buffers;
using System.Text;
using System.Text.Json;
using Lathe.Json;
using Lathe.Requests;

namespace Lathe.Telemetry;

/// <summary>Writes the variables that may be logged, with every sensitive value in them hidden.</summary>
internal static class VariableText
{
    private const int MostCharacters = 1024;

    public static string Write(IGraphQLVariables variables, ISet<string> logged, ISet<string> sensitive)
    {
        using var body = RequestWriter.WriteVariables(ArrayPool<byte>.Shared, variables, out _);
        using var document = JsonDocument.Parse(body.Memory);
        var text = new StringBuilder();
        foreach (var variable in document.RootElement.EnumerateObject())
        {
            if (!logged.Contains(variable.Name))
                continue;
            text.Append(text.Length == 0 ? " with " : ", ").Append(variable.Name).Append(" = ");
            HiddenText.Append(text, variable.Value, HiddenText.IsSensitive(variable.Name, sensitive), sensitive, MostCharacters);
        }

        return text.Length > MostCharacters ? text.ToString(0, MostCharacters) + "..." : text.ToString();
    }
}
