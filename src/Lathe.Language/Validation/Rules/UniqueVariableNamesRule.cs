using Lathe.Language.Errors;
using Lathe.Language.Syntax;
using Lathe.Language.Validation.Walking;

namespace Lathe.Language.Validation.Rules;

/// <summary>The variables of an operation have different names.</summary>
/// <remarks><see href="https://spec.graphql.org/September2025/#sec-Variable-Uniqueness">Specification</see>.</remarks>
internal sealed class UniqueVariableNamesRule : IOperationRule
{
    public static readonly ErrorDescriptor Descriptor =
        new("GQL1016", "UniqueVariableNames", "Two variables have one name", ErrorSeverity.Error);

    public void EnterOperation(OperationDefinitionSyntax operation, ValidationContext context) =>
        Duplicates.Report(
            operation.VariableDefinitions,
            variable => variable.Variable.Name,
            (name, nodes) => context.Report(Descriptor, $"There can be only one variable named \"${name}\".", nodes));
}
