using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem;

namespace Lathe.Language.Validation.Types;

/// <summary>Types of variables and values (specification, sections 2.12 and 5.8.5).</summary>
internal static class InputTypes
{
    /// <summary>Makes a reference of a type as written.</summary>
    public static TypeReference Reference(TypeSyntax type) => type switch
    {
        NonNullTypeSyntax nonNull => new NonNullTypeReference(Reference(nonNull.NullableType)),
        ListTypeSyntax list => new ListTypeReference(Reference(list.ItemType)),
        _ => new NamedTypeReference(((NamedTypeSyntax)type).Name.Value),
    };

    /// <summary>Tells whether each value of one type is one of another.</summary>
    public static bool IsSubtype(TypeReference type, TypeReference super)
    {
        if (super is NonNullTypeReference nonNullSuper)
            return type is NonNullTypeReference nonNull && IsSubtype(nonNull.NullableType, nonNullSuper.NullableType);
        type = type.Nullable;
        if (super is ListTypeReference listSuper)
            return type is ListTypeReference list && IsSubtype(list.ItemType, listSuper.ItemType);
        return type is NamedTypeReference named && named.Name == super.NamedType;
    }

    /// <summary>Finds an argument by name. Lists are short but for hostile schemas, whose cost is bounded by the schema.</summary>
    public static InputValueDefinition? Find(IReadOnlyList<InputValueDefinition> definitions, string name)
    {
        for (var i = 0; i < definitions.Count; i++)
        {
            if (definitions[i].Name == name)
                return definitions[i];
        }

        return null;
    }
}
