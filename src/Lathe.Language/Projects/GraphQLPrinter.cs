using System.Globalization;
using System.Text;
using Lathe.Language.Syntax;

namespace Lathe.Language.Projects;

/// <summary>Writes values and types as GraphQL, without needless white space.</summary>
internal static class GraphQLPrinter
{
    public static string Print(ValueSyntax value)
    {
        var text = new StringBuilder();
        Print(value, text);
        return text.ToString();
    }

    public static void Print(ValueSyntax value, StringBuilder text)
    {
        switch (value)
        {
            case ListValueSyntax list:
                Join(list.Values, '[', ']', text, Print);
                break;
            case ObjectValueSyntax fields:
                Join(fields.Fields, '{', '}', text, static (field, text) =>
                {
                    text.Append(field.Name.Value).Append(':');
                    Print(field.Value, text);
                });
                break;
            case StringValueSyntax literal:
                PrintString(literal.Value, text);
                break;
            default:
                text.Append(Scalar(value));
                break;
        }
    }

    public static string Print(TypeSyntax type) => type switch
    {
        NonNullTypeSyntax nonNull => Print(nonNull.NullableType) + "!",
        ListTypeSyntax list => $"[{Print(list.ItemType)}]",
        NamedTypeSyntax named => named.Name.Value,
        _ => "",
    };

    private static string Scalar(ValueSyntax value) => value switch
    {
        VariableSyntax variable => "$" + variable.Name.Value,
        IntValueSyntax integer => integer.Value,
        FloatValueSyntax number => number.Value,
        BooleanValueSyntax boolean => boolean.Value ? "true" : "false",
        EnumValueSyntax name => name.Value,
        _ => "null",
    };

    private static void Join<T>(IReadOnlyList<T> items, char open, char close, StringBuilder text, Action<T, StringBuilder> print)
    {
        text.Append(open);
        for (var i = 0; i < items.Count; i++)
        {
            if (i > 0)
                text.Append(',');
            print(items[i], text);
        }

        text.Append(close);
    }

    private static void PrintString(string value, StringBuilder text)
    {
        text.Append('"');
        foreach (var unit in value)
        {
            if (unit is '"' or '\\')
                text.Append('\\').Append(unit);
            else if (unit == '\n')
                text.Append("\\n");
            else if (unit is < ' ' or > '~')
                text.Append("\\u").Append(((int)unit).ToString("x4", CultureInfo.InvariantCulture));
            else
                text.Append(unit);
        }

        text.Append('"');
    }
}
