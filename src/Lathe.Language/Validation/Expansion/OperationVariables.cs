using Lathe.Language.Syntax;

namespace Lathe.Language.Validation.Expansion;

/// <summary>The variables of an operation that a request may leave out without another value taking their place.</summary>
internal sealed class OperationVariables(OperationDefinitionSyntax operation)
{
    private readonly HashSet<string> _maybeAbsent = new(
        operation.VariableDefinitions.Where(static variable => variable is { DefaultValue: null, Type: not NonNullTypeSyntax })
            .Select(static variable => variable.Variable.Name.Value),
        StringComparer.Ordinal);

    public bool MayBeAbsent(string name) => _maybeAbsent.Contains(name);
}
