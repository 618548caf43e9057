using Lathe.Language.Validation;

namespace Lathe.Language.Configuration;

/// <summary>"Did you mean" for paths that name nothing: a file of that name elsewhere or in other case, a folder that needs a glob.</summary>
internal sealed class PatternHints(string folder, string[] paths)
{
    /// <summary>Makes the end of a message, with a space before it; empty where there is nothing to propose.</summary>
    public string ForSchema(GlobPattern pattern)
    {
        if (!pattern.IsPath)
            return string.Empty;
        var name = PathSegments.Split(pattern.Text).LastOrDefault();
        var named = paths.Where(path => string.Equals(PathSegments.Split(path).LastOrDefault(), name, StringComparison.OrdinalIgnoreCase));
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

    // Null for what lies elsewhere.
    private string? Relative(string path)
    {
        var root = PathSegments.Resolve(PathSegments.Split(folder));
        var segments = PathSegments.Resolve(PathSegments.Split(path));
        return PathSegments.StartsWith(segments, root, root.Length) ? string.Join("/", segments.Skip(root.Length)) : null;
    }
}
