using Lathe.Language.Errors;
using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem;

namespace Lathe.Language.Fixes;

/// <summary>A field in a document with what the schema says of it.</summary>
/// <param name="Owner">The operation or fragment that it stands in.</param>
/// <param name="Field">The field.</param>
/// <param name="Parent">The type that it is selected from.</param>
/// <param name="Definition">Its definition.</param>
internal sealed record FieldPlace(DefinitionSyntax Owner, FieldSyntax Field, NamedType Parent, FieldDefinition Definition)
{
    /// <summary>Finds the field whose head is at a place.</summary>
    /// <returns>The field, or null where there is none that the schema has.</returns>
    public static FieldPlace? Find(SourceLocation place, FixContext context) => context.DefinitionAt(place) switch
    {
        OperationDefinitionSyntax operation =>
            Find(operation, operation.SelectionSet, context.Schema.FindRootType(operation.OperationType), place, context),
        FragmentDefinitionSyntax fragment =>
            Find(fragment, fragment.SelectionSet, context.Schema.FindType(fragment.TypeCondition.Name.Value), place, context),
        _ => null,
    };

    private static FieldPlace? Find(
        DefinitionSyntax owner, SelectionSetSyntax selections, NamedType? parent, SourceLocation place, FixContext context)
    {
        var start = place.Span.Start;
        while (parent is not null
            && selections.Selections.FirstOrDefault(one => one.Span.Start <= start && start < one.Span.End) is { } selection)
        {
            if (selection is InlineFragmentSyntax inline)
            {
                parent = inline.TypeCondition is { } condition ? context.Schema.FindType(condition.Name.Value) : parent;
                selections = inline.SelectionSet;
                continue;
            }

            if (selection is not FieldSyntax field || context.Schema.FindField(parent, field.Name.Value) is not { } definition)
                return null;
            if (start <= field.Name.Span.Start)
                return new FieldPlace(owner, field, parent, definition);
            if (field.SelectionSet is not { } inner)
                return null;
            (selections, parent) = (inner, context.Schema.FindType(definition.Type.NamedType));
        }

        return null;
    }
}
