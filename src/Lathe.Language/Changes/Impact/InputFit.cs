using Lathe.Language.TypeSystem;

namespace Lathe.Language.Changes.Impact;

/// <summary>Tells whether a new input type takes every value of an old one, whatever their names. Made for one question.</summary>
internal sealed class InputFit(Schema oldSchema, Schema newSchema)
{
    // Input objects refer to each other. A question that is already being asked counts as answered with yes.
    private readonly HashSet<(string Old, string New)> _asked = [];

    public bool TakesAll(TypeReference old, TypeReference @new) => (old, @new) switch
    {
        (NonNullTypeReference from, NonNullTypeReference to) => TakesAll(from.NullableType, to.NullableType),
        (NonNullTypeReference from, _) => TakesAll(from.NullableType, @new),
        (_, NonNullTypeReference) => false,
        (ListTypeReference from, ListTypeReference to) => TakesAll(from.ItemType, to.ItemType),
        (NamedTypeReference from, NamedTypeReference to) => TakesAll(from.Name, to.Name),
        _ => false,
    };

    // A change inside a type of the same name is reported separately.
    private bool TakesAll(string old, string @new)
    {
        if (old == @new || !_asked.Add((old, @new)))
            return true;
        return (oldSchema.FindType(old), newSchema.FindType(@new)) switch
        {
            (InputObjectType from, InputObjectType to) => TakesAll(from, to),
            (EnumType from, EnumType to) => from.Values.All(value => to.Values.Any(other => other.Name == value.Name)),
            (ScalarType, ScalarType) => (old, @new) is ("Int", "Float") or ("Int" or "String", "ID"),
            _ => false,
        };
    }

    private bool TakesAll(InputObjectType old, InputObjectType @new) =>
        (old.IsOneOf || !@new.IsOneOf)
        && old.Fields.All(field => @new.FindField(field.Name) is { } other && TakesAll(field.Type, other.Type))
        && @new.Fields.All(field => !field.IsRequired || old.FindField(field.Name) is { IsRequired: true });
}
