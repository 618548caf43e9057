using Lathe.Language.Errors;
using Lathe.Language.Syntax;
using Lathe.Language.Text;

namespace Lathe.Language.Fixes.Running;

/// <summary>Says what is wrong with documents: which rules apply is the caller's.</summary>
internal interface IFixCheck
{
    /// <summary>Parses a text.</summary>
    DocumentSyntax Parse(SourceText source, CancellationToken cancellationToken);

    /// <summary>Finds what is wrong with the documents of a project.</summary>
    IReadOnlyList<LanguageError> Check(IReadOnlyList<DocumentSyntax> documents, CancellationToken cancellationToken);
}
