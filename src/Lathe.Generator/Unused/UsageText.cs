using System.Text;

namespace Lathe.Generator.Unused;

/// <summary>
/// The notes of a compilation as text: a fact a line, its kind first, tabs between. They are written in order: the same code, the same text.
/// </summary>
internal static class UsageText
{
    private const string Version = "lathe-usage 1";

    public static string Write(UsageFacts facts)
    {
        var text = new StringBuilder(Version).Append('\n');
        Line(text, "assembly", facts.Assembly, facts.Framework);
        if (facts.IsBlind)
            Line(text, "blind");
        Pairs(text, "option", facts.Options);
        Pairs(text, "file", facts.Files);
        Names(text, "document", facts.Documents);
        foreach (var (path, id, severity) in facts.Severities)
            Line(text, "severity", path, id, severity);
        Pairs(text, "reference", facts.References);
        Names(text, "relies", facts.Relied);
        Pairs(text, "reads", facts.Properties);
        Names(text, "escapes", facts.Escaped);
        Pairs(text, "leads", facts.Leads);
        Pairs(text, "calls", facts.Methods);
        Names(text, "word", facts.Words);
        Names(text, "disabled", facts.Disabled);
        return text.Append("end\n").ToString();
    }

    /// <summary>Reads notes.</summary>
    /// <returns>The notes; null for a text that is none, is cut, or is of another version.</returns>
    public static UsageFacts? Read(string text)
    {
        var lines = text.Split('\n');
        if (lines.Length < 4 || lines[0] != Version || lines[lines.Length - 2] != "end" || lines[lines.Length - 1].Length > 0)
            return null;
        var parts = lines.Skip(1).Take(lines.Length - 3).Select(static line => line.Split('\t'))
            .ToLookup(static line => line[0], StringComparer.Ordinal);
        if (parts.Any(kind => kind.Any(line => line.Length != Length(kind.Key))) || parts["assembly"].Take(2).Count() != 1)
            return null;
        var assembly = parts["assembly"].First();
        return new UsageFacts
        {
            Assembly = assembly[1],
            Framework = assembly[2],
            IsBlind = parts.Contains("blind"),
            Options = Pairs(parts["option"]),
            Files = Pairs(parts["file"]),
            Documents = Names(parts["document"]),
            Severities = [.. parts["severity"].Select(static line => (line[1], line[2], line[3]))],
            References = Pairs(parts["reference"]),
            Relied = Names(parts["relies"]),
            Properties = Pairs(parts["reads"]),
            Escaped = Names(parts["escapes"]),
            Leads = Pairs(parts["leads"]),
            Methods = Pairs(parts["calls"]),
            Words = Names(parts["word"]),
            Disabled = Names(parts["disabled"]),
        };
    }

    // A kind that is not known has no length: its text is not of this version.
    private static int Length(string kind) => kind switch
    {
        "blind" => 1,
        "document" or "relies" or "escapes" or "word" or "disabled" => 2,
        "assembly" or "option" or "file" or "reference" or "reads" or "leads" or "calls" => 3,
        "severity" => 4,
        _ => 0,
    };

    private static IReadOnlyList<(string, string)> Pairs(IEnumerable<string[]> lines) => [.. lines.Select(static line => (line[1], line[2]))];

    private static IReadOnlyList<string> Names(IEnumerable<string[]> lines) => [.. lines.Select(static line => line[1])];

    private static void Pairs(StringBuilder text, string kind, IEnumerable<(string One, string Other)> pairs)
    {
        var ordered = pairs.Distinct()
            .OrderBy(static pair => pair.One, StringComparer.Ordinal).ThenBy(static pair => pair.Other, StringComparer.Ordinal);
        foreach (var (one, other) in ordered)
            Line(text, kind, one, other);
    }

    private static void Names(StringBuilder text, string kind, IEnumerable<string> names)
    {
        foreach (var name in names.Distinct(StringComparer.Ordinal).OrderBy(static one => one, StringComparer.Ordinal))
            Line(text, kind, name);
    }

    private static void Line(StringBuilder text, params string[] parts) =>
        text.Append(string.Join("\t", parts.Select(static part => part.Replace('\t', ' ').Replace('\n', ' ')))).Append('\n');
}
