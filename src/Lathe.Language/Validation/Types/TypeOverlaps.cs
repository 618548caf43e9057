using Lathe.Language.TypeSystem;

namespace Lathe.Language.Validation.Types;

/// <summary>Whether a value can be of two composite types at once; each pair is worked out once.</summary>
internal sealed class TypeOverlaps(Schema schema)
{
    private readonly Dictionary<(string First, string Second), bool> _pairs = [];
    private readonly Dictionary<string, HashSet<string>> _possible = new(StringComparer.Ordinal);

    public bool Exists(NamedType first, NamedType second)
    {
        if (first.Name == second.Name)
            return true;
        if (first is ObjectType)
            return second is not ObjectType && schema.IsSubtype(second.Name, first.Name);
        if (second is ObjectType)
            return schema.IsSubtype(first.Name, second.Name);
        var key = string.CompareOrdinal(first.Name, second.Name) < 0 ? (first.Name, second.Name) : (second.Name, first.Name);
        if (!_pairs.TryGetValue(key, out var exists))
            _pairs.Add(key, exists = PossibleTypes(first.Name).Overlaps(PossibleTypes(second.Name)));
        return exists;
    }

    private HashSet<string> PossibleTypes(string name)
    {
        if (!_possible.TryGetValue(name, out var types))
            _possible.Add(name, types = new HashSet<string>(schema.GetPossibleTypes(name), StringComparer.Ordinal));
        return types;
    }
}
