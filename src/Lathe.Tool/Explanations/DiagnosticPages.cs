using System.Reflection;

namespace Lathe.Tool.Explanations;

/// <summary>The pages of the diagnostics, <c>docs/diagnostics</c>, which the tool carries with it.</summary>
internal static class DiagnosticPages
{
    private const string Prefix = "Diagnostics.";
    private static readonly Assembly s_tool = typeof(DiagnosticPages).Assembly;

    /// <summary>Gets the ids of all diagnostics, in their order.</summary>
    public static IReadOnlyList<string> Ids { get; } =
    [
        .. s_tool.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(name => name[Prefix.Length..])
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Finds the page of a diagnostic.</summary>
    /// <param name="id">The id, in any case, with or without <c>GQL</c>.</param>
    /// <returns>The page, Markdown; null when there is no such diagnostic.</returns>
    public static string? Find(string id)
    {
        var known = Ids.FirstOrDefault(one => one.Equals(id, StringComparison.OrdinalIgnoreCase) || one.AsSpan(3).SequenceEqual(id));
        return known is null ? null : Read(known);
    }

    /// <summary>Gets the first line of a page: the id and what it means.</summary>
    public static string TitleOf(string id) => Read(id).Split('\n', 2)[0].TrimStart('#', ' ');

    private static string Read(string id)
    {
        using var page = new StreamReader(s_tool.GetManifestResourceStream(Prefix + id)!);
        return page.ReadToEnd().ReplaceLineEndings("\n");
    }
}
