using Lathe.Language.Validation.Fragments;

namespace Lathe.Language.Validation.Walking;

/// <summary>A definition in the walk over what operations reach.</summary>
internal sealed class ClosureNode(DefinitionFacts facts)
{
    public DefinitionFacts Facts { get; } = facts;

    /// <summary>Gets the fragments spread, each once.</summary>
    public List<ClosureNode> Reached { get; } = [];

    /// <summary>Gets or sets a value indicating whether it or a fragment that it reaches uses a variable.</summary>
    public bool ReachesVariables { get; set; }

    /// <summary>Gets or sets the number of the last traversal that came here.</summary>
    public int Visit { get; set; }

    /// <summary>Links the definitions of a validation and marks those that lead to variables.</summary>
    public static IReadOnlyList<ClosureNode> Link(ValidationContext context)
    {
        var nodes = context.Facts.ConvertAll(facts => new ClosureNode(facts));
        var byDefinition = new Dictionary<Syntax.DefinitionSyntax, ClosureNode>();
        foreach (var node in nodes)
            byDefinition[node.Facts.Definition] = node;
        var users = new Dictionary<ClosureNode, List<ClosureNode>>();
        var seen = new HashSet<ClosureNode>();
        foreach (var node in nodes)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            seen.Clear();
            foreach (var spread in node.Facts.Spreads)
            {
                if (context.Documents.FindFragment(spread.Name.Value) is not { } fragment
                    || !byDefinition.TryGetValue(fragment, out var reached) || !seen.Add(reached))
                    continue;
                node.Reached.Add(reached);
                if (!users.TryGetValue(reached, out var list))
                    users.Add(reached, list = []);
                list.Add(node);
            }
        }

        MarkVariables(nodes, users, context);
        return nodes;
    }

    private static void MarkVariables(List<ClosureNode> nodes, Dictionary<ClosureNode, List<ClosureNode>> users, ValidationContext context)
    {
        var pending = new Stack<ClosureNode>(nodes.Where(node => node.Facts.Usages.Count > 0 || context.Lost.HasLostSpread(node.Facts)));
        while (pending.Count > 0)
        {
            var node = pending.Pop();
            if (node.ReachesVariables)
                continue;
            node.ReachesVariables = true;
            if (users.TryGetValue(node, out var list))
                list.ForEach(pending.Push);
        }
    }
}
