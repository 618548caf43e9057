using Lathe.Language.Errors;
using Lathe.Language.Paging;
using Lathe.Language.Syntax;
using Lathe.Language.Validation.Walking;

namespace Lathe.Language.Validation.Rules;

/// <summary>A list that is read from an offset on has an order: without one, items may come twice or not at all.</summary>
internal sealed class OffsetWithoutOrderRule : IFieldRule
{
    public static readonly ErrorDescriptor Descriptor =
        new("GQL2021", "OffsetWithoutOrder", "An offset without an order", ErrorSeverity.Warning);

    public void EnterField(FieldSyntax field, ValidationContext context)
    {
        if (field.Arguments.Count == 0 || PagingArguments.Offset(field) is not { } offset || offset.Value is IntValueSyntax { Value: "0" })
            return;
        if (context.Field is not { } definition || PagingArguments.Order(field) is not null)
            return;
        if (PagingArguments.OrderOf(definition.Arguments.Select(static argument => argument.Name)) is { } order)
            context.Report(
                Descriptor,
                $"'{field.Name.Value}' is read from an offset on, but has no order: items may come twice or not at all. Add the argument '{order}'.",
                offset);
    }
}
