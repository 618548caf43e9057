using System.Globalization;
using System.Text;
using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem;

namespace Lathe.Language.Changes;

/// <summary>
/// Writes values in one form, so that the same value written in two ways compares as equal: <c>1</c> and <c>1.0</c> of a Float,
/// <c>x</c> and <c>[x]</c> of a list, fields of an object in any order or left to their defaults.
/// </summary>
internal static class DefaultValues
{
    private const int DeepestNesting = 200;

    // Defaults of input fields may double a value with each level of nesting.
    private const int LongestText = 10_000;

    public static string Write(Schema schema, TypeReference type, ValueSyntax value)
    {
        var text = new StringBuilder();
        Append(text, schema, type, value, 0);

        // Too long to be told whole: what stands in the schema has to be the same too. Fields that it leaves out are compared on their own.
        if (text.Length > LongestText)
            AppendLeaf(text, type.NamedType, value);
        return text.ToString();
    }

    /// <summary>Writes a value whose type is not known.</summary>
    public static string Write(ValueSyntax value)
    {
        var text = new StringBuilder();
        AppendLeaf(text, string.Empty, value);
        return text.ToString();
    }

    private static void Append(StringBuilder text, Schema schema, TypeReference type, ValueSyntax value, int depth)
    {
        if (text.Length > LongestText)
            return;
        type = type.Nullable;
        if (value is NullValueSyntax || depth > DeepestNesting)
        {
            text.Append("null");
        }
        else if (type is ListTypeReference list)
        {
            var items = value is ListValueSyntax values ? values.Values : [value];
            AppendAll(text, '[', items, ']', item => Append(text, schema, list.ItemType, item, depth + 1));
        }
        else if (value is ObjectValueSyntax given && schema.FindType(type.NamedType) is InputObjectType input)
        {
            AppendObject(text, schema, input, given, depth);
        }
        else
        {
            AppendLeaf(text, type.NamedType, value);
        }
    }

    private static void AppendObject(StringBuilder text, Schema schema, InputObjectType type, ObjectValueSyntax given, int depth)
    {
        var fields = type.Fields
            .Select(field => (field, value: given.Fields.FirstOrDefault(item => item.Name.Value == field.Name)?.Value ?? field.DefaultValue))
            .Where(item => item.value is not null)
            .OrderBy(item => item.field.Name, StringComparer.Ordinal);
        AppendAll(text, '{', fields, '}', item =>
        {
            text.Append(item.field.Name).Append(": ");
            Append(text, schema, item.field.Type, item.value!, depth + 1);
        });
    }

    private static void AppendLeaf(StringBuilder text, string typeName, ValueSyntax value)
    {
        switch (value)
        {
            case IntValueSyntax number when typeName == "ID":
                AppendString(text, number.Value);
                break;
            case IntValueSyntax number:
                text.Append(Number(number.Value));
                break;
            case FloatValueSyntax number:
                text.Append(Number(number.Value));
                break;
            case StringValueSyntax literal:
                AppendString(text, literal.Value);
                break;
            case BooleanValueSyntax literal:
                text.Append(literal.Value ? "true" : "false");
                break;
            case EnumValueSyntax literal:
                text.Append(literal.Value);
                break;
            case ListValueSyntax list:
                AppendAll(text, '[', list.Values, ']', item => AppendLeaf(text, typeName, item));
                break;
            case ObjectValueSyntax literal:
                var fields = literal.Fields.OrderBy(field => field.Name.Value, StringComparer.Ordinal);
                AppendAll(text, '{', fields, '}', field =>
                {
                    text.Append(field.Name.Value).Append(": ");
                    AppendLeaf(text, typeName, field.Value);
                });
                break;
            default:
                text.Append("null");
                break;
        }
    }

    private static string Number(string literal)
    {
        var isExact = decimal.TryParse(literal, NumberStyles.Float, CultureInfo.InvariantCulture, out var number);
        return isExact ? number.ToString("G29", CultureInfo.InvariantCulture) : literal;
    }

    private static void AppendString(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var unit in value)
        {
            if (unit is '"' or '\\')
                text.Append('\\').Append(unit);
            else if (unit < ' ')
                text.Append("\\u").Append(((int)unit).ToString("X4", CultureInfo.InvariantCulture));
            else
                text.Append(unit);
        }

        text.Append('"');
    }

    private static void AppendAll<T>(StringBuilder text, char open, IEnumerable<T> items, char close, Action<T> append)
    {
        text.Append(open);
        var isFirst = true;
        foreach (var item in items)
        {
            if (!isFirst)
                text.Append(", ");
            isFirst = false;
            append(item);
        }

        text.Append(close);
    }
}
