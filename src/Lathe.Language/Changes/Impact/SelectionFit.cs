using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem;
using Lathe.Language.Fragments;
using Lathe.Language.Validation.Types;

namespace Lathe.Language.Changes.Impact;

/// <summary>
/// Tells whether a field whose type changed still answers a selection as it did: another object with the same fields does.
/// Where that is not plain, it does not.
/// </summary>
internal sealed class SelectionFit(Schema oldSchema, Schema newSchema, DocumentIndex documents)
{
    private const int DeepestNesting = 200;

    /// <summary>Compares the answers to one selected field.</summary>
    public bool IsAnsweredAlike(FieldSyntax field, TypeReference old, TypeReference @new) => IsAlike(field, old, @new, 0);

    private bool IsAlike(FieldSyntax field, TypeReference old, TypeReference @new, int depth) => (old, @new) switch
    {
        (NonNullTypeReference before, NonNullTypeReference after) => IsAlike(field, before.NullableType, after.NullableType, depth),
        (NonNullTypeReference, _) => false,
        (_, NonNullTypeReference after) => IsAlike(field, old, after.NullableType, depth),
        (ListTypeReference before, ListTypeReference after) => IsAlike(field, before.ItemType, after.ItemType, depth),
        (NamedTypeReference before, NamedTypeReference after) =>
            before.Name == after.Name || IsAlike(field.SelectionSet, before.Name, after.Name, depth),
        _ => false,
    };

    private bool IsAlike(SelectionSetSyntax? selections, string old, string @new, int depth) =>
        selections is not null && depth < DeepestNesting
        && oldSchema.FindType(old) is { IsComposite: true } before && newSchema.FindType(@new) is { IsComposite: true } after
        && selections.Selections.All(selection => IsAlike(selection, before, after, depth + 1));

    private bool IsAlike(SelectionSyntax selection, NamedType old, NamedType @new, int depth) => selection switch
    {
        FieldSyntax field => oldSchema.FindField(old, field.Name.Value) is { } before && newSchema.FindField(@new, field.Name.Value) is { } after
            && TakesArguments(field, before, after) && IsAlike(field, before.Type, after.Type, depth),
        InlineFragmentSyntax fragment =>
            Applies(fragment.TypeCondition?.Name.Value, old, @new) && IsAlike(fragment.SelectionSet, old.Name, @new.Name, depth),
        FragmentSpreadSyntax spread => documents.FindFragment(spread.Name.Value) is { } fragment
            && Applies(fragment.TypeCondition.Name.Value, old, @new) && IsAlike(fragment.SelectionSet, old.Name, @new.Name, depth),
        _ => false,
    };

    /// <summary>A fragment that holds for all answers before and after.</summary>
    private bool Applies(string? condition, NamedType old, NamedType @new) =>
        condition is null || (Holds(oldSchema, condition, old) && Holds(newSchema, condition, @new));

    private static bool Holds(Schema schema, string condition, NamedType type) => condition == type.Name || schema.IsSubtype(condition, type.Name);

    private static bool TakesArguments(FieldSyntax field, FieldDefinition old, FieldDefinition @new) =>
        field.Arguments.All(
            argument => InputTypes.Find(old.Arguments, argument.Name.Value)?.Type == InputTypes.Find(@new.Arguments, argument.Name.Value)?.Type)
        && @new.Arguments.All(definition => !definition.IsRequired || field.Arguments.Any(argument => argument.Name.Value == definition.Name));
}
