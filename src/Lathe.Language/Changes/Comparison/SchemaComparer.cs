using Lathe.Language.TypeSystem;

namespace Lathe.Language.Changes.Comparison;

/// <summary>Compares two versions of a schema.</summary>
internal static class SchemaComparer
{
    /// <summary>Finds all changes; parses the definitions that are not the same text in both schemas.</summary>
    /// <param name="oldSchema">The schema that operations were written against.</param>
    /// <param name="newSchema">The schema as it is now.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The changes, the gravest first, then by coordinate.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static IReadOnlyList<SchemaChange> Compare(Schema oldSchema, Schema newSchema, CancellationToken cancellationToken = default)
    {
        var context = new ChangeContext(oldSchema, newSchema, SameDefinitions.Find(oldSchema, newSchema, cancellationToken));
        new SchemaWalk(context, cancellationToken).Walk();
        var changes = Renames.AddAdvice(context);
        return [.. changes
            .OrderByDescending(change => change.Criticality)
            .ThenBy(change => change.Coordinate.ToString(), StringComparer.Ordinal)
            .ThenBy(change => change.Code, StringComparer.Ordinal)
            .ThenBy(change => change.Subject, StringComparer.Ordinal)];
    }
}
