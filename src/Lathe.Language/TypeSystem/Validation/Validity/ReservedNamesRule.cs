using Lathe.Language.Errors;
using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem.Validation.Definitions;

namespace Lathe.Language.TypeSystem.Validation.Validity;

/// <summary>Names that begin with two underscores belong to introspection (section 2.1.9).</summary>
internal sealed class ReservedNamesRule : ISchemaRule
{
    internal static readonly ErrorDescriptor Descriptor = ValidityErrors.Make("GQL1081", "Name reserved for introspection");

    public void Check(SchemaContext context)
    {
        foreach (var directive in context.DefinitionsOf<DirectiveDefinitionSyntax>())
        {
            Check(context, directive.Name, directive);
            CheckValues(context, directive.Arguments);
        }

        foreach (var type in context.Types.Defined)
        {
            Check(context, type.Definition.Name, type.Definition);
            foreach (var field in type.Fields)
            {
                Check(context, field.Name, field);
                CheckValues(context, field.Arguments);
            }

            CheckValues(context, type.InputFields);
            foreach (var value in TypeShape.Latest(type.Values, static value => value.Name))
                Check(context, value.Name, value);
        }
    }

    private static void CheckValues(SchemaContext context, IReadOnlyList<InputValueDefinitionSyntax> values)
    {
        foreach (var value in TypeShape.Latest(values, static value => value.Name))
            Check(context, value.Name, value);
    }

    private static void Check(SchemaContext context, NameSyntax name, SyntaxNode node)
    {
        if (name.Value.StartsWith("__", StringComparison.Ordinal))
            context.Report(Descriptor, $"Name \"{name.Value}\" must not begin with \"__\", which is reserved by GraphQL introspection.", node);
    }
}
