using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Text;
using System.Text.Json;

namespace Lathe.Json;

public ref partial struct JsonCursor
{
    private static readonly SearchValues<byte> s_stringEnds = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Select(value => (byte)value), (byte)'"', (byte)'\\']);

    private static readonly UTF8Encoding s_strictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a string.</summary>
    /// <returns>The string, never null.</returns>
    /// <exception cref="GraphQLReadException">The next value is not a string of valid UTF-8.</exception>
    // A copy in each reader would make their code several times as large.
    [MethodImpl(MethodImplOptions.NoInlining)]
    public string ReadString()
    {
        var length = PlainLength();
        return length < 0 ? ReadUnusualString() : TakePlain(length);
    }

    /// <summary>Reads a string or <c>null</c>.</summary>
    /// <returns>The string, or null.</returns>
    /// <exception cref="GraphQLReadException">The next value is neither null nor a string of valid UTF-8.</exception>
    public string? ReadStringOrNull() => TryReadNull() ? null : ReadString();

    /// <summary>Reads an identifier: a string, or an integer as its digits (GraphQL specification, section 3.5.5).</summary>
    /// <returns>The identifier, never null.</returns>
    /// <exception cref="GraphQLReadException">The next value is neither a string nor an integer.</exception>
    public string ReadId() =>
        Peek() is (byte)'-' or (>= (byte)'0' and <= (byte)'9') ? ReadIntegerText() : ReadString();

    /// <summary>Reads the text of an enum's value.</summary>
    /// <param name="values">The values that the caller knows; theirs is not allocated again.</param>
    /// <returns>The text, never null.</returns>
    /// <exception cref="GraphQLReadException">The next value is not a string of valid UTF-8.</exception>
    internal string ReadEnumText(JsonNames values)
    {
        var index = TryReadKnown(values);
        return index >= 0 ? values.GetText(index) : ReadString();
    }

    // Reads a string that is written like one of the names, or nothing.
    private int TryReadKnown(JsonNames names)
    {
        Peek();
        var json = _json[_position..];
        if (json.Length < 2 || json[0] != '"')
            return JsonNames.Unknown;
        var length = json[1..].IndexOf((byte)'"');
        var index = length < 0 ? JsonNames.Unknown : names.Find(json.Slice(1, length));
        if (index >= 0)
            _position += length + 2;
        return index;
    }

    // The length of the string at the cursor when it is at most 15 bytes of ASCII without escapes, or -1.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal readonly int PlainLength()
    {
        var json = _json[_position..];
        if (json.Length < 17 || json[0] != '"')
            return -1;
        var block = Vector128.Create(json.Slice(1, 16));

        // As signed bytes, control characters and everything beyond ASCII are both less than a space.
        var stops = Vector128.LessThan(block.AsSByte(), Vector128.Create((sbyte)0x20)).AsByte()
            | Vector128.Equals(block, Vector128.Create((byte)'"'))
            | Vector128.Equals(block, Vector128.Create((byte)'\\'));
        var mask = stops.ExtractMostSignificantBits();
        var length = BitOperations.TrailingZeroCount(mask);
        return mask != 0 && json[1 + length] == '"' ? length : -1;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private string TakePlain(int length)
    {
        var text = Encoding.Latin1.GetString(_json.Slice(_position + 1, length));
        _position += length + 2;
        return text;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private string ReadUnusualString()
    {
        if (SkippedWhiteSpace())
            return ReadString();
        if (Peek() != '"')
            throw Mismatch("a string");
        var json = _json[(_position + 1)..];
        var length = json.IndexOfAny(s_stringEnds);
        if (length < 0 || json[length] != '"')
            return ReadEscapedString();
        try
        {
            var text = s_strictUtf8.GetString(json[..length]);
            _position += length + 2;
            return text;
        }
        catch (DecoderFallbackException)
        {
            throw Malformed("a string of valid UTF-8");
        }
    }

    private string ReadEscapedString()
    {
        var start = _position;
        var reader = ReadToken(JsonTokenType.String, "a string");
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            _position = start;
            throw Malformed("a string of valid Unicode characters");
        }
    }

    private string ReadIntegerText()
    {
        var start = _position;
        var reader = ReadToken(JsonTokenType.Number, "a string or an integer");
        if (reader.ValueSpan.IndexOfAny("."u8[0], "e"u8[0], "E"u8[0]) < 0)
            return Encoding.ASCII.GetString(reader.ValueSpan);
        _position = start;
        throw Mismatch("a string or an integer");
    }
}
