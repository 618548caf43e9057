namespace Lathe.Language.Changes.Impact;

/// <summary>Uses of an enum's value: where it is written, where it may be sent, and where it may be received.</summary>
internal static class EnumValueUses
{
    public static IEnumerable<Use> Find(UseIndex index, SchemaChange change)
    {
        var type = change.Coordinate.Name;
        if (change.Code == "VALUE_ADDED_TO_ENUM")
            return index.Outputs[type].Select(use => use.ToUse());
        var written = index.EnumValues[$"{type}.{change.Coordinate.Member}"];
        return change.Code == "VALUE_REMOVED_FROM_ENUM"
            ? written.Concat(index.VariablesThatReach(type).Select(use => use.ToUse(change.Coordinate.Member)))
            : written;
    }
}
