using System.Buffers.Binary;
using System.ComponentModel;
using System.Numerics;
using System.Text;

namespace Lathe.Json;

/// <summary>The names of an object's members, of an enum's values or of types, found by their UTF-8 bytes. Used by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class JsonNames
{
    /// <summary>Stands for the end of the object.</summary>
    public const int End = -1;

    /// <summary>Stands for a name that is not in the list.</summary>
    public const int Unknown = -2;

    internal static readonly JsonNames TypeName = new("__typename"u8);

    private readonly byte[] _text;
    private readonly int[] _starts;
    private readonly ulong[] _keys;
    private string?[]? _texts;

    /// <summary>Makes the list.</summary>
    /// <param name="names">GraphQL names with one space between them, in the order of their indexes.</param>
    public JsonNames(ReadOnlySpan<byte> names)
    {
        _text = names.ToArray();
        var count = names.Count((byte)' ') + 1;
        (_starts, _keys) = (new int[count + 1], new ulong[count]);
        for (var index = 0; index < count; index++)
        {
            var rest = names[_starts[index]..];
            var length = rest.IndexOf((byte)' ');
            _keys[index] = Key(length < 0 ? rest : rest[..length]);
            _starts[index + 1] = _starts[index] + (length < 0 ? rest.Length : length) + 1;
        }
    }

    /// <summary>Gets the number of names.</summary>
    public int Count => _keys.Length;

    internal ReadOnlySpan<byte> this[int index] =>
        _text.AsSpan(_starts[index], _starts[index + 1] - _starts[index] - 1);

    /// <summary>Returns a name as text.</summary>
    /// <param name="index">The name's index.</param>
    /// <returns>The name, the same object each time once it was made.</returns>
    public string GetText(int index)
    {
        // Two threads may both make a text; either serves.
        _texts ??= new string?[Count];
        return _texts[index] ??= Encoding.ASCII.GetString(this[index]);
    }

    /// <summary>Finds a name.</summary>
    /// <param name="name">The name in UTF-8.</param>
    /// <returns>Its index, or <see cref="Unknown"/>.</returns>
    public int Find(ReadOnlySpan<byte> name)
    {
        var key = Key(name);
        for (var index = 0; index < _keys.Length; index++)
        {
            var next = _keys.AsSpan(index).IndexOf(key);
            if (next < 0)
                break;
            index += next;
            if (this[index].SequenceEqual(name))
                return index;
        }

        return Unknown;
    }

    // Tries the first and the last name that were not seen: the two orders in which servers write members.
    internal int Guess(ReadOnlySpan<byte> text, ulong seen)
    {
        var first = BitOperations.TrailingZeroCount(~seen);
        if (first < Count && IsAt(text, first))
            return first;
        var last = Math.Min(Count, 64) - 1;
        last -= BitOperations.LeadingZeroCount(~(seen << (63 - last)));
        return last > first && IsAt(text, last) ? last : Unknown;
    }

    private bool IsAt(ReadOnlySpan<byte> text, int index)
    {
        var name = this[index];
        return text.Length > name.Length && text[name.Length] == '"' && text.StartsWith(name);
    }

    // Not unique, but names of one object seldom share it.
    private static ulong Key(ReadOnlySpan<byte> name) => name.Length switch
    {
        >= 4 => (BinaryPrimitives.ReadUInt32LittleEndian(name)
            | ((ulong)BinaryPrimitives.ReadUInt32LittleEndian(name[^4..]) << 32)) + ((ulong)name.Length * 0x9E3779B97F4A7C15),
        > 0 => name[0] | ((ulong)name[name.Length / 2] << 8) | ((ulong)name[^1] << 16) | ((ulong)name.Length << 24),
        _ => 0,
    };
}
