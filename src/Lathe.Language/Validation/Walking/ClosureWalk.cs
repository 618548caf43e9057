using Lathe.Language.Errors;
using Lathe.Language.Syntax;

namespace Lathe.Language.Validation.Walking;

/// <summary>
/// Shows each operation with the fragments that it reaches to the rules that need both. Only fragments that lead to a
/// variable are followed, each once an operation. The pairs of operation and fragment may still be as many as the square
/// of the document, as nobody writes by hand: a budget ends that, with an error.
/// </summary>
internal static class ClosureWalk
{
    private const string TooComplex =
        "Variables cannot be checked within the work allowed: too many operations share too many fragments with variables. "
        + "Split the documents into several projects.";

    /// <summary>Shows all operations.</summary>
    /// <param name="context">The documents after their walk.</param>
    /// <param name="rules">The rules.</param>
    /// <param name="tooComplex">The kind of error that the end of the budget is.</param>
    public static void Run(ValidationContext context, RuleSet rules, ErrorDescriptor tooComplex)
    {
        if (rules.Closures.Length == 0)
            return;
        var budget = 20L * context.WorkBudget;
        var nodes = ClosureNode.Link(context);
        var closure = new List<ClosureNode>();
        var visit = 0;
        foreach (var node in nodes)
        {
            if (node.Facts.Definition is not OperationDefinitionSyntax operation)
                continue;
            context.CancellationToken.ThrowIfCancellationRequested();
            budget -= Collect(node, ++visit, closure);
            if (budget < 0)
            {
                context.Report(tooComplex, TooComplex, operation);
                return;
            }

            var facts = closure.ConvertAll(reached => reached.Facts);
            foreach (var rule in rules.Closures)
                rule.CheckClosure(operation, facts, context);
        }
    }

    /// <summary>Fills the closure, and returns how much work it is to look at all of it.</summary>
    private static long Collect(ClosureNode start, int visit, List<ClosureNode> closure)
    {
        long work = 0;
        closure.Clear();
        closure.Add(start);
        for (var i = 0; i < closure.Count; i++)
        {
            work += 1 + closure[i].Reached.Count + closure[i].Facts.Usages.Count;
            foreach (var reached in closure[i].Reached)
            {
                if (reached.Visit == visit || !reached.ReachesVariables)
                    continue;
                reached.Visit = visit;
                closure.Add(reached);
            }
        }

        return work;
    }
}
