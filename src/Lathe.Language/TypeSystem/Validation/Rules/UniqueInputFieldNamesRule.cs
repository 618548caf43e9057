using Lathe.Language.Errors;
using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem.Validation.Definitions;

namespace Lathe.Language.TypeSystem.Validation.Rules;

/// <summary>An input object literal in a schema has each field once (section 5.6.3).</summary>
internal sealed class UniqueInputFieldNamesRule : ISchemaRule
{
    internal static readonly ErrorDescriptor Descriptor =
        new("GQL1063", "UniqueInputFieldNames", "Input field given twice in the schema", ErrorSeverity.Error);

    public void Check(SchemaContext context)
    {
        foreach (var directive in DirectiveSite.FindAll(context).SelectMany(static site => site.Directives))
        {
            foreach (var argument in directive.Arguments)
                Check(context, argument.Value);
        }

        foreach (var value in InputValues.FindAll(context))
        {
            if (value.DefaultValue is { } defaultValue)
                Check(context, defaultValue);
        }
    }

    private static void Check(SchemaContext context, ValueSyntax value)
    {
        if (value is ListValueSyntax list)
        {
            foreach (var item in list.Values)
                Check(context, item);
        }

        if (value is not ObjectValueSyntax literal)
            return;
        var names = new MemberNames();
        foreach (var field in literal.Fields)
        {
            if (names.FindOrAdd(string.Empty, field.Name) is { } first)
                context.Report(Descriptor, $"There can be only one input field named \"{field.Name.Value}\".", first, field.Name);
            Check(context, field.Value);
        }
    }
}
