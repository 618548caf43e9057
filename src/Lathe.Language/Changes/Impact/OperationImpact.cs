using Lathe.Language.Errors;
using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem;

namespace Lathe.Language.Changes.Impact;

/// <summary>Finds which places of a project's documents the changes of a schema touch.</summary>
internal static class OperationImpact
{
    /// <summary>Looks every change up in the documents.</summary>
    /// <param name="oldSchema">The schema that the documents were written against.</param>
    /// <param name="newSchema">The schema as it is now.</param>
    /// <param name="changes">What <see cref="Comparison.SchemaComparer"/> found.</param>
    /// <param name="documents">The documents of one project.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The changes in their order, each with the places that it touches.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static IReadOnlyList<ChangeImpact> Find(
        Schema oldSchema,
        Schema newSchema,
        IReadOnlyList<SchemaChange> changes,
        IReadOnlyList<DocumentSyntax> documents,
        CancellationToken cancellationToken = default)
    {
        var index = new UseIndex(oldSchema, documents, cancellationToken);
        var finder = new UseFinder(index, newSchema);
        return [.. changes.Select(change => new ChangeImpact(change, Expand(index, finder.Find(change))))];
    }

    /// <summary>A use in a fragment counts for each operation that reaches it.</summary>
    private static AffectedUse[] Expand(UseIndex index, IEnumerable<Use> uses)
    {
        var affected = new List<AffectedUse>();
        foreach (var use in uses)
        {
            var fragment = (use.Owner as FragmentDefinitionSyntax)?.Name.Value;
            var operations = index.Owners.Of(use.Owner);
            var location = NodeLocation.Of(use.Node);
            if (operations.Count == 0)
                affected.Add(Make(use, null, fragment, location));
            foreach (var operation in operations)
            {
                if (use.Counts is null || use.Counts(operation))
                    affected.Add(Make(use, operation.Name?.Value, fragment, location));
            }
        }

        return [.. affected.Distinct()];
    }

    private static AffectedUse Make(Use use, string? operation, string? fragment, SourceLocation location) =>
        new(operation, fragment, use.What, location) { IsCertain = use.IsCertain, Via = use.Via };
}
