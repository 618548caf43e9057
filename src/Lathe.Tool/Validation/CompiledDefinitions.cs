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
    // Each operation is a request of its own. That one without a name makes no code is told by DocumentErrors.
    private const string LoneAnonymous = "LoneAnonymousOperation";

    private static readonly string[] Rules = [.. SpecifiedRules.Descriptors.Select(descriptor => descriptor.Rule).Where(rule => rule != LoneAnonymous)];

    public static IReadOnlyList<LanguageError> Validate(
        Schema schema, IReadOnlyList<DocumentSyntax> documents, ValidationOptions options, CancellationToken cancellationToken)
    {
        var compiled = Pick(documents);
        if (compiled.SequenceEqual(documents))
            return DocumentValidator.Validate(schema, documents, options with { OnlyRules = Rules }, cancellationToken);

        // Rules of the project look at all definitions, as in the build.
        var project = options with { OnlyRules = Rules, Scope = RuleScope.Project };
        var unit = options with { OnlyRules = Rules, Scope = RuleScope.Unit };
        var ofAll = DocumentValidator.Validate(schema, documents, project, cancellationToken);
        var ofCompiled = DocumentValidator.Validate(schema, compiled, unit, cancellationToken);
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
