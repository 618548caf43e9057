using Lathe.Language.Errors;
using Lathe.Language.Syntax;
using Lathe.Language.Validation.Rules;

namespace Lathe.Language.Fixes.Rules;

/// <summary>Removes a variable that is not used.</summary>
internal sealed class UnusedVariableFix : IFixRule
{
    public IReadOnlyList<string> Ids { get; } = [NoUnusedVariablesRule.Descriptor.Id];

    public int Phase => 2;

    public IEnumerable<Fix> Propose(LanguageError error, FixContext context)
    {
        var place = error.Locations[0];
        var (variables, head) = context.DefinitionAt(place) switch
        {
            OperationDefinitionSyntax operation => (operation.VariableDefinitions, operation.Name ?? (SyntaxNode?)operation.Description),
            FragmentDefinitionSyntax fragment => (fragment.VariableDefinitions, fragment.Name),
            _ => ([], null),
        };
        var unused = variables.FirstOrDefault(one => one.Span.Start == place.Span.Start);
        if (unused is null)
            yield break;
        var edit = variables.Count > 1 ? Removal.Of(unused) : OfAll(unused, head?.Span.End ?? context.DefinitionAt(place)!.Span.Start);
        if (edit is not null)
            yield return new Fix($"Remove the unused variable ${unused.Variable.Name.Value}", [edit]);
    }

    // The last variable takes its parentheses with it.
    private static TextEdit? OfAll(VariableDefinitionSyntax variable, int head)
    {
        var text = variable.Source.Text;
        var open = SourceLines.Find(text, head, variable.Span.Start, '(');
        var close = SourceLines.Find(text, variable.Span.End, text.Length, ')');
        if (open < 0 || close < 0)
            return null;

        // "query ($id: ID!) {" keeps one blank.
        var start = open > 0 && SourceLines.IsBlank(text[open - 1]) ? SourceLines.SkipBlanksBack(text, open) : open;
        return TextEdit.Replace(variable.Source, start, close + 1, string.Empty);
    }
}
