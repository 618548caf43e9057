using Lathe.Language.Syntax;

namespace Lathe.Language.Printing;

/// <summary>Writes constant values on one line (section 2.10).</summary>
internal static class ValuePrinter
{
    /// <summary>Writes a value.</summary>
    /// <param name="value">The value.</param>
    /// <returns>Its text in GraphQL.</returns>
    public static string Print(ValueSyntax value) => value switch
    {
        IntValueSyntax literal => literal.Value,
        FloatValueSyntax literal => literal.Value,
        StringValueSyntax literal => StringPrinter.Quoted(literal.Value),
        BooleanValueSyntax literal => literal.Value ? "true" : "false",
        EnumValueSyntax literal => literal.Value,
        VariableSyntax variable => "$" + variable.Name.Value,
        ListValueSyntax list => $"[{string.Join(", ", list.Values.Select(Print))}]",
        ObjectValueSyntax literal => $"{{{string.Join(", ", literal.Fields.Select(static field => $"{field.Name.Value}: {Print(field.Value)}"))}}}",
        _ => "null",
    };
}
