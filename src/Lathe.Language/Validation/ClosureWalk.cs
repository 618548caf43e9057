using Lathe.Language.Syntax;

namespace Lathe.Language.Validation;

/// <summary>
/// Shows each operation with the fragments that it reaches to the rules that need both. Only fragments that lead to a
/// variable are followed, each once an operation: the cost is that of the pairs of operation and fragment with variables.
/// </summary>
internal static class ClosureWalk
{
    public static void Run(ValidationContext context, RuleSet rules)
    {
        if (rules.Closures.Length == 0)
            return;
        Link(context);
        MarkVariables(context.Facts);
        var closure = new List<DefinitionFacts>();
        var visit = 0;
        foreach (var facts in context.Facts)
        {
            if (facts.Definition is not OperationDefinitionSyntax operation)
                continue;
            context.CancellationToken.ThrowIfCancellationRequested();
            Collect(facts, ++visit, closure);
            foreach (var rule in rules.Closures)
                rule.CheckClosure(operation, closure, context);
        }
    }

    private static void Collect(DefinitionFacts start, int visit, List<DefinitionFacts> closure)
    {
        closure.Clear();
        closure.Add(start);
        for (var i = 0; i < closure.Count; i++)
        {
            foreach (var reached in closure[i].Reached)
            {
                if (reached.Visit == visit || !reached.ReachesVariables)
                    continue;
                reached.Visit = visit;
                closure.Add(reached);
            }
        }
    }

    private static void Link(ValidationContext context)
    {
        var byFragment = new Dictionary<DefinitionSyntax, DefinitionFacts>();
        foreach (var facts in context.Facts)
            byFragment[facts.Definition] = facts;
        var seen = new HashSet<DefinitionFacts>();
        foreach (var facts in context.Facts)
        {
            if (facts.Spreads.Count == 0)
                continue;
            seen.Clear();
            foreach (var spread in facts.Spreads)
            {
                if (context.Documents.FindFragment(spread.Name.Value) is { } fragment)
                    seen.Add(byFragment[fragment]);
            }

            facts.Reached = [.. seen];
        }
    }

    private static void MarkVariables(List<DefinitionFacts> all)
    {
        var users = new Dictionary<DefinitionFacts, List<DefinitionFacts>>();
        var pending = new Stack<DefinitionFacts>();
        foreach (var facts in all)
        {
            foreach (var reached in facts.Reached)
            {
                if (!users.TryGetValue(reached, out var list))
                    users.Add(reached, list = []);
                list.Add(facts);
            }

            if (facts.Usages.Count > 0)
                pending.Push(facts);
        }

        while (pending.Count > 0)
        {
            var facts = pending.Pop();
            if (facts.ReachesVariables)
                continue;
            facts.ReachesVariables = true;
            if (users.TryGetValue(facts, out var list))
                list.ForEach(pending.Push);
        }
    }
}
