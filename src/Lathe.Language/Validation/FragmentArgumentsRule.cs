using Lathe.Language.Errors;
using Lathe.Language.Rules;
using Lathe.Language.Syntax;
using Lathe.Language.Validation.Expansion;
using Lathe.Language.Validation.Fragments;
using Lathe.Language.Validation.Walking;

namespace Lathe.Language.Validation;

/// <summary>
/// Fragment arguments can be compiled away, and what is sent then is valid too. Looked at once all else is right: an argument such as <c>null</c> may
/// fit the variable of a fragment and not the place where the variable stands.
/// </summary>
internal sealed class FragmentArgumentsRule : IDocumentsRule
{
    public static readonly ErrorDescriptor Descriptor =
        new("GQL1038", "FragmentArguments", "Fragment arguments cannot be compiled away", ErrorSeverity.Error);

    private static readonly ValidationOptions s_sent = ValidationOptions.Project with
    {
        Scopes = [RuleScope.Unit, RuleScope.Reach, RuleScope.Fragments],
    };

    public void LeaveDocuments(ValidationContext context)
    {
        if (context.HasErrors
            || !context.Facts.Exists(static facts => facts.Definition is FragmentDefinitionSyntax { VariableDefinitions.Count: > 0 }))
            return;
        var byName = new Dictionary<string, DefinitionFacts>(StringComparer.Ordinal);
        foreach (var facts in context.Facts)
        {
            if (facts.Definition is FragmentDefinitionSyntax fragment)
                byName[fragment.Name.Value] = facts;
        }

        var budget = 20L * context.WorkBudget;
        foreach (var facts in context.Facts.Where(static facts => facts.Definition is OperationDefinitionSyntax))
        {
            // Nobody knows what a definition sends that spreads a lost fragment.
            if (Reach(facts, byName) is not { } fragments)
                continue;
            budget -= 1 + fragments.Sum(static fragment => 1L + fragment.Span.Length);
            if (budget < 0)
                context.Report(Descriptor, TooComplex, facts.Definition);
            if (budget < 0)
                break;
            Check((OperationDefinitionSyntax)facts.Definition, fragments, context);
        }
    }

    private const string TooComplex =
        "Fragment arguments cannot be compiled away within the work allowed: too many operations share too many fragments. "
        + "Split the documents into several projects.";

    private static void Check(OperationDefinitionSyntax operation, List<FragmentDefinitionSyntax> fragments, ValidationContext context)
    {
        var expanded = FragmentExpansion.Expand(operation, fragments, context.CancellationToken, out var problem);
        if (problem is not null)
            context.Report(Descriptor, $"Fragment arguments cannot be compiled away. {problem.Message}", problem.Node);
        else if (expanded.IsCopy)
            CheckSent(expanded, context);
    }

    private static void CheckSent(ExpandedOperation expanded, ValidationContext context)
    {
        var document = DocumentSyntax.Create([expanded.Operation, .. expanded.Fragments]);
        foreach (var error in DocumentValidator.Validate(context.Schema, [document], s_sent, context.CancellationToken))
            context.Add(error);
    }

    private static List<FragmentDefinitionSyntax>? Reach(DefinitionFacts start, Dictionary<string, DefinitionFacts> byName)
    {
        var reached = new HashSet<DefinitionFacts>();
        var pending = new Stack<DefinitionFacts>();
        pending.Push(start);
        while (pending.Count > 0)
        {
            foreach (var spread in pending.Pop().Spreads)
            {
                if (!byName.TryGetValue(spread.Name.Value, out var facts))
                    return null;
                if (reached.Add(facts))
                    pending.Push(facts);
            }
        }

        return [.. reached.Select(static facts => (FragmentDefinitionSyntax)facts.Definition)];
    }
}
