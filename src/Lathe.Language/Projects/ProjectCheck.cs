using Lathe.Language.Errors;
using Lathe.Language.Rules;
using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem;
using Lathe.Language.Validation;

namespace Lathe.Language.Projects;

/// <summary>
/// Says which rules apply to which part of a project, for the build and the tool alike: of definitions with one name the first is compiled. What is
/// wrong with the others shows once they are told apart.
/// </summary>
internal static class ProjectCheck
{
    /// <summary>Gets the scopes of the rules for a definition that others spread.</summary>
    public static IReadOnlyCollection<RuleScope> OfDefinition { get; } = [RuleScope.Unit];

    /// <summary>Gets the scopes of the rules for an operation, and for a fragment that nothing spreads.</summary>
    public static IReadOnlyCollection<RuleScope> OfRoot { get; } = [RuleScope.Unit, RuleScope.Reach];

    /// <summary>Gets the scopes of the rules for all fragments that are compiled.</summary>
    public static IReadOnlyCollection<RuleScope> OfFragments { get; } = [RuleScope.Fragments];

    /// <summary>Gets the scopes of the rules for all documents with all their definitions.</summary>
    public static IReadOnlyCollection<RuleScope> OfDocuments { get; } = [RuleScope.Project];

    /// <summary>Checks all documents of a project at once. The build checks them in parts, so that an edit checks what it touches.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="documents">The documents.</param>
    /// <param name="options">Which rules apply, scopes aside.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The errors in the order of the documents and of their texts.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static IReadOnlyList<LanguageError> Validate(
        Schema schema, IReadOnlyList<DocumentSyntax> documents, ValidationOptions options, CancellationToken cancellationToken)
    {
        RuleScope[] ofCompiled = [.. OfRoot, .. OfFragments];
        var compiled = Compiled(documents);
        if (compiled.SequenceEqual(documents))
            return DocumentValidator.Validate(schema, documents, options with { Scopes = [.. OfDocuments, .. ofCompiled] }, cancellationToken);
        var errors = DocumentValidator.Validate(schema, documents, options with { Scopes = OfDocuments }, cancellationToken)
            .Concat(DocumentValidator.Validate(schema, compiled, options with { Scopes = ofCompiled }, cancellationToken));
        var order = documents.Select((document, index) => (document.Source, index)).ToDictionary(one => one.Source, one => one.index);
        return [.. errors.OrderBy(error => order[error.Locations[0].Source]).ThenBy(error => error.Locations[0].Span.Start)];
    }

    /// <summary>Leaves out what is not compiled; a document that loses nothing stays the same object.</summary>
    public static IReadOnlyList<DocumentSyntax> Compiled(IReadOnlyList<DocumentSyntax> documents)
    {
        var operations = new HashSet<string>(StringComparer.Ordinal);
        var fragments = new HashSet<string>(StringComparer.Ordinal);
        return [.. documents.Select(document => document.WithOnly([.. document.Definitions.Where(IsCompiled)]))];

        bool IsCompiled(DefinitionSyntax definition) => definition switch
        {
            OperationDefinitionSyntax operation => operation.Name is not { } name || operations.Add(name.Value),
            FragmentDefinitionSyntax fragment => fragments.Add(fragment.Name.Value),
            _ => true,
        };
    }
}
