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
        TypeSystemDefinitionSyntax whole = syntax switch
        {
            ObjectTypeDefinitionSyntax type => new ObjectTypeDefinitionSyntax
            {
                Name = type.Name, Description = type.Description, IsExtension = type.IsExtension,
                Interfaces = type.Interfaces, Fields = WithoutLast(type.Fields),
            },
            InterfaceTypeDefinitionSyntax type => new InterfaceTypeDefinitionSyntax
            {
                Name = type.Name, Description = type.Description, IsExtension = type.IsExtension,
                Interfaces = type.Interfaces, Fields = WithoutLast(type.Fields),
            },
            EnumTypeDefinitionSyntax type => new EnumTypeDefinitionSyntax
            {
                Name = type.Name, Description = type.Description, IsExtension = type.IsExtension, Values = WithoutLast(type.Values),
            },
            InputObjectTypeDefinitionSyntax type => new InputObjectTypeDefinitionSyntax
            {
                Name = type.Name, Description = type.Description, IsExtension = type.IsExtension, Fields = WithoutLast(type.Fields),
            },
            _ => syntax,
        };
        (whole.Span, whole.Source) = (syntax.Span, syntax.Source);
        return whole;
    }

    private static T[] WithoutLast<T>(IReadOnlyList<T> members) => members.Count == 0 ? [] : [.. members.Take(members.Count - 1)];
}
