using Lathe.Language.Errors;
using Lathe.Language.Syntax;
using Lathe.Language.Validation.Types;
using Lathe.Language.Validation.Walking;

namespace Lathe.Language.Validation.Rules;

/// <summary>A variable is of a scalar, enum or input object type.</summary>
/// <remarks><see href="https://spec.graphql.org/September2025/#sec-Variables-Are-Input-Types">Specification</see>.</remarks>
internal sealed class VariablesAreInputTypesRule : IVariableDefinitionRule
{
    public static readonly ErrorDescriptor Descriptor =
        new("GQL1009", "VariablesAreInputTypes", "Variable of an output type", ErrorSeverity.Error);

    public void EnterVariableDefinition(VariableDefinitionSyntax variable, ValidationContext context)
    {
        var type = InputTypes.Reference(variable.Type);
        if (context.FindNamedType(type) is { IsInput: false })
            context.Report(Descriptor, $"Variable \"${variable.Variable.Name.Value}\" cannot be non-input type \"{type}\".", variable.Type);
    }
}
