using Lathe.Language.Errors;
using Lathe.Language.Syntax;
using Lathe.Language.Validation.Walking;

namespace Lathe.Language.Validation.Rules;

/// <summary>The schema has a root type for the kind of operation.</summary>
/// <remarks><see href="https://spec.graphql.org/September2025/#sec-Operation-Type-Existence">Specification</see>.</remarks>
internal sealed class KnownOperationTypesRule : IOperationRule
{
    public static readonly ErrorDescriptor Descriptor =
        new("GQL1029", "KnownOperationTypes", "The schema has no such operations", ErrorSeverity.Error);

    public void EnterOperation(OperationDefinitionSyntax operation, ValidationContext context)
    {
        if (context.Schema.FindRootType(operation.OperationType) is null)
            context.Report(Descriptor, $"The {OperationKeyword.Of(operation.OperationType)} operation is not supported by the schema.", operation);
    }
}
