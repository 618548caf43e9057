using Lathe.Language.Syntax;
using Lathe.Language.Syntax.Parsing;
using Lathe.Language.Text;
using Lathe.Tool.Hosting;

namespace Lathe.Tool.Files;

/// <summary>Parses documents that must be whole: one that does not parse could hide an operation that breaks.</summary>
internal static class ParsedDocuments
{
    public static IReadOnlyList<DocumentSyntax> Parse(
        IReadOnlyList<SourceText> texts, bool allowsFragmentArguments, CancellationToken cancellationToken)
    {
        var documents = new List<DocumentSyntax>(texts.Count);
        foreach (var text in texts)
        {
            var document = DocumentParser.Parse(text, allowsFragmentArguments, cancellationToken);
            if (document.Errors.Count > 0 && !document.IsEmpty)
                throw new ToolException($"{document.Errors[0]} Mend it first; 'lathe validate' shows all errors.");
            documents.Add(document);
        }

        return documents;
    }
}
