using Lathe.Language.Errors;
using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem;

namespace Lathe.Language.Paging;

/// <summary>Finds the field that <c>@page</c> decides for, or says why there is none.</summary>
internal sealed class PageChoice(
    OperationDefinitionSyntax operation, PageDirective directive, LevelReader levels, PageReaders readers, FieldsToPages toPages)
{
    public PageSearch Find(NamedType root) => directive.Field is { } way ? Follow(root, way) : Search(root);

    private PageSearch Follow(NamedType root, string way)
    {
        var path = new List<PageStep>();
        MergedField? field = null;
        foreach (var key in way.Split('.'))
        {
            var level = field is null ? levels.Read(root, [operation.SelectionSet]) : levels.ReadBelow(field);
            var found = level.FindAll(one => one.Step.Key == key);
            if (found is not [var one])
                return Fail(PageErrors.FieldNotFound, found.Count == 0 ? Missing(key, level) : Several(key, found));
            path.Add((field = one).Step);
        }

        return readers.Read(field!, path) is { } reading ? End(reading, way) : Fail(PageErrors.NotPaged, $"'{way}' {NoPages}.");
    }

    private PageSearch Search(NamedType root)
    {
        var found = new PageWalk(levels, toPages, readers).Find(root, operation.SelectionSet);
        if (!levels.IsComplete)
            return Fail(PageErrors.FieldNotFound, "The operation has too many fields to find the one that pages. Name it: @page(field: \"...\").");
        var alone = found.FindAll(static one => !one.IsInList);
        if (alone is [var only])
            return new PageSearch(only, []);
        if (found.Count > 0)
            return Fail(PageErrors.FieldNotFound, $"Several fields could be meant. Name one: @page(field: \"{found[0].Name}\").");
        // With a single candidate field the advice can say what to change.
        var level = levels.Read(root, [operation.SelectionSet]).FindAll(static one => one.Selected[0].SelectionSet is not null);
        return level is [var single] && readers.Read(single, [single.Step]) is { } reading
            ? End(reading, single.Step.Key)
            : Fail(PageErrors.FieldNotFound, directive.By is { } by
                ? $"No field compares \"{by}\" with a variable and is ordered by it: where: {{ {by}: {{ _gt: $after }} }}, order_by: {{ {by}: asc }}."
                : $"No field pages: each {NoPages}.");
    }

    private const string NoPages =
        "takes neither a cursor (\"after\" with \"pageInfo { hasNextPage endCursor }\") nor an offset (\"limit\" and \"offset\") from a variable";

    private PageSearch End(PageReading reading, string way) =>
        reading.Field is { } field ? new PageSearch(field, []) : Fail(reading.Rule!, $"'{way}' {reading.Reason}.");

    private PageSearch Fail(ErrorDescriptor rule, string message) => PageSearch.Of(directive.Error(rule, message));

    private static string Missing(string key, List<MergedField> level)
    {
        var suggestion = new Suggestions().For(key, level.Select(static one => one.Step.Key).Distinct(StringComparer.Ordinal));
        return $"@page names '{key}', which is not selected there. Name the fields by their response keys, with dots between them.{suggestion}";
    }

    private static string Several(string key, List<MergedField> found) =>
        $"@page names '{key}', which {found.Count} types have there. Give one of them an alias.";
}
