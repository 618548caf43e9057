using Lathe.Language.Errors;
using Lathe.Language.Syntax;
using Lathe.Language.Validation.Fragments;
using Lathe.Language.Validation.Walking;

namespace Lathe.Language.Validation.Rules;

/// <summary>The variables of an operation are used by it or its fragments, those of a fragment by itself.</summary>
/// <remarks><see href="https://spec.graphql.org/September2025/#sec-All-Variables-Used">Specification</see>.</remarks>
internal sealed class NoUnusedVariablesRule : IClosureRule, IDocumentsRule
{
    public static readonly ErrorDescriptor Descriptor =
        new("GQL1018", "NoUnusedVariables", "Variable is not used", ErrorSeverity.Error);

    private readonly HashSet<string> _used = new(StringComparer.Ordinal);

    public void CheckClosure(OperationDefinitionSyntax operation, IReadOnlyList<DefinitionFacts> closure, ValidationContext context)
    {
        if (operation.VariableDefinitions.Count == 0)
            return;
        _used.Clear();
        foreach (var facts in closure)
        {
            if (context.Lost.HasLostSpread(facts))
                return;
            foreach (var usage in facts.Usages)
            {
                if (usage.Node.Fragment is null)
                    _used.Add(usage.Node.Name.Value);
            }
        }

        Report(operation.VariableDefinitions, operation.Name is { } name ? $" in operation \"{ShownName.Of(name.Value)}\"" : string.Empty, context);
    }

    public void LeaveDocuments(ValidationContext context)
    {
        foreach (var facts in context.Facts)
        {
            if (facts.Definition is not FragmentDefinitionSyntax { VariableDefinitions.Count: > 0 } fragment)
                continue;
            _used.Clear();
            _used.UnionWith(facts.Usages.Select(static usage => usage.Node.Name.Value));
            Report(fragment.VariableDefinitions, $" in fragment \"{ShownName.Of(fragment.Name.Value)}\"", context);
        }
    }

    private void Report(IReadOnlyList<VariableDefinitionSyntax> variables, string place, ValidationContext context)
    {
        foreach (var variable in variables)
        {
            if (!_used.Contains(variable.Variable.Name.Value))
                context.Report(Descriptor, $"Variable \"${variable.Variable.Name.Value}\" is never used{place}.", variable);
        }
    }
}
