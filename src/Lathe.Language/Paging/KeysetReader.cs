namespace Lathe.Language.Paging;

/// <summary>Recognises pages that begin behind the last item's value of a field, by which the list is ordered.</summary>
/// <param name="by">The name of the field.</param>
/// <param name="variables">The operation's variables.</param>
/// <param name="levels">Reads levels.</param>
internal sealed class KeysetReader(string by, OperationVariables variables, LevelReader levels)
{
    /// <summary>Reads a field.</summary>
    /// <inheritdoc cref="CursorReader.Read(MergedField, IReadOnlyList{PageStep})"/>
    public PageReading Read(MergedField field, IReadOnlyList<PageStep> path)
    {
        var call = field.Selected[0];
        if (KeyComparison.Find(call, by) is not { } comparison)
            return PageReading.Not($"compares \"{by}\" with no variable: where: {{ {by}: {{ _gt: $after }} }}", PageErrors.KeyNotCompared);
        if (comparison.IsAscending is not { } ascending)
            return PageReading.Not(
                $"compares \"{by}\" by \"{comparison.Operator}\", which does not go on behind the last item: use \"_gt\" or \"_lt\"",
                PageErrors.KeyNotCompared);
        if (KeyOrder.Fault(call, by, ascending) is { } fault)
            return PageReading.Not(fault, PageErrors.KeyNotOrdered);
        if (path.Take(path.Count - 1).Any(static step => step.IsList))
            return PageReading.Not("stands in a list, where each list has a last item of its own");
        if (PageItems.Find(field, levels) is not { } items)
            return PageReading.Not("is no list, and selects none of which it is clear that its items are meant");
        var holder = items is [.., var item] ? item : field;
        if (levels.FindBelow(holder, one => one.Definition.Name == by && one.Below.FirstOrDefault() is null) is not { } key)
            return PageReading.Not($"does not select \"{by}\" of its items", PageErrors.KeyNotSelected);
        if (!variables.Takes(comparison.Variable, key.Definition.Type))
            return PageReading.Not(
                $"gives \"{by}\" as {key.Definition.Type.NamedType}, which \"${comparison.Variable.Name.Value}\" does not take",
                PageErrors.KeyNotSelected);
        return new PageField
        {
            Kind = PagerKind.Keyset,
            Path = path,
            Syntax = call,
            Variable = comparison.Variable.Name.Value,
            Items = [.. items.Select(static one => one.Step)],
            Cursor = [key.Step],
        };
    }
}
