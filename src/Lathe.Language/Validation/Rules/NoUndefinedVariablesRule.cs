using Lathe.Language.Errors;
using Lathe.Language.Syntax;
using Lathe.Language.Validation.Fragments;
using Lathe.Language.Validation.Walking;

namespace Lathe.Language.Validation.Rules;

/// <summary>An operation defines the variables that it and its fragments use.</summary>
/// <remarks><see href="https://spec.graphql.org/September2025/#sec-All-Variable-Uses-Defined">Specification</see>.</remarks>
internal sealed class NoUndefinedVariablesRule : IClosureRule
{
    public static readonly ErrorDescriptor Descriptor =
        new("GQL1017", "NoUndefinedVariables", "Variable is not defined", ErrorSeverity.Error);

    private readonly HashSet<string> _defined = new(StringComparer.Ordinal);

    public void CheckClosure(OperationDefinitionSyntax operation, IReadOnlyList<DefinitionFacts> closure, ValidationContext context)
    {
        _defined.Clear();
        foreach (var variable in operation.VariableDefinitions)
            _defined.Add(variable.Variable.Name.Value);
        foreach (var facts in closure)
        {
            foreach (var usage in facts.Usages)
            {
                if (usage.Node.Fragment is null && !_defined.Contains(usage.Node.Name.Value))
                    Report(usage.Node, operation, context);
            }
        }
    }

    private static void Report(VariableSyntax variable, OperationDefinitionSyntax operation, ValidationContext context)
    {
        var by = operation.Name is { } name ? $" by operation \"{ShownName.Of(name.Value)}\"" : string.Empty;
        context.Report(Descriptor, $"Variable \"${variable.Name.Value}\" is not defined{by}.", [variable, operation]);
    }
}
