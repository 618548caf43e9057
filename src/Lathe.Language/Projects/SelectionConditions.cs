using Lathe.Language.Syntax;

namespace Lathe.Language.Projects;

/// <summary>The directives that must hold for a selection to be in the response.</summary>
internal static class SelectionConditions
{
    /// <summary>Gets what must hold, in words that are equal for equal conditions; directives that always hold add nothing.</summary>
    public static IEnumerable<string> Of(IReadOnlyList<DirectiveSyntax> directives)
    {
        foreach (var directive in directives)
        {
            if (Describe(directive) is { } condition)
                yield return condition;
        }
    }

    public static bool IsConditional(IReadOnlyList<DirectiveSyntax> directives) => directives.Count > 0 && Of(directives).Any();

    private static string? Describe(DirectiveSyntax directive)
    {
        var name = directive.Name.Value;
        if (name is not ("include" or "skip" or "defer"))
            return null;
        var value = directive.Arguments.FirstOrDefault(static argument => argument.Name.Value == "if")?.Value;
        return value switch
        {
            VariableSyntax variable => $"{name} ${variable.Fragment}.{variable.Name.Value}",
            BooleanValueSyntax constant when constant.Value == (name != "skip") => name == "defer" ? name : null,
            BooleanValueSyntax => name == "defer" ? null : "never",
            _ => name == "defer" ? name : "never",
        };
    }
}
