using Lathe.Language.Syntax;

namespace Lathe.Language.Validation;

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
