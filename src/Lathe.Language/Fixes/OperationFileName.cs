using Lathe.Language.Errors;
using Lathe.Language.Syntax;

namespace Lathe.Language.Fixes;

/// <summary>Finds operations, alone in their files, that have other names than these.</summary>
internal static class OperationFileName
{
    /// <summary>An operation that is not named as its file.</summary>
    public static readonly ErrorDescriptor Descriptor =
        new("GQL2053", "OperationFileName", "An operation is not named as its file", ErrorSeverity.Information);

    /// <summary>Looks at one document.</summary>
    /// <returns>The advice; none for a document of several operations, or one whose file's name gives none.</returns>
    public static IEnumerable<LanguageError> Check(DocumentSyntax document)
    {
        OperationDefinitionSyntax[] operations = [.. document.Definitions.OfType<OperationDefinitionSyntax>()];
        if (operations is not [{ Name: { } name }] || OperationName.Of(document.Source.Path) is not { } meant || meant == name.Value)
            yield break;
        var message = $"The operation \"{ShownName.Of(name.Value)}\" stands in a file of another name. Name it \"{meant}\", or rename the file.";
        yield return new LanguageError(Descriptor, message, [new SourceLocation(name.Source, name.Span)]);
    }
}
