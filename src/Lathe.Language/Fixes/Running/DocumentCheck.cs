using Lathe.Language.Advice;
using Lathe.Language.Errors;
using Lathe.Language.Projects;
using Lathe.Language.Syntax;
using Lathe.Language.Syntax.Parsing;
using Lathe.Language.Text;
using Lathe.Language.TypeSystem;
using Lathe.Language.Validation;

namespace Lathe.Language.Fixes.Running;

/// <summary>What a build finds wrong with the documents of a project, and the advice that was asked for.</summary>
internal sealed class DocumentCheck(Schema schema, bool allowsFragmentArguments, IReadOnlyCollection<string> ids) : IFixCheck
{
    public DocumentSyntax Parse(SourceText source, CancellationToken cancellationToken) =>
        DocumentParser.Parse(source, allowsFragmentArguments, cancellationToken);

    public IReadOnlyList<LanguageError> Check(IReadOnlyList<DocumentSyntax> documents, CancellationToken cancellationToken)
    {
        var errors = new List<LanguageError>(documents.SelectMany(document => DocumentErrors.Of(document)));
        errors.AddRange(ProjectCheck.Validate(schema, documents, ValidationOptions.Project, cancellationToken));
        errors.AddRange(DocumentValidator.Validate(schema, documents, ValidationOptions.Advice, cancellationToken));
        if (ids.Contains(ListLimitAdvice.ListWithoutLimit.Id))
            errors.AddRange(Executables(documents).SelectMany(definition => ListLimitAdvice.Check(schema, definition, cancellationToken)));
        if (ids.Contains(OperationFileName.Descriptor.Id))
            errors.AddRange(documents.SelectMany(OperationFileName.Check));
        return [.. errors.Where(error => !Suppressions.Cover(error))];
    }

    private static IEnumerable<DefinitionSyntax> Executables(IReadOnlyList<DocumentSyntax> documents) => documents
        .SelectMany(document => document.Definitions)
        .Where(definition => definition is OperationDefinitionSyntax or FragmentDefinitionSyntax);
}
