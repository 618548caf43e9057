using System.Globalization;
using Lathe.Language.Errors;
using Lathe.Language.Syntax;

namespace Lathe.Language.TypeSystem.Values;

/// <summary>Which literals built-in scalars and enums accept; custom scalars accept any (specification, section 3.5).</summary>
internal static class LeafLiterals
{
    /// <summary>Returns what is wrong with a literal, or null.</summary>
    public static string? CheckScalar(ValueSyntax value, string scalar) => scalar switch
    {
        "Int" when value is not IntValueSyntax => $"Int cannot represent non-integer value: {ValueText.Of(value)}",
        "Int" when !FitsInt(((IntValueSyntax)value).Value) => $"Int cannot represent non 32-bit signed integer value: {ValueText.Of(value)}",
        "Float" when value is not (IntValueSyntax or FloatValueSyntax) => $"Float cannot represent non numeric value: {ValueText.Of(value)}",
        "String" when value is not StringValueSyntax => $"String cannot represent a non string value: {ValueText.Of(value)}",
        "Boolean" when value is not BooleanValueSyntax => $"Boolean cannot represent a non boolean value: {ValueText.Of(value)}",
        "ID" when value is not (StringValueSyntax or IntValueSyntax) =>
            $"ID cannot represent a non-string and non-integer value: {ValueText.Of(value)}",
        _ => null,
    };

    /// <summary>Returns what is wrong with a literal, or null.</summary>
    public static string? CheckEnum(ValueSyntax value, EnumType type, Suggestions suggestions)
    {
        if (value is not EnumValueSyntax literal)
        {
            var text = ValueText.Of(value);
            return $"Enum \"{type.Name}\" cannot represent non-enum value: {text}.{Suggest(text.Trim('"'), type, suggestions)}";
        }

        return type.FindValue(literal.Value) is null
            ? $"Value \"{literal.Value}\" does not exist in \"{type.Name}\" enum.{Suggest(literal.Value, type, suggestions)}"
            : null;
    }

    private static string Suggest(string text, EnumType type, Suggestions suggestions)
    {
        var suggestion = suggestions.For(text, type.Values.Select(known => known.Name));
        return suggestion.Length == 0 ? suggestion : suggestion.Replace("Did you mean ", "Did you mean the enum value ");
    }

    private static bool FitsInt(string digits) =>
        int.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);
}
