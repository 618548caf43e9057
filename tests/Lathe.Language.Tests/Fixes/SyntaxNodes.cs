using System.Collections;
using System.Reflection;
using Lathe.Language.Syntax;

namespace Lathe.Language.Tests.Fixes;

/// <summary>Lists all nodes of a document.</summary>
internal static class SyntaxNodes
{
    public static List<SyntaxNode> Of(SyntaxNode root)
    {
        var nodes = new List<SyntaxNode>();
        Add(root, nodes);
        return nodes;
    }

    private static void Add(SyntaxNode node, List<SyntaxNode> nodes)
    {
        nodes.Add(node);
        foreach (var property in node.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(one => one.Name != "Definition"))
        {
            var value = property.GetValue(node);
            if (value is SyntaxNode child)
                Add(child, nodes);
            else if (value is IEnumerable list and not string)
                list.OfType<SyntaxNode>().ToList().ForEach(one => Add(one, nodes));
        }
    }
}
