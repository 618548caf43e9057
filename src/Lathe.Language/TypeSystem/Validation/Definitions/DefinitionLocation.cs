using Lathe.Language.Errors;
using Lathe.Language.Syntax;
using Lathe.Language.Text;

namespace Lathe.Language.TypeSystem.Validation.Definitions;

/// <summary>The tokens to mark for a node of a schema: its head, or its description where it begins with one.</summary>
internal static class DefinitionLocation
{
    internal static SourceLocation Of(SyntaxNode node)
    {
        var end = node switch
        {
            TypeDefinitionSyntax type => HeadEnd(type.Description, type.Name),
            DirectiveDefinitionSyntax directive => HeadEnd(directive.Description, directive.Name),
            SchemaDefinitionSyntax schema => schema.Description?.Span.End ?? schema.Span.Start + KeywordLength(schema),
            FieldDefinitionSyntax field => HeadEnd(field.Description, field.Name),
            InputValueDefinitionSyntax value => HeadEnd(value.Description, value.Name),
            EnumValueDefinitionSyntax value => HeadEnd(value.Description, value.Name),
            DirectiveSyntax directive => directive.Name.Span.End,
            ArgumentSyntax argument => argument.Name.Span.End,
            _ => node.Span.End,
        };
        return new SourceLocation(node.Source, SourceSpan.FromBounds(node.Span.Start, Math.Max(node.Span.Start, end)));
    }

    private static int HeadEnd(DescriptionSyntax? description, NameSyntax name) => description?.Span.End ?? name.Span.End;

    private static int KeywordLength(SchemaDefinitionSyntax schema) =>
        Math.Min(schema.Span.Length, schema.IsExtension ? "extend".Length : "schema".Length);
}
