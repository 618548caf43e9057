using System.Buffers;
using System.Text;
using System.Text.Json;
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
            Append(text, variable.Value, IsSensitive(variable.Name, sensitive), sensitive);
        }

        return text.Length > MostCharacters ? text.ToString(0, MostCharacters) + "..." : text.ToString();
    }

    /// <summary>Gets whether a name is sensitive, or ends in a word that is: <c>apiKey</c>, <c>api_key</c> and <c>userApiKey</c> are one.</summary>
    private static bool IsSensitive(string name, ISet<string> sensitive)
    {
        if (sensitive.Contains(name))
            return true;
        foreach (var known in sensitive)
        {
            if (EndsIn(name, known))
                return true;
        }

        return false;
    }

    private static bool EndsIn(string name, string word)
    {
        var (bare, sought) = (Bare(name), Bare(word));
        if (!bare.EndsWith(sought, StringComparison.OrdinalIgnoreCase))
            return false;
        // Short words end others by chance: "key" ends "monkey".
        var start = Math.Max(name.Length - sought.Length, 0);
        return sought.Length > 4 || bare.Length == sought.Length || char.IsUpper(name[start]) || !char.IsLetter(name[start - 1]);
    }

    private static string Bare(string name) =>
        name.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);

    private static void Append(StringBuilder text, JsonElement value, bool hidden, ISet<string> sensitive)
    {
        if (text.Length > MostCharacters)
            return;
        if (hidden)
            text.Append("(hidden)");
        else if (value.ValueKind == JsonValueKind.Object)
            AppendObject(text, value, sensitive);
        else if (value.ValueKind == JsonValueKind.Array)
            AppendArray(text, value, sensitive);
        else
            text.Append(value.GetRawText());
    }

    private static void AppendObject(StringBuilder text, JsonElement value, ISet<string> sensitive)
    {
        var separator = "{ ";
        foreach (var member in value.EnumerateObject())
        {
            text.Append(separator).Append(member.Name).Append(": ");
            Append(text, member.Value, IsSensitive(member.Name, sensitive), sensitive);
            separator = ", ";
        }

        text.Append(separator == ", " ? " }" : "{}");
    }

    private static void AppendArray(StringBuilder text, JsonElement value, ISet<string> sensitive)
    {
        var separator = "[";
        foreach (var item in value.EnumerateArray())
        {
            text.Append(separator);
            Append(text, item, hidden: false, sensitive);
            separator = ", ";
        }

        text.Append(separator == ", " ? "]" : "[]");
    }
}
