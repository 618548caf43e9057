using Lathe.Language.Syntax;

namespace Lathe.Language.Paging;

/// <summary>Recognises pages that are counted: a limit, and an offset in a variable.</summary>
internal sealed class OffsetReader(OperationVariables variables, LevelReader levels)
{
    /// <summary>Reads a field with an offset in a variable; null where there is none.</summary>
    /// <inheritdoc cref="CursorReader.Read(MergedField, IReadOnlyList{PageStep})"/>
    public PageReading? Read(MergedField field, IReadOnlyList<PageStep> path)
    {
        var call = field.Selected[0];
        if (PagingArguments.Offset(call)?.Value is not VariableSyntax { Fragment: null } variable)
            return null;
        if (PagingArguments.Limit(call) is null)
            return PageReading.Not("has no argument that bounds a page, such as \"limit\"");
        if (!variables.IsSingle(variable))
            return PageReading.Not($"takes its offset from \"${variable.Name.Value}\", which is not a number");
        if (PageItems.Find(field, levels) is not { } items)
            return PageReading.Not("is no list, and selects none of which it is clear that its items are meant");
        return new PageField
        {
            Kind = PagerKind.Offset,
            Path = path,
            Syntax = call,
            Variable = variable.Name.Value,
            Items = [.. items.Select(static one => one.Step)],
            HasMore = HasMore(field),
        };
    }

    // Hot Chocolate's collection segments have it, as connections do.
    private IReadOnlyList<PageStep> HasMore(MergedField field)
    {
        if (field.Step.IsList || levels.FindBelow(field, static one => one.Definition.Name == "pageInfo") is not { } info)
            return [];
        return levels.FindBelow(info, static one => one.Definition.Name == "hasNextPage" && !one.Step.IsList) is { } more
            ? [info.Step, more.Step]
            : [];
    }
}
