using Lathe.Language.Errors;
using Lathe.Language.Syntax;
using Lathe.Language.Validation.Walking;

namespace Lathe.Language.Validation.Rules;

/// <summary>An operation without a name is the only one.</summary>
/// <remarks><see href="https://spec.graphql.org/September2025/#sec-Lone-Anonymous-Operation">Specification</see>.</remarks>
internal sealed class LoneAnonymousOperationRule : IOperationRule
{
    public static readonly ErrorDescriptor Descriptor =
        new("GQL1005", "LoneAnonymousOperation", "An anonymous operation is not alone", ErrorSeverity.Error);

    public void EnterOperation(OperationDefinitionSyntax operation, ValidationContext context)
    {
        if (operation.Name is null && context.Documents.Operations.Count > 1)
            context.Report(Descriptor, "This anonymous operation must be the only defined operation.", operation);
    }
}
