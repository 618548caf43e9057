using Lathe.Language.Errors;
using Lathe.Language.Syntax;
using Lathe.Language.Validation.Types;
using Lathe.Language.Validation.Walking;

namespace Lathe.Language.Validation.Rules;

/// <summary>A field that is selected is not deprecated.</summary>
/// <remarks><see href="https://spec.graphql.org/September2025/#sec--deprecated">Specification</see>.</remarks>
internal sealed class DeprecatedFieldRule : IFieldRule
{
    public static readonly ErrorDescriptor Descriptor =
        new("GQL2001", "DeprecatedField", "Field is deprecated", ErrorSeverity.Warning);

    public void EnterField(FieldSyntax field, ValidationContext context)
    {
        if (context.Field is { DeprecationReason: { } reason } definition)
            context.Report(Descriptor, $"The field {context.ParentType!.Name}.{definition.Name} is deprecated. {Deprecation.Text(reason)}", field);
    }
}
