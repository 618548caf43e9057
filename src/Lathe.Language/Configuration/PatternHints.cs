using Lathe.Language.Errors;

namespace Lathe.Language.Configuration;

/// <summary>
/// "Did you mean" for paths that name nothing: a file of that name elsewhere or in other case, one whose name is a slip away, a folder that
/// needs a glob.
/// </summary>
internal sealed class PatternHints(string folder, string[] paths)
{
    /// <summary>Makes the end of a message, with a space before it; empty where there is nothing to propose.</summary>
    public string ForSchema(GlobPattern pattern)
    {
        if (!pattern.IsPath)
            return string.Empty;
        var name = NameOf(pattern.Text);
        var named = Array.FindAll(paths, path => string.Equals(NameOf(path), name, StringComparison.OrdinalIgnoreCase));
        if (named.Length == 0)
            named = Array.FindAll(paths, path => IsOneSlip(name, NameOf(path)));
        return Suggestions.Format(string.Empty, [.. named.Select(Relative).OfType<string>()]);
    }

    /// <summary>Makes the end of a message, with a space before it; empty where there is nothing to propose.</summary>
    public string ForDocuments(GlobPattern pattern)
    {
        var inside = pattern.Text.TrimEnd('/', '\\') + "/**";
        return pattern.IsPath && GlobPattern.Create(inside) is { } all && Array.Exists(paths, path => all.Matches(folder, path))
            ? Suggestions.Format(string.Empty, [inside])
            : ForSchema(pattern);
    }

    private static string NameOf(string path) => PathSegments.Split(path).LastOrDefault() ?? string.Empty;

    // A slip makes any short name of any other, such as b.graphql of a.graphql.
    private static bool IsOneSlip(string name, string other) => name.Length is > 10 and <= 128 && new EditDistance(name).To(other) is 1;

    // Null for files elsewhere.
    private string? Relative(string path)
    {
        var root = PathSegments.Resolve(PathSegments.Split(folder));
        var segments = PathSegments.Resolve(PathSegments.Split(path));
        return PathSegments.StartsWith(segments, root, root.Length) ? string.Join("/", segments.Skip(root.Length)) : null;
    }
}
