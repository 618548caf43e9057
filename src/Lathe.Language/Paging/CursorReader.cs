using Lathe.Language.Syntax;

namespace Lathe.Language.Paging;

/// <summary>Recognises connections: <c>after</c> or <c>before</c> with <c>pageInfo</c>.</summary>
/// <remarks><see href="https://relay.dev/graphql/connections.htm">GraphQL Cursor Connections Specification</see>.</remarks>
internal sealed class CursorReader(OperationVariables variables, LevelReader levels)
{
    /// <summary>Reads a field with a cursor in a variable.</summary>
    /// <param name="field">The field.</param>
    /// <param name="path">The way to it, itself included.</param>
    /// <returns>How it pages, or why it does not; null where no cursor is in a variable.</returns>
    public PageReading? Read(MergedField field, IReadOnlyList<PageStep> path)
    {
        var call = field.Selected[0];
        var forward = Read(field, path, PagerKind.Forward, PagingArguments.FindVariable(call, "after"));
        var backward = Read(field, path, PagerKind.Backward, PagingArguments.FindVariable(call, "before"));
        var asksForLast = PagingArguments.Find(call, "last") is not null && PagingArguments.Find(call, "first") is null;
        var (chosen, other) = asksForLast ? (backward, forward) : (forward, backward);
        return chosen is { Field: not null } ? chosen : other is { Field: not null } ? other : chosen ?? other;
    }

    private PageReading? Read(MergedField field, IReadOnlyList<PageStep> path, PagerKind kind, VariableSyntax? variable)
    {
        if (variable is null)
            return null;
        var (more, cursor) = kind == PagerKind.Forward ? ("hasNextPage", "endCursor") : ("hasPreviousPage", "startCursor");
        var info = levels.FindBelow(field, static one => one.Definition.Name == "pageInfo");
        var hasMore = info is null ? null : levels.FindBelow(info, one => one.Definition.Name == more && !one.Step.IsList);
        var end = info is null ? null : levels.FindBelow(info, one => one.Definition.Name == cursor && !one.Step.IsList);
        if (info is null || hasMore is null || end is null)
            return PageReading.Not($"does not select \"pageInfo {{ {more} {cursor} }}\"");
        if (!variables.Takes(variable, end.Definition.Type))
            return PageReading.Not($"gives its cursor as {end.Definition.Type.NamedType}, which \"${variable.Name.Value}\" does not take");
        if (PageItems.Find(field, levels) is not { } items)
            return PageReading.Not("selects no list of which it is clear that its items are meant: \"nodes\" or \"edges\"");
        return new PageField
        {
            Kind = kind,
            Path = path,
            Syntax = field.Selected[0],
            Variable = variable.Name.Value,
            Items = [.. items.Select(static one => one.Step)],
            HasMore = [info.Step, hasMore.Step],
            Cursor = [info.Step, end.Step],
        };
    }
}
