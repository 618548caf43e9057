using System.Text;

namespace Lathe.Generator.Emission;

/// <summary>Writes texts of a schema as XML documentation. Whatever they hold stays text.</summary>
internal static class Documentation
{
    // C# ends a comment at each of these, so each must begin a new one.
    private static readonly char[] s_lineTerminators = ['\r', '\n', '\u0085', '\u2028', '\u2029'];

    /// <summary>Writes a summary; nothing where there is no text.</summary>
    public static CodeWriter Summary(this CodeWriter writer, string? text) => writer.Element("summary", text);

    /// <summary>Writes an element; nothing where there is no text.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="start">The start tag without its brackets.</param>
    /// <param name="text">Plain text.</param>
    public static CodeWriter Element(this CodeWriter writer, string start, string? text)
    {
        if (text is null || string.IsNullOrWhiteSpace(text))
            return writer;
        var lines = Lines(text);
        var space = start.IndexOf(' ');
        var end = space < 0 ? start : start.Substring(0, space);
        if (lines.Length == 1)
            return writer.Line($"/// <{start}>{lines[0].Trim()}</{end}>");
        writer.Line($"/// <{start}>");
        foreach (var line in lines)
            writer.Line("/// " + line);
        return writer.Line($"/// </{end}>");
    }

    private static string[] Lines(string text) => text.IndexOfAny(s_lineTerminators) < 0
        ? [Escape(text.TrimEnd())]
        : [.. text.Split(s_lineTerminators).Select(static line => line.TrimEnd()).Where(static line => line.Length > 0).Select(Escape)];

    private static string Escape(string text)
    {
        if (IsPlain(text))
            return text;
        var escaped = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var unit = text[i];
            if (char.IsHighSurrogate(unit) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                escaped.Append(unit).Append(text[++i]);
            else if (unit is '&' or '<' or '>')
                escaped.Append(unit == '&' ? "&amp;" : unit == '<' ? "&lt;" : "&gt;");
            else
                escaped.Append(IsXml(unit) ? unit : '\uFFFD');
        }

        return escaped.ToString();
    }

    private static bool IsPlain(string text)
    {
        foreach (var unit in text)
        {
            if (unit is '&' or '<' or '>' || !IsXml(unit))
                return false;
        }

        return true;
    }

    private static bool IsXml(char unit) => unit == '\t' || (unit >= ' ' && !char.IsSurrogate(unit) && unit < '\uFFFE');
}
