using Lathe.Language.Errors;
using Lathe.Language.Syntax;
using Lathe.Language.Validation.Fragments;

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
        Link(context);
        MarkVariables(context);
        var closure = new List<DefinitionFacts>();
        var visit = 0;
        foreach (var facts in context.Facts)
        {
            if (facts.Definition is not OperationDefinitionSyntax operation)
                continue;
            context.CancellationToken.ThrowIfCancellationRequested();
            budget -= Collect(facts, ++visit, closure);
            if (budget < 0)
            {
                context.Report(tooComplex, TooComplex, operation);
                return;
            }

            foreach (var rule in rules.Closures)
                rule.CheckClosure(operation, closure, context);
        }
    }

    /// <summary>Fills the closure, and returns how much work it is to look at all of it.</summary>
    private static long Collect(DefinitionFacts start, int visit, List<DefinitionFacts> closure)
    {
        long work = 0;
        closure.Clear();
        closure.Add(start);
        for (var i = 0; i < closure.Count; i++)
        {
            work += 1 + closure[i].Reached.Length + closure[i].Usages.Count;
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

    private static void MarkVariables(ValidationContext context)
    {
        var users = new Dictionary<DefinitionFacts, List<DefinitionFacts>>();
        var pending = new Stack<DefinitionFacts>();
        foreach (var facts in context.Facts)
        {
            foreach (var reached in facts.Reached)
            {
                if (!users.TryGetValue(reached, out var list))
                    users.Add(reached, list = []);
                list.Add(facts);
            }

            if (facts.Usages.Count > 0 || context.Lost.HasLostSpread(facts))
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
