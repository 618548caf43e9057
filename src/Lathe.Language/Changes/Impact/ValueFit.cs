using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem;
using Lathe.Language.Validation.Types;

namespace Lathe.Language.Changes.Impact;

/// <summary>Tells whether a value that fitted the old type of an argument or input field fits its new one.</summary>
internal sealed class ValueFit(Schema oldSchema, Schema newSchema, InputValueDefinition old, InputValueDefinition @new)
{
    private readonly List<Place> _places = [];

    /// <summary>Returns the operations in which the value no longer fits; null for none. Asked once.</summary>
    public Func<OperationDefinitionSyntax, bool>? Misfit(ValueSyntax value)
    {
        if (!Fits(value, old.Type, @new.Type, @new.DefaultValue is not null))
            return _ => true;
        return _places.Count == 0 ? null : operation => _places.Exists(place => !VariableFits(operation, place));
    }

    private static bool VariableFits(OperationDefinitionSyntax operation, Place place)
    {
        var variable = place.Variable;
        var definition = variable.Definition ?? operation.VariableDefinitions.FirstOrDefault(item => item.Variable.Name.Value == variable.Name.Value);
        if (definition is null)
            return true;
        var type = InputTypes.Reference(definition.Type);
        var hasDefault = definition.DefaultValue is not null and not NullValueSyntax || place.HasDefault;
        return Accepts(place.Type.IsNonNull && !type.IsNonNull && hasDefault ? place.Type.Nullable : place.Type, type);
    }

    private static bool Accepts(TypeReference place, TypeReference given) => (place, given) switch
    {
        (NonNullTypeReference to, NonNullTypeReference from) => Accepts(to.NullableType, from.NullableType),
        (NonNullTypeReference, _) => false,
        (_, NonNullTypeReference from) => Accepts(place, from.NullableType),
        (ListTypeReference to, ListTypeReference from) => Accepts(to.ItemType, from.ItemType),
        _ => place == given,
    };

    private bool Fits(ValueSyntax value, TypeReference oldType, TypeReference newType, bool hasDefault = false)
    {
        if (value is VariableSyntax variable)
        {
            _places.Add(new Place(variable, newType, hasDefault));
            return true;
        }

        if (value is NullValueSyntax)
            return !newType.IsNonNull;
        if (newType.Nullable is ListTypeReference list)
        {
            var oldItem = oldType.Nullable is ListTypeReference old ? old.ItemType : oldType;
            return value is ListValueSyntax values
                ? values.Values.All(item => Fits(item, oldItem, list.ItemType))
                : Fits(value, oldItem, list.ItemType);
        }

        // A literal of another type may fit by chance. The safe assumption is that it does not.
        return (value is IntValueSyntax && IsNumeric(newType))
            || (new InputFit(oldSchema, newSchema).TakesAll(oldType.Nullable, newType.Nullable)
                && FieldsFit(value, oldType.NamedType, newType.NamedType));
    }

    // The type takes all values of the other. A variable inside one must have exactly the type of its place.
    private bool FieldsFit(ValueSyntax value, string oldName, string newName) =>
        value is not ObjectValueSyntax given || oldName == newName
        || oldSchema.FindType(oldName) is not InputObjectType from || newSchema.FindType(newName) is not InputObjectType to
        || given.Fields.All(field => from.FindField(field.Name.Value) is not { } before || to.FindField(field.Name.Value) is not { } after
            || Fits(field.Value, before.Type, after.Type, after.DefaultValue is not null));

    private static bool IsNumeric(TypeReference type) => type.NamedType is "Int" or "Float" or "ID";

    /// <summary>A variable within the value.</summary>
    private sealed record Place(VariableSyntax Variable, TypeReference Type, bool HasDefault);
}
