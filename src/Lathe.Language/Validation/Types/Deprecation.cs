using System.Text;

namespace Lathe.Language.Validation.Types;

/// <summary>The reason of a deprecation as part of a message. A schema is not trusted: it may be long or of many lines.</summary>
internal static class Deprecation
{
    private const int Longest = 300;

    public static string Text(string reason)
    {
        var builder = new StringBuilder();
        foreach (var unit in reason.Trim())
        {
            if (builder.Length == Longest)
                return builder.Append("...").ToString();
            var isBlank = char.IsWhiteSpace(unit) || char.IsControl(unit);
            if (!isBlank)
                builder.Append(unit);
            else if (builder.Length > 0 && builder[builder.Length - 1] != ' ')
                builder.Append(' ');
        }

        return builder.ToString();
    }
}
