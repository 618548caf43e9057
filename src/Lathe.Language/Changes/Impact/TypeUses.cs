using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem;

namespace Lathe.Language.Changes.Impact;

/// <summary>Uses of a type as a whole.</summary>
internal static class TypeUses
{
    public static IEnumerable<Use> Find(UseIndex index, Schema newSchema, SchemaChange change)
    {
        var type = change.Coordinate.Name;
        return change.Code switch
        {
            "TYPE_ADDED_TO_UNION" or "IMPLEMENTED_INTERFACE_ADDED" => Selecting(index, change.Code == "TYPE_ADDED_TO_UNION" ? type : change.Subject!),
            "TYPE_REMOVED_FROM_UNION" => Between(index, type, change.Subject!),
            "IMPLEMENTED_INTERFACE_REMOVED" => Between(index, change.Subject!, type),
            "ONE_OF_ADDED" => index.Objects[type].Where(use => !IsOneOf(use.Value)).Select(use => new Use(use.Owner, use.Value, "literal"))
                .Concat(index.VariablesThatReach(type).Select(use => use.ToUse(member: null))),
            "TYPE_CHANGED_KIND" when StillHasFields(index.Schema.FindType(type), newSchema.FindType(type)) => Narrowing(index, type),
            "TYPE_CHANGED_KIND" => Mentions(index, type).Concat(Written(index, type)).Concat(WithinVariables(index, type)),
            _ => Mentions(index, type),
        };
    }

    // An object that becomes an interface answers the same selections, and the other way round. Lost fields are separate changes.
    private static bool StillHasFields(NamedType? old, NamedType? @new) =>
        old is FieldsType before && @new is FieldsType after && before.Fields.All(field => after.FindField(field.Name)?.Type == field.Type);

    /// <summary>Type conditions that tell the type from others.</summary>
    private static IEnumerable<Use> Narrowing(UseIndex index, string type) =>
        index.Conditions[type].Where(use => use.ParentType is not null && use.ParentType != type).Select(use => use.ToUse());

    private static IEnumerable<Use> Selecting(UseIndex index, string type) => index.Outputs[type].Select(use => use.ToUse());

    /// <summary>Type conditions that need the one type to be among the possible ones of the other.</summary>
    private static IEnumerable<Use> Between(UseIndex index, string abstractType, string member) =>
        index.Conditions[member].Where(use => use.ParentType == abstractType)
            .Concat(index.Conditions[abstractType].Where(use => use.ParentType == member))
            .Select(use => use.ToUse());

    private static IEnumerable<Use> Mentions(UseIndex index, string type) =>
        index.Conditions[type].Select(use => use.ToUse())
            .Concat(Selecting(index, type))
            .Concat(index.Variables.Where(use => use.Type == type).Select(use => use.ToUse()));

    /// <summary>Values of an enum or input object that are written out.</summary>
    private static IEnumerable<Use> Written(UseIndex index, string type) => index.Schema.FindType(type) is EnumType old
        ? old.Values.SelectMany(value => index.EnumValues[$"{type}.{value.Name}"])
        : index.Objects[type].Select(use => new Use(use.Owner, use.Value, "literal"));

    /// <summary>Variables of other types that may hold values of this one.</summary>
    private static IEnumerable<Use> WithinVariables(UseIndex index, string type) =>
        index.VariablesThatReach(type).Where(use => use.Path.Count > 0).Select(use => use.ToUse(member: null, isCertain: true));

    private static bool IsOneOf(ObjectValueSyntax value) =>
        value.Fields.Count == 1 && value.Fields[0].Value is not NullValueSyntax and not VariableSyntax;
}
