using System.Text;
using Lathe.Language.Syntax;

namespace Lathe.Language.Validation.Overlap;

/// <summary>Writes the name and arguments of a field or fragment spread in one way, whatever the order in which they stand.</summary>
internal static class CallText
{
    public static string Of(FieldSyntax field) => Of(field.Name, field.Arguments);

    public static string Of(FragmentSpreadSyntax spread) => Of(spread.Name, spread.Arguments);

    /// <summary>Writes a spread with those of its arguments that the fragment has.</summary>
    public static string OfKnown(FragmentSpreadSyntax spread, Func<string, bool> isKnown)
    {
        var known = new Dictionary<string, ArgumentSyntax>(StringComparer.Ordinal);
        foreach (var argument in spread.Arguments)
        {
            if (isKnown(argument.Name.Value))
                known[argument.Name.Value] = argument;
        }

        return Of(spread.Name, [.. known.Values]);
    }

    private static string Of(NameSyntax name, IReadOnlyList<ArgumentSyntax> arguments)
    {
        if (arguments.Count == 0)
            return name.Value;
        var builder = new StringBuilder(name.Value).Append('(');
        foreach (var argument in arguments.OrderBy(argument => argument.Name.Value, StringComparer.Ordinal))
        {
            builder.Append(argument.Name.Value).Append(':');
            Append(builder, argument.Value);
            builder.Append(',');
        }

        return builder.Append(')').ToString();
    }

    private static void Append(StringBuilder builder, ValueSyntax value)
    {
        _ = value switch
        {
            VariableSyntax variable => builder.Append('$').Append(variable.Name.Value),
            IntValueSyntax number => builder.Append(number.Value),
            FloatValueSyntax number => builder.Append(number.Value),
            StringValueSyntax text => AppendString(builder, text),
            BooleanValueSyntax boolean => builder.Append(boolean.Value ? "true" : "false"),
            EnumValueSyntax name => builder.Append(name.Value),
            ListValueSyntax list => AppendList(builder, list),
            ObjectValueSyntax fields => AppendObject(builder, fields),
            _ => builder.Append("null"),
        };
    }

    // The length in front makes two different texts different keys.
    private static StringBuilder AppendString(StringBuilder builder, StringValueSyntax text) =>
        builder.Append(text.IsBlock ? "b\"" : "\"").Append(text.Value.Length).Append(':').Append(text.Value);

    private static StringBuilder AppendList(StringBuilder builder, ListValueSyntax list)
    {
        builder.Append('[');
        foreach (var item in list.Values)
        {
            Append(builder, item);
            builder.Append(',');
        }

        return builder.Append(']');
    }

    private static StringBuilder AppendObject(StringBuilder builder, ObjectValueSyntax value)
    {
        builder.Append('{');
        foreach (var field in value.Fields.OrderBy(field => field.Name.Value, StringComparer.Ordinal))
        {
            builder.Append(field.Name.Value).Append(':');
            Append(builder, field.Value);
            builder.Append(',');
        }

        return builder.Append('}');
    }
}
