using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Lathe.Json;

public ref partial struct JsonCursor
{
    private static readonly SearchValues<byte> s_nameStops = SearchValues.Create(
        [.. Enumerable.Range(0, 256).Select(value => (byte)value).Where(value => value is < 0x20 or >= 0x80 or 0x22 or 0x5C)]);

    /// <summary>Finds the object's <c>__typename</c> without reading the object.</summary>
    /// <param name="types">The type names that the caller knows.</param>
    /// <returns>The type's index, or <see cref="JsonNames.Unknown"/>.</returns>
    /// <exception cref="GraphQLReadException">The next value is not an object, or has no <c>__typename</c>.</exception>
    public readonly int PeekTypeName(JsonNames types)
    {
        var ahead = this;
        return ahead.FindTypeName() ? ahead.ReadTypeName(types) : throw ahead.Missing(JsonNames.TypeName, 0);
    }

    /// <summary>Finds the object's <c>__typename</c>, which may be missing, without reading the object.</summary>
    /// <param name="types">The type names that the caller knows.</param>
    /// <returns>The type's index, or <see cref="JsonNames.Unknown"/>.</returns>
    /// <exception cref="GraphQLReadException">The next value is not an object, or is malformed.</exception>
    public readonly int PeekTypeNameOrNone(JsonNames types)
    {
        var ahead = this;
        return ahead.FindTypeName() ? ahead.ReadTypeName(types) : JsonNames.Unknown;
    }

    private bool FindTypeName()
    {
        if (TryStartObject("{\"__typename\":"u8))
            return true;
        for (var name = StartObject(JsonNames.TypeName); name != JsonNames.End; name = NextName(JsonNames.TypeName))
        {
            if (name == 0)
                return true;
            SkipValue();
        }

        return false;
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
