using Lathe.Generator.Diagnostics;
using Lathe.Language.Collections;
using Lathe.Language.Errors;
using Lathe.Language.Syntax;

namespace Lathe.Generator.Pipeline;

/// <summary>What is wrong with a document by itself: its syntax, operations without a name, unusable suppressions.</summary>
internal static class FileErrors
{
    public static EquatableList<ErrorReport> Of(SourceFile file, CancellationToken cancellationToken)
    {
        // Of a file that could not be read, that is all there is to say.
        if (file.Fault is not null)
            return EquatableList.Empty<ErrorReport>();
        var definitions = file.GetDefinitions(cancellationToken);
        var errors = new List<LanguageError>(definitions.SyntaxErrors);
        errors.AddRange(Suppressions.Of(file.Source).Errors);
        errors.AddRange(definitions.Document.Definitions.OfType<OperationDefinitionSyntax>()
            .Where(operation => operation.Name is null).Select(PipelineErrors.Anonymous));
        return errors.Count == 0 ? EquatableList.Empty<ErrorReport>() : ErrorReport.Of(errors);
    }
}
