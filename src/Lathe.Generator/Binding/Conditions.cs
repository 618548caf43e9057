using System.Collections.Immutable;
using Lathe.Language.Syntax;

namespace Lathe.Generator.Binding;

/// <summary>The directives that all must hold for a selection to be in the response.</summary>
internal static class Conditions
{
    public static ImmutableSortedSet<string> None { get; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    /// <summary>Adds the conditions of a selection's directives; those that always hold add nothing.</summary>
    public static ImmutableSortedSet<string> And(this ImmutableSortedSet<string> conditions, IReadOnlyList<DirectiveSyntax> directives)
    {
        foreach (DirectiveSyntax directive in directives)
        {
            if (Describe(directive) is { } condition)
                conditions = conditions.Add(condition);
        }

        return conditions;
    }

    public static bool IsConditional(IReadOnlyList<DirectiveSyntax> directives) => directives.Any(static directive => Describe(directive) is not null);

    private static string? Describe(DirectiveSyntax directive)
    {
        var name = directive.Name.Value;
        if (name is not ("include" or "skip" or "defer"))
            return null;
        ValueSyntax? value = directive.Arguments.FirstOrDefault(static argument => argument.Name.Value == "if")?.Value;
        return value switch
        {
            VariableSyntax variable => $"{name} ${variable.Name.Value}",
            BooleanValueSyntax constant when constant.Value == (name != "skip") => name == "defer" ? name : null,
            BooleanValueSyntax => name == "defer" ? null : "never",
            _ => name == "defer" ? name : "never",
        };
    }
}
