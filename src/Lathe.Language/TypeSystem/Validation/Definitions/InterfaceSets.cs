namespace Lathe.Language.TypeSystem.Validation.Definitions;

/// <summary>
/// Compares the interfaces of types. In a schema of many interfaces that implement each other the pairs to compare are as
/// many as what is written, and each set is as large as the schema: sets that are large in this sense are compared a
/// word of bits at a time. All bits together take no more than eight bytes for each interface that is written.
/// </summary>
internal sealed class InterfaceSets
{
    private const int WordSize = 64;

    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly Dictionary<TypeShape, ulong[]> _bits = [];

    internal InterfaceSets(TypeShapes types)
    {
        foreach (var name in types.Defined.SelectMany(static type => type.InterfaceNames))
        {
            if (!_places.ContainsKey(name))
                _places.Add(name, _places.Count);
        }

        foreach (var type in types.Defined)
        {
            if (type.InterfaceNames.Count * WordSize > _places.Count)
                _bits.Add(type, BitsOf(type));
        }
    }

    /// <summary>Tells whether one type implements all that another does.</summary>
    internal bool Covers(TypeShape type, TypeShape implemented)
    {
        if (!_bits.TryGetValue(type, out var all) || !_bits.TryGetValue(implemented, out var wanted))
            return implemented.InterfaceNames.All(type.Implements);
        for (var word = 0; word < wanted.Length; word++)
        {
            if ((wanted[word] & ~all[word]) != 0)
                return false;
        }

        return true;
    }

    private ulong[] BitsOf(TypeShape type)
    {
        var bits = new ulong[(_places.Count / WordSize) + 1];
        foreach (var name in type.InterfaceNames)
            bits[_places[name] / WordSize] |= 1UL << (_places[name] % WordSize);
        return bits;
    }
}
