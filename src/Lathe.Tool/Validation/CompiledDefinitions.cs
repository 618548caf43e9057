using Lathe.Language.Errors;
using Lathe.Language.Rules;
using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem;
using Lathe.Language.Validation;

namespace Lathe.Tool.Validation;

/// <summary>
/// Applies the rules to what the build checks: of definitions with one name the first. What is wrong with the others shows
/// once they are told apart.
/// </summary>
internal static class CompiledDefinitions
{
    private static readonly RuleScope[] OfAll = [RuleScope.Project];

    private static readonly RuleScope[] OfCompiled = [RuleScope.Unit, RuleScope.Reach, RuleScope.Fragments];

    public static IReadOnlyList<LanguageError> Validate(
        Schema schema, IReadOnlyList<DocumentSyntax> documents, ValidationOptions options, CancellationToken cancellationToken)
    {
        var compiled = Pick(documents);
        if (compiled.SequenceEqual(documents))
            return DocumentValidator.Validate(schema, documents, options with { Scopes = [.. OfAll, .. OfCompiled] }, cancellationToken);

        // Rules of the project look at all definitions, as in the build.
        var ofAll = DocumentValidator.Validate(schema, documents, options with { Scopes = OfAll }, cancellationToken);
        var ofCompiled = DocumentValidator.Validate(schema, compiled, options with { Scopes = OfCompiled }, cancellationToken);
        var order = documents.Select((document, index) => (document.Source, index)).ToDictionary(one => one.Source, one => one.index);
        return [.. ofAll.Concat(ofCompiled).OrderBy(error => order[error.Locations[0].Source]).ThenBy(error => error.Locations[0].Span.Start)];
    }

    /// <summary>Leaves out what is not compiled; a document that loses nothing stays the same object.</summary>
    private static DocumentSyntax[] Pick(IReadOnlyList<DocumentSyntax> documents)
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
