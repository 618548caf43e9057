using Lathe.Language.TypeSystem;

namespace Lathe.Language.Changes.Impact;

/// <summary>Finds the uses that a change touches, by the kind of part that changed.</summary>
internal sealed class UseFinder(UseIndex index, Schema newSchema)
{
    private static readonly HashSet<string> s_touchesNothing = new(
        [
            "TYPE_ADDED", "FIELD_ADDED", "DIRECTIVE_ADDED", "DIRECTIVE_LOCATION_ADDED", "DIRECTIVE_REPEATABLE_ADDED",
            "OPTIONAL_DIRECTIVE_ARG_ADDED", "ROOT_TYPE_ADDED", "DESCRIPTION_CHANGED", "SCHEMA_DESCRIPTION_CHANGED", "DIRECTIVE_USAGE_REMOVED",
            "ARG_DEFAULT_VALUE_ADDED", "INPUT_FIELD_DEFAULT_VALUE_ADDED", "ARG_CHANGED_KIND_SAFE", "ONE_OF_REMOVED", "SPECIFIED_BY_ADDED",
        ],
        StringComparer.Ordinal);

    public IEnumerable<Use> Find(SchemaChange change)
    {
        if (s_touchesNothing.Contains(change.Code) || IsStandardScalar(change)
            || (change.Code == "DIRECTIVE_USAGE_ADDED" && change.Criticality == ChangeCriticality.Safe))
            return [];
        return change.Coordinate.Kind switch
        {
            SchemaCoordinateKind.Schema => RootUses.Find(index, newSchema, change),
            SchemaCoordinateKind.Type => TypeUses.Find(index, newSchema, change),
            SchemaCoordinateKind.Field => FindField(change),
            SchemaCoordinateKind.Argument => ArgumentUses.Find(index, newSchema, change),
            SchemaCoordinateKind.InputField => InputFieldUses.Find(index, newSchema, change),
            SchemaCoordinateKind.EnumValue => EnumValueUses.Find(index, change),
            SchemaCoordinateKind.Directive => DirectiveUses.Find(index, change),
            _ => DirectiveUses.FindArgument(index, newSchema, change),
        };
    }

    private IEnumerable<Use> FindField(SchemaChange change)
    {
        var (type, field) = (change.Coordinate.Name, change.Coordinate.Member!);
        IEnumerable<FieldUse> uses = index.Fields[$"{type}.{field}"];
        if (change.Code == "FIELD_CHANGED_KIND" && (index.Schema.FindType(type) as FieldsType)?.FindField(field) is { } old
            && (newSchema.FindType(type) as FieldsType)?.FindField(field) is { } @new)
        {
            var fit = new SelectionFit(index.Schema, newSchema, index.Documents);
            uses = uses.Where(use => !fit.IsAnsweredAlike(use.Field, old.Type, @new.Type));
        }

        return uses.Select(use => use.ToUse());
    }

    // It is there whether the schema uses it or not.
    private bool IsStandardScalar(SchemaChange change) =>
        change.Coordinate.Kind == SchemaCoordinateKind.Type && index.Schema.IsBuiltInType(change.Coordinate.Name);
}
