using Lathe.Language.Errors;
using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem;

namespace Lathe.Language.Paging;

/// <summary>Finds the field that an operation reads page by page.</summary>
internal static class PagerFinder
{
    /// <summary>Looks at an operation without errors.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="findFragment">Finds a fragment by name.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The field; or what is wrong with <c>@page</c>, or what it should decide.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static PageSearch Find(
        Schema schema,
        OperationDefinitionSyntax operation,
        Func<string, FragmentDefinitionSyntax?> findFragment,
        CancellationToken cancellationToken = default)
    {
        var directive = PageDirective.Of(schema, operation);
        if (operation.OperationType != OperationType.Query || schema.FindRootType(OperationType.Query) is not { } root)
            return PageSearch.None;
        if (operation.VariableDefinitions.Count == 0 && directive is null)
            return PageSearch.None;
        var toPages = new FieldsToPages(operation, findFragment, directive is not null, cancellationToken);
        if (directive is null && !toPages.Lead(operation.SelectionSet))
            return PageSearch.None;
        var levels = new LevelReader(schema, findFragment, cancellationToken);
        var readers = new PageReaders(new OperationVariables(operation), levels, directive?.By);
        if (directive is not null)
            return new PageChoice(operation, directive, levels, readers, toPages).Find(root);
        var candidates = new PageWalk(levels, toPages, readers).Find(root, operation.SelectionSet);
        return levels.IsComplete ? Choose(operation, candidates) : PageSearch.None;
    }

    private static PageSearch Choose(OperationDefinitionSyntax operation, List<PageField> candidates)
    {
        if (candidates.Count == 0)
            return PageSearch.None;
        var alone = candidates.FindAll(static one => !one.IsInList);
        return alone is [var only] ? new PageSearch(only, []) : PageSearch.Of(Ambiguous(operation, alone.Count == 0 ? candidates : alone));
    }

    private static LanguageError Ambiguous(OperationDefinitionSyntax operation, List<PageField> candidates)
    {
        var name = operation.Name is { } known ? $"'{known.Value}'" : "This operation";
        var first = candidates[0];
        var why = candidates.Count == 1
            ? $"'{first.Name}' is inside a list, so there may be several of it"
            : $"{string.Join(" and ", candidates.Take(3).Select(static one => $"'{one.Name}'"))}{(candidates.Count > 3 ? " and more" : "")} could be";
        var message = $"{name} is not read page by page: {why}. Decide it on the operation: @page(field: \"{first.Name}\").";
        return new LanguageError(PageErrors.Ambiguous, message, [PageDirective.Place(operation)]);
    }
}
