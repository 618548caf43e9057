using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem;
using Lathe.Language.Validation.Types;

namespace Lathe.Language.Changes.Impact;

/// <summary>Tells whether a value that fitted the old type of an argument or input field fits its new one.</summary>
internal sealed class ValueFit(Schema oldSchema, Schema newSchema, InputValueDefinition old, InputValueDefinition @new)
{
    /// <summary>Returns the operations in which the value no longer fits; null for none.</summary>
    public Func<OperationDefinitionSyntax, bool>? Misfit(ValueSyntax value)
    {
        if (value is VariableSyntax variable)
            return operation => !VariableFits(operation, variable);
        return LiteralFits(value, old.Type, @new.Type) ? null : _ => true;
    }

    private bool VariableFits(OperationDefinitionSyntax operation, VariableSyntax variable)
    {
        var definition = variable.Definition ?? operation.VariableDefinitions.FirstOrDefault(item => item.Variable.Name.Value == variable.Name.Value);
        if (definition is null)
            return true;
        var type = InputTypes.Reference(definition.Type);
        var hasDefault = definition.DefaultValue is not null and not NullValueSyntax || @new.DefaultValue is not null;
        return Accepts(@new.Type.IsNonNull && !type.IsNonNull && hasDefault ? @new.Type.Nullable : @new.Type, type);
    }

    private static bool Accepts(TypeReference place, TypeReference given) => (place, given) switch
    {
        (NonNullTypeReference to, NonNullTypeReference from) => Accepts(to.NullableType, from.NullableType),
        (NonNullTypeReference, _) => false,
        (_, NonNullTypeReference from) => Accepts(place, from.NullableType),
        (ListTypeReference to, ListTypeReference from) => Accepts(to.ItemType, from.ItemType),
        _ => place == given,
    };

    private bool LiteralFits(ValueSyntax value, TypeReference oldType, TypeReference newType)
    {
        if (value is NullValueSyntax)
            return !newType.IsNonNull;
        if (newType.Nullable is ListTypeReference list)
        {
            var oldItem = oldType.Nullable is ListTypeReference old ? old.ItemType : oldType;
            return value is ListValueSyntax values
                ? values.Values.All(item => LiteralFits(item, oldItem, list.ItemType))
                : LiteralFits(value, oldItem, list.ItemType);
        }

        // A literal of another type may fit by chance; that it does not is the safe guess.
        return new InputFit(oldSchema, newSchema).TakesAll(oldType.Nullable, newType.Nullable) || (value is IntValueSyntax && IsNumeric(newType));
    }

    private static bool IsNumeric(TypeReference type) => type.NamedType is "Int" or "Float" or "ID" && type.Nullable is NamedTypeReference;
}
