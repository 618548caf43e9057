using System.Text.Json;

namespace Lathe.Json;

public ref partial struct JsonCursor
{
    // The value at the cursor is well-formed so far, but not what the schema says.
    private GraphQLReadException Mismatch(string expected)
    {
        var actual = Peek() switch
        {
            (byte)'n' => "null",
            (byte)'"' => "a string",
            (byte)'{' => "an object",
            (byte)'[' => "an array",
            (byte)'t' or (byte)'f' => "a boolean",
            (byte)'-' or (>= (byte)'0' and <= (byte)'9') => "a number",
            _ => null,
        };
        return actual is null ? Malformed(expected) : GraphQLReadException.Mismatch(_json, _position, expected, actual);
    }

    private readonly GraphQLReadException BadText(int position, string expected) =>
        GraphQLReadException.Mismatch(_json, position, expected, "other text");

    private readonly GraphQLReadException Malformed(string expected) =>
        GraphQLReadException.Malformed(_json, _position, expected);

    private readonly GraphQLReadException TooDeep() =>
        GraphQLReadException.TooDeep(_json, _position, _maxDepth);

    private readonly GraphQLReadException Missing(JsonNames names, int index) =>
        GraphQLReadException.Missing(_json, _position - 1, names.GetText(index));

    // The cursor is at the second value.
    private readonly GraphQLReadException Repeated() => GraphQLReadException.Repeated(_json, _position);

    // Reads one token by the library's reader, for everything that the fast paths leave out.
    private Utf8JsonReader ReadToken(JsonTokenType type, string expected)
    {
        Peek();
        var reader = new Utf8JsonReader(_json[_position..]);
        try
        {
            reader.Read();
        }
        catch (JsonException)
        {
            throw Mismatch(expected);
        }

        if (reader.TokenType != type)
            throw Mismatch(expected);
        _position += (int)reader.BytesConsumed;
        return reader;
    }

    // Reads a string that is to be parsed. The library's parsers throw where an escaped text is not valid Unicode.
    private Utf8JsonReader ReadText(string expected)
    {
        var start = _position;
        var reader = ReadToken(JsonTokenType.String, expected);
        if (!reader.ValueIsEscaped)
            return reader;
        try
        {
            reader.GetString();
            return reader;
        }
        catch (InvalidOperationException)
        {
            throw BadText(start, expected);
        }
    }
}
