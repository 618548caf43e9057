using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace Lathe.Generator.Unused;

/// <summary>Finds where types that people wrote show results to libraries: by what they derive from, by attributes, by interfaces.</summary>
internal sealed class TypeExposure(UsageNotes notes, TypeContents contents)
{
    // Their members are not looked at by anybody else.
    private static readonly HashSet<string> s_plainBases = new(StringComparer.Ordinal)
    {
        "object", "System.ValueType", "System.Enum", "System.Exception", "System.Attribute", "System.Delegate", "System.MulticastDelegate",
        "System.EventArgs", "Microsoft.Extensions.Hosting.BackgroundService",
    };

    private static readonly string[] s_plainInterfaces =
    [
        "System.IDisposable", "System.IAsyncDisposable", "Microsoft.Extensions.Hosting.IHostedService", "System.IEquatable",
        "System.Collections", "System.ICloneable", "System.IFormattable",
    ];

    private static readonly string[] s_plainAttributes =
    [
        "System.Runtime.CompilerServices", "System.Diagnostics", "System.ObsoleteAttribute", "System.FlagsAttribute", "System.CLSCompliantAttribute",
        "Microsoft.AspNetCore.Components", "System.CodeDom.Compiler", "Microsoft.CodeAnalysis", "System.ComponentModel.EditorBrowsableAttribute",
    ];

    // Names are made once for each of the few: to make one costs more than all that is asked of a type.
    private readonly ConcurrentDictionary<INamedTypeSymbol, bool> _isPlainInterface = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<INamedTypeSymbol, bool> _isPlainAttribute = new(SymbolEqualityComparer.Default);

    /// <summary>Looks at the declaration of a type.</summary>
    public void LookAt(INamedTypeSymbol type)
    {
        foreach (var one in type.Interfaces.Append(type.BaseType).OfType<INamedTypeSymbol>())
        {
            contents.Of(one);
            if (!contents.Sight.Has(one))
                continue;
            notes.Lead(one, type);
            LeadParameters(type, one);
        }

        if (contents.Sight.Joins)
            NoteHeld(type);

        var isShown = IsShown(type);
        foreach (var member in type.GetMembers())
        {
            var isCalledUnseen = (isShown && member.DeclaredAccessibility == Accessibility.Public) || HasAttributes(member);
            foreach (var one in TypesOf(member).SelectMany(shown => contents.Of(shown)))
            {
                if (isCalledUnseen)
                    notes.Escape(one);
            }

            NoteTypesOfAttributes(member);
        }

        NoteTypesOfAttributes(type);
    }

    // Who calls by way of the base hands a value to the code of the type, whose parameter has another name.
    private void LeadParameters(INamedTypeSymbol type, INamedTypeSymbol from)
    {
        for (var index = 0; index < from.TypeArguments.Length; index++)
        {
            if (from.TypeArguments[index] is ITypeParameterSymbol parameter
                && SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, type))
                notes.Lead(parameter, from.OriginalDefinition.TypeParameters[index]);
        }
    }

    // Another project may let the type escape.
    private void NoteHeld(INamedTypeSymbol type)
    {
        foreach (var held in contents.HeldBy(type))
            notes.Lead(type, held);
    }

    private bool IsShown(INamedTypeSymbol type)
    {
        if (HasAttributes(type))
            return true;
        if (TypeContents.IsComponent(type))
            return false;
        return IsOfLibrary(type.BaseType) || type.AllInterfaces.Any(one => !contents.Sight.Has(one) && !_isPlainInterface.GetOrAdd(
            one.OriginalDefinition, static given => Array.Exists(s_plainInterfaces, given.ToDisplayString().StartsWith)));
    }

    private bool IsOfLibrary(INamedTypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (!contents.Sight.Has(type))
                return !s_plainBases.Contains(type.ToDisplayString());
        }

        return false;
    }

    private bool HasAttributes(ISymbol symbol) => !symbol.IsImplicitlyDeclared && symbol.GetAttributes().Any(attribute =>
        attribute.AttributeClass is { } type && !_isPlainAttribute.GetOrAdd(
            type, static given => Array.Exists(s_plainAttributes, given.ToDisplayString().StartsWith)));

    private void NoteTypesOfAttributes(ISymbol symbol)
    {
        foreach (var value in symbol.GetAttributes().SelectMany(static attribute => attribute.ConstructorArguments))
        {
            if (value is { Kind: TypedConstantKind.Type, Value: ITypeSymbol type })
                contents.Of(type).ToList().ForEach(notes.Escape);
        }
    }

    private static IEnumerable<ITypeSymbol> TypesOf(ISymbol member) => member switch
    {
        IPropertySymbol property => [property.Type],
        IFieldSymbol field => [field.Type],
        IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.Constructor } method =>
            [method.ReturnType, .. method.Parameters.Select(static one => one.Type)],
        IEventSymbol one => [one.Type],
        _ => [],
    };
}
