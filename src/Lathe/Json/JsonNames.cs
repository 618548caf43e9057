using System.Buffers.Binary;
using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
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

    // Names are kept as they end in JSON, so that one comparison finds the quote and the colon too.
    private const int EndLength = 2;

    private readonly byte[] _text;
    private readonly int[] _starts;
    private readonly ulong[] _keys;
    private readonly ulong[] _required;
    private readonly ExpectedName[] _expected;
    private string?[]? _texts;

    /// <summary>Makes the list.</summary>
    /// <param name="names">GraphQL names with one space between them, in the order of their indexes. Behind a member that may be missing stands
    /// <c>?</c>.</param>
    public JsonNames(ReadOnlySpan<byte> names)
    {
        var count = names.Count((byte)' ') + 1;
        (_text, _starts, _keys, _required) =
            (new byte[names.Length + 1 + count], new int[count + 1], new ulong[count], new ulong[((count - 1) / 64) + 1]);
        for (var index = 0; index < count; index++)
        {
            var length = names.IndexOf((byte)' ');
            var name = length < 0 ? names : names[..length];
            names = names[Math.Min(names.Length, name.Length + 1)..];
            if (name.EndsWith("?"u8))
                name = name[..^1];
            else
                _required[index / 64] |= 1UL << (index % 64);
            _keys[index] = Key(name);
            name.CopyTo(_text.AsSpan(_starts[index]));
            "\":"u8.CopyTo(_text.AsSpan(_starts[index] + name.Length));
            _starts[index + 1] = _starts[index] + name.Length + EndLength;
        }

        _expected = new ExpectedName[count];
        for (var index = 0; index < count; index++)
            _expected[index] = new ExpectedName(
                index == 0 ? (byte)'{' : (byte)',', _text.AsSpan(_starts[index], _starts[index + 1] - _starts[index]));
    }

    /// <summary>Makes the list.</summary>
    /// <param name="names">GraphQL names as the constructor takes them.</param>
    public static implicit operator JsonNames(ReadOnlySpan<byte> names) => new(names);

    /// <summary>Gets the number of names.</summary>
    public int Count => _keys.Length;

    internal ReadOnlySpan<byte> this[int index] =>
        _text.AsSpan(_starts[index], _starts[index + 1] - _starts[index] - EndLength);

    /// <summary>Returns a name as text.</summary>
    /// <param name="index">The name's index.</param>
    /// <returns>The name, the same object each time once it was made.</returns>
    public string GetText(int index)
    {
        // Two threads may both make a text. Either one is fine.
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

    /// <summary>Finds a name.</summary>
    /// <param name="name">The name, or null for none.</param>
    /// <returns>Its index, or -1.</returns>
    public int IndexOf(string? name)
    {
        const int MostStackBytes = 128;
        if (name is null)
            return -1;
        var length = Encoding.UTF8.GetByteCount(name);
        var text = length <= MostStackBytes ? stackalloc byte[MostStackBytes] : new byte[length];
        return Math.Max(Find(text[..Encoding.UTF8.GetBytes(name, text)]), -1);
    }

    // Returns the length of a name at a place with what stands before and behind it as servers mostly write it, or 0.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int Match(ReadOnlySpan<byte> json, int position, int index)
    {
        var expected = _expected;
        return (uint)index < (uint)expected.Length ? expected[index].Match(json, position) : 0;
    }

    // Whether no member is missing, of at most 64.
    internal bool HasAll(ulong seen) => (_required[0] & ~seen) == 0;

    // Returns the index of the first member that may not be missing and was not seen, or -1.
    internal int FindMissing(ReadOnlySpan<ulong> seen)
    {
        for (var word = 0; word < _required.Length; word++)
        {
            if ((_required[word] & ~seen[word]) is not 0 and var missing)
                return (word * 64) + BitOperations.TrailingZeroCount(missing);
        }

        return -1;
    }

    // Tries the first and the last name that were not seen: the two orders in which servers write members. The text
    // begins behind a name's first quote, and must have a colon right behind its second.
    internal int Guess(ReadOnlySpan<byte> text, ulong seen)
    {
        var first = BitOperations.TrailingZeroCount(~seen);
        if (first < Count && IsAt(text, first))
            return first;
        var last = Math.Min(Count, 64) - 1;
        last -= BitOperations.LeadingZeroCount(~(seen << (63 - last)));
        return last > first && IsAt(text, last) ? last : Unknown;
    }

    private bool IsAt(ReadOnlySpan<byte> text, int index) =>
        text.StartsWith(_text.AsSpan(_starts[index], _starts[index + 1] - _starts[index]));

    // Not unique, but names of one object seldom share it.
    private static ulong Key(ReadOnlySpan<byte> name) => name.Length switch
    {
        >= 4 => (BinaryPrimitives.ReadUInt32LittleEndian(name)
            | ((ulong)BinaryPrimitives.ReadUInt32LittleEndian(name[^4..]) << 32)) + ((ulong)name.Length * 0x9E3779B97F4A7C15),
        > 0 => name[0] | ((ulong)name[name.Length / 2] << 8) | ((ulong)name[^1] << 16) | ((ulong)name.Length << 24),
        _ => 0,
    };
}
