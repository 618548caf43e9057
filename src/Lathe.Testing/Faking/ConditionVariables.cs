using Lathe.Language.Syntax;

namespace Lathe.Testing.Faking;

/// <summary>Finds the variables that decide what is in an answer: those of <c>@skip</c> and <c>@include</c>.</summary>
internal static class ConditionVariables
{
    public static IEnumerable<string> Of(SelectionSetSyntax set)
    {
        foreach (var selection in set.Selections)
        {
            foreach (var directive in selection.Directives.Where(static one => one.Name.Value is "include" or "skip"))
            {
                if (directive.Arguments is [{ Value: VariableSyntax variable }, ..])
                    yield return variable.Name.Value;
            }

            var inner = (selection as FieldSyntax)?.SelectionSet ?? (selection as InlineFragmentSyntax)?.SelectionSet;
            foreach (var name in inner is null ? [] : Of(inner))
                yield return name;
        }
    }
}
