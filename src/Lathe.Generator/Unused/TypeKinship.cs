using Microsoft.CodeAnalysis;

namespace Lathe.Generator.Unused;

/// <summary>Whether values of one type are also known as values of another.</summary>
internal static class TypeKinship
{
    /// <summary>Tells whether two types are the same, or one is a base or an interface of the other.</summary>
    public static bool Are(ITypeSymbol one, ITypeSymbol other) =>
        SymbolEqualityComparer.Default.Equals(one.OriginalDefinition, other.OriginalDefinition) || Derives(one, other) || Derives(other, one);

    private static bool Derives(ITypeSymbol type, ITypeSymbol from)
    {
        for (var one = type.BaseType; one is not null; one = one.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(one.OriginalDefinition, from.OriginalDefinition))
                return true;
        }

        return from.TypeKind == TypeKind.Interface
            && type.AllInterfaces.Any(one => SymbolEqualityComparer.Default.Equals(one.OriginalDefinition, from.OriginalDefinition));
    }
}
