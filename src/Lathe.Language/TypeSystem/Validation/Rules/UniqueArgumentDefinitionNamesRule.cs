using Lathe.Language.Errors;
using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem.Validation.Definitions;

namespace Lathe.Language.TypeSystem.Validation.Rules;

/// <summary>The arguments of a field or directive have names of their own (sections 3.6.1 and 3.13).</summary>
internal sealed class UniqueArgumentDefinitionNamesRule : ISchemaRule
{
    internal static readonly ErrorDescriptor Descriptor =
        new("GQL1055", "UniqueArgumentDefinitionNames", "Argument defined twice", ErrorSeverity.Error);

    public void Check(SchemaContext context)
    {
        foreach (var definition in context.Definitions)
        {
            if (definition is DirectiveDefinitionSyntax directive)
                Check(context, $"@{directive.Name.Value}", directive.Arguments);
            if (definition is not FieldsTypeDefinitionSyntax type)
                continue;
            foreach (var field in type.Fields)
                Check(context, $"{type.Name.Value}.{field.Name.Value}", field.Arguments);
        }
    }

    private static void Check(SchemaContext context, string parent, IReadOnlyList<InputValueDefinitionSyntax> arguments)
    {
        if (arguments.Count < 2)
            return;
        foreach (var group in arguments.GroupBy(static argument => argument.Name.Value, StringComparer.Ordinal))
        {
            SyntaxNode[] names = [.. group.Select(static argument => argument.Name)];
            if (names.Length > 1)
                context.Report(Descriptor, $"Argument \"{parent}({group.Key}:)\" can only be defined once.", names);
        }
    }
}
