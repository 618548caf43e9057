using Lathe.Language.Printing;
using Lathe.Language.Syntax;

namespace Lathe.Language.Validation.Expansion;

/// <summary>
/// Puts values in place of fragment variables. A variable without a value leaves its argument or input field out, as an absent one does.
/// </summary>
internal sealed class ValueBinder(IReadOnlyDictionary<string, BoundValue> values, ExpansionWork work)
{
    /// <summary>Binds a value as a whole; null where it is a variable without a value.</summary>
    public BoundValue? Bind(ValueSyntax value)
    {
        var deepest = 0;
        if (Replace(value, 0, ref deepest) is not { } bound)
            return null;
        var text = work.Problem is null ? ValuePrinter.Print(bound) : string.Empty;
        return new BoundValue(bound, text, deepest);
    }

    /// <summary>Binds arguments of a field or directive.</summary>
    public ArgumentSyntax[] Replace(IReadOnlyList<ArgumentSyntax> arguments)
    {
        var result = new List<ArgumentSyntax>(arguments.Count);
        foreach (var argument in arguments)
        {
            var deepest = 0;
            if (Replace(argument.Value, 0, ref deepest) is { } value)
                result.Add(Copies.At(argument, new ArgumentSyntax { Name = argument.Name, Value = value }));
        }

        return [.. result];
    }

    private ValueSyntax? Replace(ValueSyntax value, int depth, ref int deepest)
    {
        deepest = Math.Max(deepest, depth);
        return value switch
        {
            VariableSyntax { Fragment: not null } variable => ValueOf(variable, depth, ref deepest),
            ListValueSyntax list => Replace(list, depth + 1, ref deepest),
            ObjectValueSyntax fields => Replace(fields, depth + 1, ref deepest),
            _ => value,
        };
    }

    private ValueSyntax? ValueOf(VariableSyntax variable, int depth, ref int deepest)
    {
        if (!values.TryGetValue(variable.Name.Value, out var bound))
            return null;
        deepest = Math.Max(deepest, depth + bound.Depth);
        work.Add(bound.Text.Length, variable);
        if (deepest <= ExpansionWork.DeepestValue)
            return bound.Value;
        work.Stop($"The value of \"${variable.Name.Value}\" nests deeper than {ExpansionWork.DeepestValue} levels here.", variable);
        return null;
    }

    // In a list a missing value is null: the other items keep their places (specification, section 2.10.7).
    private ListValueSyntax Replace(ListValueSyntax list, int depth, ref int deepest)
    {
        var items = new ValueSyntax[list.Values.Count];
        for (var i = 0; i < items.Length; i++)
            items[i] = Replace(list.Values[i], depth, ref deepest) ?? Copies.At(list.Values[i], new NullValueSyntax());
        return Copies.At(list, new ListValueSyntax { Values = items });
    }

    private ObjectValueSyntax Replace(ObjectValueSyntax value, int depth, ref int deepest)
    {
        var fields = new List<ObjectFieldSyntax>(value.Fields.Count);
        foreach (var field in value.Fields)
        {
            if (Replace(field.Value, depth, ref deepest) is { } given)
                fields.Add(Copies.At(field, new ObjectFieldSyntax { Name = field.Name, Value = given }));
        }

        return Copies.At(value, new ObjectValueSyntax { Fields = fields });
    }
}
