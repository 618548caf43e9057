using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem.Indexing;

namespace Lathe.Language.TypeSystem.Validation.Definitions;

/// <summary>All types of a schema under validation, built-in ones included.</summary>
internal sealed class TypeShapes
{
    private static readonly Dictionary<string, TypeShape> s_builtIn = BuiltIns.Entries
        .Where(static entry => entry.IsType)
        .Select(static entry => new TypeShape((TypeDefinitionSyntax)entry.Syntax!, [], isBuiltIn: true))
        .ToDictionary(static shape => shape.Name, StringComparer.Ordinal);

    private readonly Dictionary<string, TypeShape> _types = new(StringComparer.Ordinal);

    internal TypeShapes(SchemaContext context)
    {
        var extensions = context.DefinitionsOf<TypeDefinitionSyntax>()
            .Where(static type => type.IsExtension)
            .ToLookup(static type => type.Name.Value, StringComparer.Ordinal);
        foreach (var definition in context.TypeDefinitions.Values)
        {
            var name = definition.Name.Value;

            // A built-in type cannot be redefined. The reference skips such definitions.
            if (!s_builtIn.ContainsKey(name))
                _types.Add(name, new TypeShape(definition, extensions[name].Where(type => type.GetType() == definition.GetType()), isBuiltIn: false));
        }
    }

    /// <summary>Gets the types that the schema itself defines.</summary>
    internal IReadOnlyCollection<TypeShape> Defined => _types.Values;

    internal TypeShape? Find(string name) =>
        _types.TryGetValue(name, out var shape) || s_builtIn.TryGetValue(name, out shape) ? shape : null;

    internal TypeShape? Find(TypeSyntax type) => Find(TypeUses.Innermost(type).Name.Value);

    /// <summary>Gives the interfaces of a type that are interfaces, each once, the type itself left out.</summary>
    internal IEnumerable<TypeShape> InterfacesOf(TypeShape type)
    {
        foreach (var name in type.Interfaces.Select(static use => use.Name.Value).Distinct(StringComparer.Ordinal))
        {
            if (name != type.Name && Find(name) is { IsInterface: true } shape)
                yield return shape;
        }
    }

    /// <summary>Tells whether a value of one type is always one of another (section 3.6.1, covariance).</summary>
    internal bool IsSubtype(TypeReference type, TypeReference super)
    {
        while (true)
        {
            if (type == super)
                return true;
            if (super is NonNullTypeReference nonNullSuper)
            {
                if (type is not NonNullTypeReference nonNull)
                    return false;
                (type, super) = (nonNull.NullableType, nonNullSuper.NullableType);
            }
            else if (type is NonNullTypeReference outer)
            {
                type = outer.NullableType;
            }
            else if (super is ListTypeReference listSuper && type is ListTypeReference list)
            {
                (type, super) = (list.ItemType, listSuper.ItemType);
            }
            else
            {
                return super is NamedTypeReference && type is NamedTypeReference && IsPossible(super.NamedType, type.NamedType);
            }
        }
    }

    private bool IsPossible(string superName, string name)
    {
        if (Find(superName) is not { } super || Find(name) is not { } type)
            return false;
        return super.IsUnion
            ? super.HasMemberType(name)
            : super.IsInterface && (type.IsObject || type.IsInterface) && type.Implements(superName);
    }
}
