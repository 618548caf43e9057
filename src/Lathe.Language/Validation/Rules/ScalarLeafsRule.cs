using Lathe.Language.Errors;
using Lathe.Language.Syntax;
using Lathe.Language.Validation.Walking;

namespace Lathe.Language.Validation.Rules;

/// <summary>Leaf fields have no selections, others have some.</summary>
/// <remarks><see href="https://spec.graphql.org/September2025/#sec-Leaf-Field-Selections">Specification</see>.</remarks>
internal sealed class ScalarLeafsRule : IFieldRule
{
    public static readonly ErrorDescriptor Descriptor =
        new("GQL1010", "ScalarLeafs", "Selection missing or not allowed", ErrorSeverity.Error);

    public void EnterField(FieldSyntax field, ValidationContext context)
    {
        if (context.Field is not { } definition || context.FieldType is not { } type)
            return;
        var name = field.Name.Value;
        if (type.IsLeaf)
        {
            if (field.SelectionSet is { } selectionSet)
                context.Report(
                    Descriptor, $"Field \"{name}\" must not have a selection since type \"{definition.Type}\" has no subfields.", selectionSet);
        }
        else if (field.SelectionSet is null)
        {
            context.Report(
                Descriptor,
                $"Field \"{name}\" of type \"{definition.Type}\" must have a selection of subfields. Did you mean \"{name} {{ ... }}\"?",
                field);
        }
    }
}
