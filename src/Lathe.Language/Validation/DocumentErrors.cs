using Lathe.Language.Errors;
using Lathe.Language.Syntax;
using Lathe.Language.Text;

namespace Lathe.Language.Validation;

/// <summary>What is wrong with a client's document by itself: its syntax, unusable suppressions, operations without a name.</summary>
internal static class DocumentErrors
{
    /// <summary>Code needs a name for what it makes of an operation.</summary>
    public static readonly ErrorDescriptor AnonymousOperation =
        new("GQL0013", "AnonymousOperation", "An operation has no name", ErrorSeverity.Error);

    /// <summary>Finds what is wrong with a document; no schema is needed for it.</summary>
    /// <param name="document">The document.</param>
    /// <param name="strict">Whether a document must have a definition, as the grammar has it; by default one may be empty.</param>
    /// <returns>The errors, those of the syntax first.</returns>
    public static IReadOnlyList<LanguageError> Of(DocumentSyntax document, bool strict = false)
    {
        var errors = new List<LanguageError>(document.IsEmpty && !strict ? [] : document.Errors);
        errors.AddRange(Suppressions.Of(document.Source).Errors);
        errors.AddRange(document.Definitions.OfType<OperationDefinitionSyntax>().Where(operation => operation.Name is null).Select(Anonymous));
        return errors;
    }

    private static LanguageError Anonymous(OperationDefinitionSyntax operation)
    {
        const string Message = "This operation has no name to call its method by. Name it: query Machines { ... }";
        return new LanguageError(AnonymousOperation, Message, [new SourceLocation(operation.Source, new SourceSpan(operation.Span.Start, 1))]);
    }
}
