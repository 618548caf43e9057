using Lathe.Language.Errors;
using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem;
using Lathe.Language.Validation;
using Lathe.Language.Fragments;

namespace Lathe.Language.Changes.Impact;

/// <summary>An operation that a new schema refuses.</summary>
/// <param name="Operation">The operation, or null for an anonymous one and for a fragment that no operation uses.</param>
/// <param name="Fragment">The fragment that holds the fault, or null when the operation itself does.</param>
/// <param name="Error">What validation says.</param>
internal sealed record RefusedOperation(string? Operation, string? Fragment, LanguageError Error);

/// <summary>Finds the operations that were valid and no longer are: the certain part of what changes break.</summary>
internal static class RefusedOperations
{
    /// <summary>Validates documents against both schemas.</summary>
    /// <param name="oldSchema">The schema that the documents were written against.</param>
    /// <param name="newSchema">The schema as it is now.</param>
    /// <param name="documents">The documents of one project.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The errors that only the new schema gives, once for each operation that they hit.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static IReadOnlyList<RefusedOperation> Find(
        Schema oldSchema, Schema newSchema, IReadOnlyList<DocumentSyntax> documents, CancellationToken cancellationToken = default)
    {
        var errors = DocumentValidator.Validate(newSchema, documents, cancellationToken);
        if (errors.Count == 0)
            return [];
        var known = new HashSet<string>(DocumentValidator.Validate(oldSchema, documents, cancellationToken).Select(Key), StringComparer.Ordinal);
        var index = new DocumentIndex(documents, cancellationToken);
        var owners = new FragmentOwners(index);
        var definitions = index.Operations.Concat<DefinitionSyntax>(index.Fragments).ToArray();
        var result = new List<RefusedOperation>();
        foreach (var error in errors.Where(error => !known.Contains(Key(error))))
        {
            if (Array.Find(definitions, definition => Holds(definition, error.Locations[0])) is not { } owner)
                continue;
            var fragment = (owner as FragmentDefinitionSyntax)?.Name.Value;
            var operations = owners.Of(owner);
            if (operations.Count == 0)
                result.Add(new RefusedOperation(null, fragment, error));
            result.AddRange(operations.Select(operation => new RefusedOperation(operation.Name?.Value, fragment, error)));
        }

        return result;
    }

    private static bool Holds(DefinitionSyntax definition, SourceLocation location) =>
        ReferenceEquals(definition.Source, location.Source) && definition.Span.Start <= location.Span.Start
            && location.Span.Start < definition.Span.End;

    private static string Key(LanguageError error) => $"{error.Locations[0].Source.Path}:{error.Locations[0].Span.Start}:{error.Message}";
}
