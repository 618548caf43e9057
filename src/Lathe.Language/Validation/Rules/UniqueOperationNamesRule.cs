using Lathe.Language.Errors;
using Lathe.Language.Syntax;
using Lathe.Language.Validation.Walking;

namespace Lathe.Language.Validation.Rules;

/// <summary>Operations of one project have different names.</summary>
/// <remarks><see href="https://spec.graphql.org/September2025/#sec-Operation-Name-Uniqueness">Specification</see>.</remarks>
internal sealed class UniqueOperationNamesRule : IOperationRule
{
    public static readonly ErrorDescriptor Descriptor =
        new("GQL1003", "UniqueOperationNames", "Two operations have one name", ErrorSeverity.Error);

    private readonly Dictionary<string, NameSyntax> _known = new(StringComparer.Ordinal);

    public void EnterOperation(OperationDefinitionSyntax operation, ValidationContext context)
    {
        if (operation.Name is not { } name)
            return;
        if (_known.TryGetValue(name.Value, out var first))
            context.Report(Descriptor, $"There can be only one operation named \"{name.Value}\".{Duplicates.Elsewhere(first, name)}", [first, name]);
        else
            _known.Add(name.Value, name);
    }
}
