using Lathe.Language.Syntax;

namespace Lathe.Language.TypeSystem;

/// <summary>Turns type syntax into type references.</summary>
internal static class TypeReferences
{
    internal static TypeReference From(TypeSyntax syntax) => syntax switch
    {
        NonNullTypeSyntax nonNull => new NonNullTypeReference(From(nonNull.NullableType)),
        ListTypeSyntax list => new ListTypeReference(From(list.ItemType)),
        NamedTypeSyntax named => new NamedTypeReference(named.Name.Value),
        _ => throw new ArgumentException($"No type syntax: {syntax.GetType().Name}", nameof(syntax)),
    };
}
