using System.Buffers.Text;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Lathe.Json;

public ref partial struct JsonCursor
{
    private const int GuidLength = 36;

    /// <summary>Reads a boolean.</summary>
    /// <returns>The boolean.</returns>
    /// <exception cref="GraphQLReadException">The next value is not a boolean.</exception>
    public bool ReadBoolean()
    {
        if (TryPlainBoolean(out var value))
            return value;
        if (SkippedWhiteSpace())
            return ReadBoolean();
        throw _json[_position..].Length > 0 && _json[_position] is (byte)'t' or (byte)'f' ? Malformed("true or false") : Mismatch("a boolean");
    }

    /// <summary>Reads a UUID of 32 digits with hyphens.</summary>
    /// <returns>The UUID.</returns>
    /// <exception cref="GraphQLReadException">The next value is not such a string.</exception>
    public Guid ReadGuid()
    {
        if (TryPlainGuid(out var value))
            return value;
        if (SkippedWhiteSpace())
            return ReadGuid();

        var start = _position;
        var reader = ReadText("a UUID");
        return reader.TryGetGuid(out var unusual) ? unusual : throw BadText(start, "a UUID");
    }

    /// <summary>Reads a URL, absolute or relative.</summary>
    /// <returns>The URL, never null.</returns>
    /// <exception cref="GraphQLReadException">The next value is not a string that is a URL.</exception>
    public Uri ReadUri()
    {
        Peek();
        var start = _position;
        return Uri.TryCreate(ReadString(), UriKind.RelativeOrAbsolute, out var uri) ? uri : throw BadText(start, "a URL");
    }

    /// <summary>Reads bytes that are written in base64 (RFC 4648, section 4).</summary>
    /// <returns>The bytes, never null.</returns>
    /// <exception cref="GraphQLReadException">The next value is not such a string.</exception>
    public byte[] ReadBytes()
    {
        Peek();
        var start = _position;
        var reader = ReadText("base64 text");
        return reader.TryGetBytesFromBase64(out var bytes) ? bytes : throw BadText(start, "base64 text");
    }

    /// <summary>Reads any value, <c>null</c> too, into memory of its own.</summary>
    /// <returns>The value; it stays valid without the response.</returns>
    /// <exception cref="GraphQLReadException">The next value is not valid JSON, or too deep.</exception>
    public JsonElement ReadElement()
    {
        var start = _position;
        SkipValue();
        var reader = new Utf8JsonReader(_json[start.._position], new JsonReaderOptions { MaxDepth = _maxDepth });
        return JsonElement.ParseValue(ref reader);
    }

    /// <summary>Reads any value and forgets it.</summary>
    /// <exception cref="GraphQLReadException">The next value is not valid JSON, or too deep.</exception>
    public void SkipValue()
    {
        var length = PlainLength();
        if (length >= 0)
        {
            _position += length + 2;
            return;
        }

        var next = Peek();
        if (next is (byte)'{' or (byte)'[' && _depth >= _maxDepth)
            throw TooDeep();
        var reader = new Utf8JsonReader(_json[_position..], new JsonReaderOptions { MaxDepth = Math.Max(1, _maxDepth - _depth) });
        try
        {
            reader.Read();
            reader.Skip();
        }
        catch (JsonException)
        {
            // The reader's depth does not count the container whose first token it is on.
            var isStart = reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray;
            throw SkipFailure(reader.CurrentDepth + (isStart ? 1 : 0), (int)reader.BytesConsumed);
        }

        _position += (int)reader.BytesConsumed;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryPlainBoolean(out bool value)
    {
        var json = _json[_position..];
        value = json.StartsWith("true"u8);
        if (!value && !json.StartsWith("false"u8))
            return false;
        _position += value ? 4 : 5;
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryPlainGuid(out Guid value)
    {
        var json = _json[_position..];
        value = default;
        if (json.Length <= GuidLength + 1 || json[0] != '"' || json[GuidLength + 1] != '"'
            || !Utf8Parser.TryParse(json.Slice(1, GuidLength), out value, out var consumed, 'D') || consumed != GuidLength)
            return false;
        _position += GuidLength + 2;
        return true;
    }

    private GraphQLReadException SkipFailure(int depth, int consumed)
    {
        _position += consumed;
        return Peek() is (byte)'{' or (byte)'[' && _depth + depth >= _maxDepth
            ? TooDeep()
            : GraphQLReadException.Malformed(_json, _position, "valid JSON");
    }
}
