using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem;

namespace Lathe.Language.Paging;

/// <summary>The types of an operation's variables.</summary>
internal sealed class OperationVariables(OperationDefinitionSyntax operation)
{
    /// <summary>Tells whether a variable takes a single value of a type. Texts and IDs are written alike.</summary>
    public bool Takes(VariableSyntax variable, TypeReference type)
    {
        var taken = NameOf(variable);
        return type.Nullable is NamedTypeReference { Name: var given } && (taken == given || (IsText(taken) && IsText(given)));
    }

    /// <summary>Tells whether a variable is a single value, not a list.</summary>
    public bool IsSingle(VariableSyntax variable) => NameOf(variable) is not null;

    private string? NameOf(VariableSyntax variable)
    {
        foreach (var definition in operation.VariableDefinitions)
        {
            if (definition.Variable.Name.Value == variable.Name.Value)
                return (definition.Type is NonNullTypeSyntax nonNull ? nonNull.NullableType : definition.Type) is NamedTypeSyntax named
                    ? named.Name.Value : null;
        }

        return null;
    }

    private static bool IsText(string? type) => type is "String" or "ID";
}
