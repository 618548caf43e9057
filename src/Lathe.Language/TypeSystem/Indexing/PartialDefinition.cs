using Lathe.Language.Syntax;

namespace Lathe.Language.TypeSystem.Indexing;

/// <summary>
/// Keeps of a definition with a syntax error what stands before the error, so that operations can still be checked
/// against it. The member in which the parser stopped is the last one, and is dropped.
/// </summary>
internal static class PartialDefinition
{
    internal static TypeSystemDefinitionSyntax Of(TypeSystemDefinitionSyntax syntax)
    {
        var whole = syntax switch
        {
            ObjectTypeDefinitionSyntax type => new ObjectTypeDefinitionSyntax
            {
                Name = type.Name, Description = type.Description, IsExtension = type.IsExtension,
                Interfaces = Whole(type.Interfaces), Fields = WithoutLast(type.Fields),
            },
            InterfaceTypeDefinitionSyntax type => new InterfaceTypeDefinitionSyntax
            {
                Name = type.Name, Description = type.Description, IsExtension = type.IsExtension,
                Interfaces = Whole(type.Interfaces), Fields = WithoutLast(type.Fields),
            },
            EnumTypeDefinitionSyntax type => new EnumTypeDefinitionSyntax
            {
                Name = type.Name, Description = type.Description, IsExtension = type.IsExtension, Values = WithoutLast(type.Values),
            },
            InputObjectTypeDefinitionSyntax type => new InputObjectTypeDefinitionSyntax
            {
                Name = type.Name, Description = type.Description, IsExtension = type.IsExtension, Fields = WithoutLast(type.Fields),
            },
            UnionTypeDefinitionSyntax type => new UnionTypeDefinitionSyntax
            {
                Name = type.Name, Description = type.Description, IsExtension = type.IsExtension, MemberTypes = Whole(type.MemberTypes),
            },
            ScalarTypeDefinitionSyntax type => new ScalarTypeDefinitionSyntax
            {
                Name = type.Name, Description = type.Description, IsExtension = type.IsExtension,
            },
            _ => OfOther(syntax),
        };
        (whole.Span, whole.Source) = (syntax.Span, syntax.Source);
        return whole;
    }

    private static TypeSystemDefinitionSyntax OfOther(TypeSystemDefinitionSyntax syntax) => syntax switch
    {
        DirectiveDefinitionSyntax directive => new DirectiveDefinitionSyntax
        {
            Name = directive.Name,
            Description = directive.Description,
            IsExtension = directive.IsExtension,
            Arguments = WithoutLast(directive.Arguments),
            IsRepeatable = directive.IsRepeatable, Locations = WithoutLast(directive.Locations),
        },
        SchemaDefinitionSyntax schema => new SchemaDefinitionSyntax
        {
            Description = schema.Description, IsExtension = schema.IsExtension, RootOperationTypes = WithoutLast(schema.RootOperationTypes),
        },
        _ => syntax,
    };

    private static NamedTypeSyntax[] Whole(IReadOnlyList<NamedTypeSyntax> types) => [.. types.Where(static type => type.Name.Value.Length > 0)];

    private static T[] WithoutLast<T>(IReadOnlyList<T> members) => members.Count == 0 ? [] : [.. members.Take(members.Count - 1)];
}
