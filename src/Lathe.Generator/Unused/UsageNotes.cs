using System.Collections.Concurrent;
using Lathe.Language.Collections;
using Microsoft.CodeAnalysis;

namespace Lathe.Generator.Unused;

/// <summary>What the C# of a compilation does with generated types. Safe for use by several threads.</summary>
internal sealed class UsageNotes
{
    private readonly ConcurrentDictionary<ISymbol, byte> _read = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ITypeSymbol, byte> _escaped = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ITypeSymbol, ConcurrentDictionary<ITypeSymbol, byte>> _leads = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, byte> _methods = new(SymbolEqualityComparer.Default);

    /// <summary>Gets or sets a value indicating whether there is code that cannot be understood: then all counts as used.</summary>
    public bool IsBlind { get; set; }

    /// <summary>Gets the properties of results that code names, each with the full name of its type.</summary>
    public IEnumerable<(string Type, string Property)> Properties => _read.Keys.Where(static one => GeneratedTypes.IsResult(one.ContainingType))
        .Select(static one => (GeneratedTypes.NameOf(one.ContainingType), one.Name));

    /// <summary>Gets the methods of clients that code names, each with the name of its client.</summary>
    public IEnumerable<(string Client, string Method)> Methods => _methods.Keys.Select(static one => (one.ContainingType.Name, one.Name));

    /// <summary>Gets the types that escape by themselves.</summary>
    public IEnumerable<ITypeSymbol> OwnEscaped => _escaped.Keys;

    /// <summary>Gets the pairs of types of which the first leads to the second.</summary>
    public IEnumerable<(ITypeSymbol From, ITypeSymbol To)> Leads => _leads.SelectMany(static one => one.Value.Keys.Select(to => (one.Key, to)));

    public void Name(IPropertySymbol property) => _read.TryAdd(property.OriginalDefinition, 0);

    public void Name(IMethodSymbol method) => _methods.TryAdd(method.OriginalDefinition, 0);

    /// <summary>Notes that values of a type come to where nobody sees what is read of them.</summary>
    public void Escape(ITypeSymbol type) => _escaped.TryAdd(type.OriginalDefinition, 0);

    /// <summary>Notes that what sees all of one type sees all of another.</summary>
    public void Lead(ITypeSymbol from, ITypeSymbol to)
    {
        if (!SymbolEqualityComparer.Default.Equals(from, to))
            _leads.GetOrAdd(from.OriginalDefinition, static _ => new(SymbolEqualityComparer.Default)).TryAdd(to.OriginalDefinition, 0);
    }

    /// <summary>Finds all types that escape, by themselves or with others.</summary>
    /// <param name="held">What a type that people wrote holds.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public HashSet<ITypeSymbol> Escaped(Func<ITypeSymbol, IEnumerable<ITypeSymbol>> held, CancellationToken cancellationToken) =>
        Closure.Of<ITypeSymbol>(
            _escaped.Keys,
            type => LedBy(type).Concat(held(type)).Select(static one => one.OriginalDefinition),
            SymbolEqualityComparer.Default,
            cancellationToken);

    private IEnumerable<ITypeSymbol> LedBy(ITypeSymbol type) => _leads.TryGetValue(type, out var others) ? others.Keys : [];
}
