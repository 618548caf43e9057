using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace Lathe.Json;

public ref partial struct JsonCursor
{
    private static readonly SearchValues<byte> s_nameStops = SearchValues.Create(
        [.. Enumerable.Range(0, 256).Select(value => (byte)value).Where(value => value is < 0x20 or >= 0x80 or 0x22 or 0x5C)]);

    /// <summary>Reads <c>{</c> and the first name, in any valid way of writing them.</summary>
    /// <param name="names">The names that the caller knows.</param>
    /// <returns>The name's index, <see cref="JsonNames.Unknown"/>, or <see cref="JsonNames.End"/> for an empty object.</returns>
    /// <exception cref="GraphQLReadException">The next value is not an object, or is malformed.</exception>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public int StartObject(JsonNames names)
    {
        Enter((byte)'{', "an object");
        if (Peek() != '}')
            return ReadName(names, 0);
        _position++;
        _depth--;
        return JsonNames.End;
    }

    /// <summary>Reads <c>{</c> and the first name, which is expected to be written in one way.</summary>
    /// <param name="expected">The brace, the first of the names in quotes, and the colon, in UTF-8.</param>
    /// <param name="names">The names that the caller knows.</param>
    /// <returns>The name's index, <see cref="JsonNames.Unknown"/>, or <see cref="JsonNames.End"/> for an empty object.</returns>
    /// <exception cref="GraphQLReadException">The next value is not an object, or is malformed.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int StartObject(ReadOnlySpan<byte> expected, JsonNames names) => TryStartObject(expected) ? 0 : StartObject(names);

    /// <summary>Reads what follows a member's value: a comma and the next name, or <c>}</c>.</summary>
    /// <param name="names">The names that the caller knows.</param>
    /// <param name="seen">A bit for each of the first 64 names that was read; it only makes the search shorter.</param>
    /// <returns>The name's index, <see cref="JsonNames.Unknown"/>, or <see cref="JsonNames.End"/>.</returns>
    /// <exception cref="GraphQLReadException">The object is malformed.</exception>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public int NextName(JsonNames names, ulong seen = 0)
    {
        var next = Peek();
        if (next == '}')
        {
            _position++;
            _depth--;
            return JsonNames.End;
        }

        if (next != ',')
            throw Malformed("',' or '}'");
        _position++;
        return ReadName(names, seen);
    }

    /// <summary>Makes sure that an object that has just ended had all members that may not be missing.</summary>
    /// <param name="names">The names of the object's members.</param>
    /// <param name="seen">A bit for each member that was read.</param>
    /// <param name="required">A bit for each member that must have been read.</param>
    /// <param name="first">The index of the name that the lowest bit stands for.</param>
    /// <exception cref="GraphQLReadException">A member is missing.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Require(JsonNames names, ulong seen, ulong required, int first = 0)
    {
        if ((required & ~seen) != 0)
            throw Missing(names, first + BitOperations.TrailingZeroCount(required & ~seen));
    }

    /// <summary>Finds the object's <c>__typename</c> without reading the object.</summary>
    /// <param name="types">The type names that the caller knows.</param>
    /// <returns>The type's index, or <see cref="JsonNames.Unknown"/>.</returns>
    /// <exception cref="GraphQLReadException">The next value is not an object, or has no <c>__typename</c>.</exception>
    public readonly int PeekTypeName(JsonNames types)
    {
        var ahead = this;
        if (ahead.TryStartObject("{\"__typename\":"u8))
            return ahead.ReadTypeName(types);
        for (var name = ahead.StartObject(JsonNames.TypeName); name != 0; name = ahead.NextName(JsonNames.TypeName))
        {
            if (name == JsonNames.End)
                throw ahead.Missing(JsonNames.TypeName, 0);
            ahead.SkipValue();
        }

        return ahead.ReadTypeName(types);
    }

    private int ReadTypeName(JsonNames types)
    {
        var index = TryReadKnown(types);
        return index >= 0 ? index : types.Find(Encoding.UTF8.GetBytes(ReadString()));
    }

    private int ReadName(JsonNames names, ulong seen)
    {
        if (Peek() != '"')
            throw Malformed("a name in quotes");
        var text = _json[(_position + 1)..];
        var index = names.Guess(text, seen);
        if (index >= 0)
        {
            _position += names[index].Length + 3;
        }
        else
        {
            index = FindName(names, text);
            if (Peek() != ':')
                throw Malformed("':'");
            _position++;
        }

        Peek();
        return index;
    }

    private int FindName(JsonNames names, ReadOnlySpan<byte> text)
    {
        var length = text.IndexOfAny(s_nameStops);
        if (length < 0 || text[length] != '"')
            return FindUnusualName(names);
        _position += length + 2;
        return names.Find(text[..length]);
    }

    // A name with escapes or other than ASCII text. No GraphQL name has bytes beyond ASCII, so what they are does not
    // matter; but an escape must stand for a character.
    private int FindUnusualName(JsonNames names)
    {
        var start = _position;
        var reader = ReadToken(JsonTokenType.String, "a name in quotes");
        if (!reader.ValueIsEscaped)
            return JsonNames.Unknown;
        var buffer = ArrayPool<byte>.Shared.Rent((_position - start) * 2);
        try
        {
            return names.Find(Unescape(_json[start.._position], buffer));
        }
        catch (InvalidOperationException)
        {
            _position = start;
            throw Malformed("a name of valid Unicode characters");
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static ReadOnlySpan<byte> Unescape(ReadOnlySpan<byte> quoted, byte[] buffer)
    {
        for (var i = 0; i < quoted.Length; i++)
            buffer[i] = quoted[i] < 0x80 ? quoted[i] : (byte)'?';
        var reader = new Utf8JsonReader(buffer.AsSpan(0, quoted.Length));
        reader.Read();
        var text = buffer.AsSpan(quoted.Length);
        return text[..reader.CopyString(text)];
    }
}
