using Lathe.Language.Errors;
using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem;
using Lathe.Language.TypeSystem.Values;
using Lathe.Language.Validation.Walking;

namespace Lathe.Language.Validation.Rules;

/// <summary>A literal is of the type that its place expects.</summary>
/// <remarks><see href="https://spec.graphql.org/September2025/#sec-Values-of-Correct-Type">Specification</see>.</remarks>
internal sealed class ValuesOfCorrectTypeRule : IValueRule, IObjectFieldRule
{
    public static readonly ErrorDescriptor Descriptor =
        new("GQL1023", "ValuesOfCorrectType", "Value of the wrong type", ErrorSeverity.Error);

    // A list or object where a leaf is expected is one error; what is inside it says nothing more.
    private ValueSyntax? _skipped;

    public void EnterValue(ValueSyntax value, ValidationContext context)
    {
        if (_skipped is not null || context.InputType is not { } type)
        {
            SkipUntyped(value, context);
            return;
        }

        switch (value)
        {
            case VariableSyntax:
                break;
            case NullValueSyntax when type.IsNonNull:
                context.Report(Descriptor, $"Expected value of type \"{type}\", found null.", value);
                break;
            case NullValueSyntax:
                break;
            case ListValueSyntax when type.Nullable is ListTypeReference:
                break;
            case ListValueSyntax:
                _skipped = value;
                CheckLeaf(value, type.Nullable, context);
                break;
            case ObjectValueSyntax literal when context.FindNamedType(type) is InputObjectType inputType:
                InputObjectFields.Check(literal, inputType, context);
                break;
            case ObjectValueSyntax:
                _skipped = value;
                CheckLeaf(value, type, context);
                break;
            default:
                CheckLeaf(value, type, context);
                break;
        }
    }

    public void LeaveValue(ValueSyntax value)
    {
        if (ReferenceEquals(_skipped, value))
            _skipped = null;
    }

    public void EnterObjectField(ObjectFieldSyntax field, ValidationContext context)
    {
        if (_skipped is not null || context.InputField is not null)
            return;
        if (context.FindNamedType(context.ParentInputType) is not InputObjectType type)
            return;
        var suggestion = context.Suggestions.For(field.Name.Value, type.Fields.Select(known => known.Name));
        context.Report(Descriptor, $"Field \"{field.Name.Value}\" is not defined by type \"{type.Name}\".{suggestion}", field);
    }

    private void SkipUntyped(ValueSyntax value, ValidationContext context)
    {
        if (_skipped is null && context.InputType is null && value is ListValueSyntax or ObjectValueSyntax)
            _skipped = value;
    }

    private static void CheckLeaf(ValueSyntax value, TypeReference type, ValidationContext context)
    {
        var message = context.FindNamedType(type) switch
        {
            EnumType enumType => LeafLiterals.CheckEnum(value, enumType, context.Suggestions),
            ScalarType scalar => LeafLiterals.CheckScalar(value, scalar.Name),
            _ => $"Expected value of type \"{type}\", found {ValueText.Of(value)}.",
        };
        if (message is not null)
            context.Report(Descriptor, message, value);
    }
}
