using Lathe.Language.Syntax;

namespace Lathe.Language.Paging;

/// <summary>The comparison of a field with a variable within a filter, such as <c>{ machineRef: { _gt: $after } }</c>.</summary>
/// <param name="Operator">The name of the comparison.</param>
/// <param name="Variable">The variable.</param>
internal sealed record KeyComparison(string Operator, VariableSyntax Variable)
{
    /// <summary>Gets a value indicating whether greater values are asked for, not smaller ones; null for what is neither.</summary>
    public bool? IsAscending => Operator.TrimStart('_') switch
    {
        "gt" or "greaterThan" => true,
        "lt" or "lessThan" => false,
        _ => null,
    };

    /// <summary>Finds the comparison in the arguments of a field, or gives null.</summary>
    public static KeyComparison? Find(FieldSyntax call, string field)
    {
        var pending = new Stack<ValueSyntax>(call.Arguments.Select(static argument => argument.Value));
        KeyComparison? other = null;
        while (pending.Count > 0)
        {
            var value = pending.Pop();
            if (value is ListValueSyntax list)
                PushAll(list.Values, pending);
            if (value is not ObjectValueSyntax filter)
                continue;
            foreach (var one in filter.Fields)
            {
                // Conditions that hold for all items: not below "or" and "not", nor inside another field.
                if (one.Name.Value.TrimStart('_') is "and" or "AND")
                    pending.Push(one.Value);
                else if (one.Name.Value == field && one.Value is ObjectValueSyntax comparisons && Of(comparisons) is { } found)
                    other = found.IsAscending is null ? other ?? found : found;
                if (other is { IsAscending: not null })
                    return other;
            }
        }

        return other;
    }

    private static void PushAll(IEnumerable<ValueSyntax> values, Stack<ValueSyntax> pending)
    {
        foreach (var value in values)
            pending.Push(value);
    }

    // A second bound, such as the end of a window, is not the cursor.
    private static KeyComparison? Of(ObjectValueSyntax comparisons)
    {
        KeyComparison? first = null;
        foreach (var one in comparisons.Fields)
        {
            if (one.Value is not VariableSyntax { Fragment: null } variable)
                continue;
            var found = new KeyComparison(one.Name.Value, variable);
            if (found.IsAscending is not null)
                return found;
            first ??= found;
        }

        return first;
    }
}
