using Lathe.Language.Errors;
using Lathe.Language.Syntax;
using Lathe.Language.Validation.Types;
using Lathe.Language.Validation.Walking;

namespace Lathe.Language.Validation.Rules;

/// <summary>An input field that is given is not deprecated.</summary>
/// <remarks><see href="https://spec.graphql.org/September2025/#sec--deprecated">Specification</see>.</remarks>
internal sealed class DeprecatedInputFieldRule : IObjectFieldRule
{
    public static readonly ErrorDescriptor Descriptor =
        new("GQL2004", "DeprecatedInputField", "Input field is deprecated", ErrorSeverity.Warning);

    public void EnterObjectField(ObjectFieldSyntax field, ValidationContext context)
    {
        if (context.InputField is { DeprecationReason: { } reason } definition)
            context.Report(
                Descriptor,
                $"The input field {context.ParentInputType!.NamedType}.{definition.Name} is deprecated. {Deprecation.Text(reason)}",
                field);
    }
}
