using Lathe.Language.Errors;
using Lathe.Language.Syntax;

namespace Lathe.Language.Fixes.Rules;

/// <summary>Renames an operation to its file.</summary>
internal sealed class OperationFileNameFix : IFixRule
{
    public IReadOnlyList<string> Ids { get; } = [OperationFileName.Descriptor.Id];

    public int Phase => 0;

    public IEnumerable<Fix> Propose(LanguageError error, FixContext context)
    {
        if (context.DefinitionAt(error.Locations[0]) is OperationDefinitionSyntax { Name: { } name } operation
            && OperationName.Of(operation.Source.Path) is { } meant)
            yield return new Fix($"Rename {name.Value} to {meant}", [TextEdit.Replace(name.Source, name.Span.Start, name.Span.End, meant)]);
    }
}
