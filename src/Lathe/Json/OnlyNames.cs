using System.Collections.Concurrent;
using System.Text;

namespace Lathe.Json;

/// <summary>The tables of records with one member. One is made when an answer first writes the member in an unusual way, and kept.</summary>
internal static class OnlyNames
{
    private static readonly ConcurrentDictionary<ulong, JsonNames> s_required = new();
    private static readonly ConcurrentDictionary<ulong, JsonNames> s_optional = new();

    /// <summary>Gets the table of a member that may not be missing.</summary>
    public static JsonNames Required(ReadOnlySpan<byte> name) => Find(s_required, name, "");

    /// <summary>Gets the table of a member that may be missing.</summary>
    public static JsonNames Optional(ReadOnlySpan<byte> name) => Find(s_optional, name, "?");

    private static JsonNames Find(ConcurrentDictionary<ulong, JsonNames> tables, ReadOnlySpan<byte> name, string suffix)
    {
        var key = Hash(name);
        if (tables.TryGetValue(key, out var names) && names[0].SequenceEqual(name))
            return names;
        names = new JsonNames([.. name, .. Encoding.ASCII.GetBytes(suffix)]);
        // When two names have one hash, the second gets a table for each answer.
        tables.TryAdd(key, names);
        return names;
    }

    // FNV-1a.
    private static ulong Hash(ReadOnlySpan<byte> name)
    {
        var hash = 0xCBF29CE484222325;
        foreach (var unit in name)
            hash = (hash ^ unit) * 0x100000001B3;
        return hash;
    }
}
