using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Lathe.Generator.Unused;

/// <summary>
/// Finds what a value of a type may hold that is watched: generated results, type parameters of the project's own code, and the types that people
/// wrote, which may hold results.
/// </summary>
internal sealed class TypeContents(UsageNotes notes, CodeInSight sight)
{
    private static readonly ImmutableArray<ITypeSymbol> s_none = ImmutableArray<ITypeSymbol>.Empty;

    private readonly ConcurrentDictionary<ITypeSymbol, ImmutableArray<ITypeSymbol>> _known = new(SymbolEqualityComparer.Default);

    private readonly ConcurrentDictionary<INamedTypeSymbol, bool> _marked = new(SymbolEqualityComparer.Default);

    /// <summary>Gets whose code is looked at.</summary>
    public CodeInSight Sight => sight;

    /// <summary>Tells whether a type is marked as made by Lathe.</summary>
    public bool IsMarked(INamedTypeSymbol type) => _marked.GetOrAdd(type, static one => GeneratedTypes.IsMarked(one));

    /// <summary>Gets the watched types within a type. What stands in a library's generic type that may look inside escapes.</summary>
    public ImmutableArray<ITypeSymbol> Of(ITypeSymbol? type)
    {
        if (type is null || type.SpecialType != SpecialType.None)
            return s_none;
        if (_known.TryGetValue(type, out var known))
            return known;
        var found = Find(type);
        _known.TryAdd(type, found);
        return found;
    }

    /// <summary>Finds what a type that people wrote shows to those who can only look at it from outside: serializers, comparers.</summary>
    public IEnumerable<ITypeSymbol> HeldBy(ITypeSymbol type)
    {
        if (type is not INamedTypeSymbol named || GeneratedTypes.IsResult(type) || IsComponent(named))
            return [];
        return named.GetMembers().SelectMany(member => Visible(member, named.IsRecord)).SelectMany(one => Of(one));
    }

    /// <summary>Tells whether a type is a Blazor component, which nobody serializes or compares.</summary>
    public static bool IsComponent(INamedTypeSymbol type) => type.AllInterfaces.Any(static one => one.Name == "IComponent"
        && one.ContainingNamespace.ToDisplayString() == "Microsoft.AspNetCore.Components");

    private ImmutableArray<ITypeSymbol> Find(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => Of(array.ElementType),
        ITypeParameterSymbol parameter => sight.Has(parameter) ? ImmutableArray.Create<ITypeSymbol>(parameter) : s_none,
        INamedTypeSymbol { IsAnonymousType: true, TypeKind: not TypeKind.Delegate } anonymous =>
            Distinct(anonymous.GetMembers().OfType<IPropertySymbol>().SelectMany(property => Of(property.Type))),
        INamedTypeSymbol { TypeKind: TypeKind.Delegate, DelegateInvokeMethod: { } invoke } => OfSignature(invoke),
        INamedTypeSymbol named => OfNamed(named),
        _ => s_none,
    };

    /// <summary>Gets the watched types within the parameters and the result of a method.</summary>
    public ImmutableArray<ITypeSymbol> OfSignature(IMethodSymbol method) =>
        Distinct(method.Parameters.Select(static one => one.Type).Append(method.ReturnType).SelectMany(one => Of(one)));

    private ImmutableArray<ITypeSymbol> OfNamed(INamedTypeSymbol type)
    {
        if (GeneratedTypes.IsResult(type))
            return ImmutableArray.Create<ITypeSymbol>(type);
        var isInSight = sight.Has(type) && type.TypeKind is not TypeKind.Enum && !type.IsStatic;
        var found = new List<ITypeSymbol>();
        if (isInSight)
            found.Add(type.OriginalDefinition);
        for (var owner = type; owner is not null; owner = owner.ContainingType)
        {
            for (var index = 0; index < owner.TypeArguments.Length; index++)
                AddArgument(owner, index, found);
        }

        return Distinct(found);
    }

    private void AddArgument(INamedTypeSymbol type, int index, List<ITypeSymbol> found)
    {
        foreach (var one in Of(type.TypeArguments[index]))
        {
            if (sight.Has(type))
                notes.Lead(type.OriginalDefinition.TypeParameters[index], one);
            else if (!KnownGenerics.Keeps(type.OriginalDefinition, index))
                notes.Escape(one);
            found.Add(one);
        }
    }

    // Serializers see public members; records compare all.
    private static IEnumerable<ITypeSymbol> Visible(ISymbol member, bool isRecord) => member switch
    {
        IPropertySymbol { IsStatic: false } property when IsShown(property) => [property.Type],
        IFieldSymbol { IsStatic: false } field when isRecord || IsShown(field) => [field.Type],
        _ => [],
    };

    private static bool IsShown(ISymbol member) =>
        member.DeclaredAccessibility == Accessibility.Public || (!member.IsImplicitlyDeclared && member.GetAttributes().Length > 0);

    private static ImmutableArray<ITypeSymbol> Distinct(IEnumerable<ITypeSymbol> types) =>
        types.Distinct<ITypeSymbol>(SymbolEqualityComparer.Default).ToImmutableArray();
}
