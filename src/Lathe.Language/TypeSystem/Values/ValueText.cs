using System.Text;
using Lathe.Language.Syntax;

namespace Lathe.Language.TypeSystem.Values;

/// <summary>Shows a value in a message, on one line and not longer than a reader wants.</summary>
internal static class ValueText
{
    private const int Longest = 200;

    public static string Of(ValueSyntax value)
    {
        var builder = new StringBuilder();
        Append(builder, value);
        if (builder.Length > Longest)
            builder.Remove(Longest, builder.Length - Longest).Append("...");
        return builder.ToString();
    }

    private static void Append(StringBuilder builder, ValueSyntax value)
    {
        if (builder.Length > Longest)
            return;
        _ = value switch
        {
            VariableSyntax variable => builder.Append('$').Append(variable.Name.Value),
            IntValueSyntax number => builder.Append(number.Value),
            FloatValueSyntax number => builder.Append(number.Value),
            StringValueSyntax { IsBlock: true } text => builder.Append("\"\"\"").Append(OneLine(text.Value)).Append("\"\"\""),
            StringValueSyntax text => AppendString(builder, text.Value),
            BooleanValueSyntax boolean => builder.Append(boolean.Value ? "true" : "false"),
            EnumValueSyntax name => builder.Append(name.Value),
            ListValueSyntax list => AppendList(builder, list),
            ObjectValueSyntax fields => AppendObject(builder, fields),
            _ => builder.Append("null"),
        };
    }

    private static StringBuilder AppendList(StringBuilder builder, ListValueSyntax list)
    {
        builder.Append('[');
        for (var i = 0; i < list.Values.Count && builder.Length <= Longest; i++)
        {
            if (i > 0)
                builder.Append(", ");
            Append(builder, list.Values[i]);
        }

        return builder.Append(']');
    }

    private static StringBuilder AppendObject(StringBuilder builder, ObjectValueSyntax value)
    {
        builder.Append('{');
        for (var i = 0; i < value.Fields.Count && builder.Length <= Longest; i++)
        {
            if (i > 0)
                builder.Append(", ");
            builder.Append(value.Fields[i].Name.Value).Append(": ");
            Append(builder, value.Fields[i].Value);
        }

        return builder.Append('}');
    }

    // Lines become one, with the breaks of a printed block string as spaces.
    private static string OneLine(string text)
    {
        var shown = (text.Length > Longest ? text.Substring(0, Longest) : text).Replace("\"\"\"", "\\\"\"\"");
        return shown.IndexOf('\n') < 0 ? shown : $" {shown.Replace('\n', ' ')} ";
    }

    private static StringBuilder AppendString(StringBuilder builder, string text)
    {
        builder.Append('"');
        foreach (var unit in text.Length > Longest ? text.Substring(0, Longest) : text)
        {
            _ = unit switch
            {
                '"' => builder.Append("\\\""),
                '\\' => builder.Append("\\\\"),
                '\n' => builder.Append("\\n"),
                '\r' => builder.Append("\\r"),
                '\t' => builder.Append("\\t"),
                '\b' => builder.Append("\\b"),
                '\f' => builder.Append("\\f"),
                < ' ' or '\u007F' or '\u2028' or '\u2029' or '\u0085' => builder.Append($"\\u{(int)unit:X4}"),
                _ => builder.Append(unit),
            };
        }

        return builder.Append('"');
    }
}
