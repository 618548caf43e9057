using Lathe.Language.Syntax;

namespace Lathe.Language.Fixes;

/// <summary>The variables that a field names, in its arguments, its directives, and below.</summary>
internal static class VariableNames
{
    public static HashSet<string> In(FieldSyntax field)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        AddSelection(field, names);
        return names;
    }

    private static void AddSelection(SelectionSyntax selection, HashSet<string> names)
    {
        foreach (var argument in selection.Directives.SelectMany(directive => directive.Arguments))
            AddValue(argument.Value, names);
        foreach (var argument in (selection as FieldSyntax)?.Arguments ?? (selection as FragmentSpreadSyntax)?.Arguments ?? [])
            AddValue(argument.Value, names);
        var below = (selection as FieldSyntax)?.SelectionSet ?? (selection as InlineFragmentSyntax)?.SelectionSet;
        foreach (var one in below?.Selections ?? [])
            AddSelection(one, names);
    }

    private static void AddValue(ValueSyntax value, HashSet<string> names)
    {
        switch (value)
        {
            case VariableSyntax variable:
                names.Add(variable.Name.Value);
                break;
            case ListValueSyntax list:
                foreach (var one in list.Values)
                    AddValue(one, names);
                break;
            case ObjectValueSyntax fields:
                foreach (var one in fields.Fields)
                    AddValue(one.Value, names);
                break;
        }
    }
}
