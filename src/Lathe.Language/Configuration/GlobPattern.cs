namespace Lathe.Language.Configuration;

/// <summary>
/// A path pattern as GraphQL Config reads it, relative to the configuration file: <c>*</c>, <c>?</c>, <c>[a-z]</c>,
/// <c>{a,b}</c>, <c>@(a|b)</c>, <c>?(a|b)</c>, <c>**</c> for any number of segments. Names that begin with a dot match too.
/// </summary>
internal sealed class GlobPattern
{
    private const int MostAlternatives = 256;
    private readonly string[][] _alternatives;

    private GlobPattern(string text, string[][] alternatives)
    {
        Text = text;
        _alternatives = alternatives;
    }

    /// <summary>Gets the pattern as written, without a leading <c>!</c>.</summary>
    public string Text { get; }

    /// <summary>Gets a value indicating whether the pattern names one file and nothing else.</summary>
    public bool IsPath => IsLiteral || Text.IndexOfAny(['*', '?', '[', '{']) < 0 && ExtendedGlob.ToBraces(Text) == Text;

    private bool IsLiteral { get; init; }

    /// <summary>Makes a pattern.</summary>
    /// <param name="text">The pattern; both kinds of slash separate segments.</param>
    /// <returns>The pattern, or null when its braces stand for more than 256 patterns.</returns>
    public static GlobPattern? Create(string text)
    {
        var expanded = BraceExpansion.Expand(ExtendedGlob.ToBraces(text.Replace('\\', '/')), MostAlternatives);
        return expanded is null ? null : new GlobPattern(text, [.. expanded.Select(PathSegments.Split)]);
    }

    /// <summary>Makes the pattern of one path, whatever characters it holds.</summary>
    /// <param name="path">The path.</param>
    /// <returns>The pattern.</returns>
    public static GlobPattern OfPath(string path) => new(path, [PathSegments.Split(path)]) { IsLiteral = true };

    /// <summary>Tells whether a file matches.</summary>
    /// <param name="folder">The folder of the configuration file.</param>
    /// <param name="path">The file's path; rooted as the folder is.</param>
    /// <returns>True when it does.</returns>
    public bool Matches(string folder, string path)
    {
        var segments = PathSegments.Resolve(PathSegments.Split(path));
        if (IsLiteral)
            return segments.SequenceEqual(PathSegments.Resolve(_alternatives[0]));
        var root = PathSegments.Resolve(PathSegments.Split(folder));
        foreach (var alternative in _alternatives)
        {
            // Leading '..' steps up from the folder; what is left of the folder must equal the path's beginning.
            var (up, pattern) = PathSegments.TakeParents(alternative);
            var depth = PathSegments.IsRooted(Text) ? 0 : Math.Max(0, root.Length - up);
            if (PathSegments.StartsWith(segments, root, depth) && SegmentsMatch(pattern, 0, segments, depth))
                return true;
        }

        return false;
    }

    private static bool SegmentsMatch(string[] pattern, int p, string[] path, int s)
    {
        // Where to return to when the pattern after the last '**' did not match.
        var (starPattern, starPath) = (-1, 0);
        while (s < path.Length)
        {
            if (p < pattern.Length && pattern[p] == "**")
                (starPattern, starPath) = (++p, s);
            else if (p < pattern.Length && SegmentPattern.Matches(pattern[p], path[s]))
                (p, s) = (p + 1, s + 1);
            else if (starPattern >= 0)
                (p, s) = (starPattern, ++starPath);
            else
                return false;
        }

        while (p < pattern.Length && pattern[p] == "**")
            p++;
        return p == pattern.Length;
    }
}
