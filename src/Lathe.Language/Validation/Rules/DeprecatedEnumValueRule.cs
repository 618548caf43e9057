using Lathe.Language.Errors;
using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem;
using Lathe.Language.Validation.Types;
using Lathe.Language.Validation.Walking;

namespace Lathe.Language.Validation.Rules;

/// <summary>An enum value that is given is not deprecated.</summary>
/// <remarks><see href="https://spec.graphql.org/September2025/#sec--deprecated">Specification</see>.</remarks>
internal sealed class DeprecatedEnumValueRule : IValueRule
{
    public static readonly ErrorDescriptor Descriptor =
        new("GQL2003", "DeprecatedEnumValue", "Enum value is deprecated", ErrorSeverity.Warning);

    public void EnterValue(ValueSyntax value, ValidationContext context)
    {
        if (value is EnumValueSyntax literal
            && context.FindNamedType(context.InputType) is EnumType type
            && type.FindValue(literal.Value)?.DeprecationReason is { } reason)
            context.Report(Descriptor, $"The enum value \"{type.Name}.{literal.Value}\" is deprecated. {Deprecation.Text(reason)}", value);
    }

    public void LeaveValue(ValueSyntax value)
    {
    }
}
