using System.Text;
using System.Text.Json;

namespace Lathe.Json;

/// <summary>Writes JSON for people, with every sensitive value in it hidden.</summary>
internal static class HiddenText
{
    /// <summary>Gets whether a name is sensitive, or ends in a word that is: <c>apiKey</c>, <c>api_key</c> and <c>userApiKey</c> are one.</summary>
    public static bool IsSensitive(string name, ISet<string> sensitive)
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

    /// <summary>Writes a value; it stops behind the one with which the text is too long.</summary>
    public static void Append(StringBuilder text, JsonElement value, bool hidden, ISet<string> sensitive, int mostCharacters)
    {
        if (text.Length > mostCharacters)
            return;
        if (hidden)
            text.Append("(hidden)");
        else if (value.ValueKind == JsonValueKind.Object)
            AppendObject(text, value, sensitive, mostCharacters);
        else if (value.ValueKind == JsonValueKind.Array)
            AppendArray(text, value, sensitive, mostCharacters);
        else
            text.Append(value.GetRawText());
    }

    private static void AppendObject(StringBuilder text, JsonElement value, ISet<string> sensitive, int mostCharacters)
    {
        var separator = "{ ";
        foreach (var member in value.EnumerateObject())
        {
            text.Append(separator).Append(member.Name).Append(": ");
            Append(text, member.Value, IsSensitive(member.Name, sensitive), sensitive, mostCharacters);
            if (text.Length > mostCharacters)
                break;
            separator = ", ";
        }

        text.Append(separator == ", " ? " }" : "{}");
    }

    private static void AppendArray(StringBuilder text, JsonElement value, ISet<string> sensitive, int mostCharacters)
    {
        var separator = "[";
        foreach (var item in value.EnumerateArray())
        {
            text.Append(separator);
            Append(text, item, hidden: false, sensitive, mostCharacters);
            if (text.Length > mostCharacters)
                break;
            separator = ", ";
        }

        text.Append(separator == ", " ? "]" : "[]");
    }
}
