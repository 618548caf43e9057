using Lathe.Language.Syntax;

namespace Lathe.Language.Validation.Walking;

/// <summary>Finds names that a list has more than once.</summary>
internal static class Duplicates
{
    /// <summary>Reports each such name once, with all its places.</summary>
    public static void Report<T>(IReadOnlyList<T> nodes, Func<T, NameSyntax> name, Action<string, IReadOnlyList<SyntaxNode>> report)
    {
        if (nodes.Count < 2 || !Any(nodes, name))
            return;
        var groups = new Dictionary<string, List<SyntaxNode>>(StringComparer.Ordinal);
        foreach (var node in nodes)
        {
            var nodeName = name(node);
            if (!groups.TryGetValue(nodeName.Value, out var group))
                groups.Add(nodeName.Value, group = []);
            group.Add(nodeName);
        }

        foreach (var group in groups)
        {
            if (group.Value.Count > 1)
                report(group.Key, group.Value);
        }
    }

    /// <summary>Makes the end of a message, with a space before it, that tells the file of the other name; empty where it is the same file.</summary>
    /// <remarks>The path begins where the two part, so that it is the same for whoever reads the files from wherever.</remarks>
    public static string Elsewhere(NameSyntax first, NameSyntax other)
    {
        var (from, path) = (first.Source.Path.Replace('\\', '/'), other.Source.Path.Replace('\\', '/'));
        if (from == path)
            return string.Empty;
        var start = 0;
        for (var at = 0; at < from.Length && at < path.Length && from[at] == path[at]; at++)
        {
            if (path[at] == '/')
                start = at + 1;
        }

        var position = other.Source.GetPosition(other.Span.Start);
        return FormattableString.Invariant($" Another is at {path.Substring(start)}({position.Line},{position.Column}).");
    }

    // Short lists, nearly all of them, are compared without allocating.
    private static bool Any<T>(IReadOnlyList<T> nodes, Func<T, NameSyntax> name)
    {
        if (nodes.Count > 8)
            return true;
        for (var i = 1; i < nodes.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (name(nodes[i]).Value == name(nodes[j]).Value)
                    return true;
            }
        }

        return false;
    }
}
