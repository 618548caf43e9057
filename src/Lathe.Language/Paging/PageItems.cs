using Lathe.Language.TypeSystem;

namespace Lathe.Language.Paging;

/// <summary>Finds the items of a field that pages: the list itself, or the one within a connection or the like.</summary>
internal static class PageItems
{
    /// <summary>Finds the way to the items.</summary>
    /// <param name="field">The field that pages.</param>
    /// <param name="levels">Reads the levels below it.</param>
    /// <returns>The fields from it to an item, the field itself apart; null where there is no list, or several.</returns>
    public static IReadOnlyList<MergedField>? Find(MergedField field, LevelReader levels)
    {
        if (field.Step.IsList)
            return IsFlat(field) ? [] : null;
        var below = levels.ReadBelow(field).FindAll(static one => one.IsCertain && one.Step is { TypeCondition: null, IsList: true } && IsFlat(one));
        if (below.Find(static one => one.Definition.Name == "nodes") is { } nodes)
            return [nodes];
        if (below.Find(static one => one.Definition.Name == "edges") is { } edges)
            return levels.FindBelow(edges, static one => one.Definition.Name == "node" && !one.Step.IsList) is { } node ? [edges, node] : [edges];
        return below is [var only] ? [only] : null;
    }

    // The items of a list of lists cannot be counted.
    private static bool IsFlat(MergedField field) =>
        field.Definition.Type.Nullable is ListTypeReference list && list.ItemType.Nullable is NamedTypeReference;
}
