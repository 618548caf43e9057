using System.Globalization;
using Lathe.Language.Text;

namespace Lathe.Language.Json;

/// <summary>Reads one text. A fault is a null result and <see cref="Fault"/>: no exception is thrown for bad input.</summary>
internal sealed class JsonReader(string text, int maxDepth, CancellationToken cancellationToken)
{
    private readonly JsonStringReader _strings = new(text);
    private int _position;
    private int _depth;

    public string? Fault { get; private set; }

    public SourceSpan FaultSpan { get; private set; }

    public JsonNode? ReadDocument()
    {
        if (text.Length > 0 && text[0] == '\uFEFF')
            _position = 1;
        var root = ReadValue();
        if (root is null)
            return null;
        return Peek() is var next and >= 0 ? Fail($"Expected the end of the file, found {Show(next)}. A file holds one JSON value.") : root;
    }

    private JsonNode? ReadValue()
    {
        var next = Peek();
        return next switch
        {
            '"' => ReadString() is { } value ? new JsonString(_strings.Span, value) : null,
            '{' => ReadObject(),
            '[' => ReadArray(),
            '-' or (>= '0' and <= '9') => ReadNumber(),
            't' => ReadLiteral("true"),
            'f' => ReadLiteral("false"),
            'n' => ReadLiteral("null"),
            _ => Fail($"Expected a value, found {Show(next)}.{Advice(next)}"),
        };
    }

    private JsonObject? ReadObject()
    {
        var start = _position;
        if (!Enter())
            return null;
        if (Peek() == '}')
            return new JsonObject(Leave(start), []);
        var properties = new List<JsonProperty>();
        while (true)
        {
            if (ReadProperty() is not { } property)
                return null;
            properties.Add(property);
            switch (Peek())
            {
                case ',':
                    _position++;
                    continue;
                case '}':
                    return new JsonObject(Leave(start), properties);
                case var next:
                    Fail($"Expected ',' or '}}' after a property, found {Show(next)}.{Advice(next)}");
                    return null;
            }
        }
    }

    private JsonProperty? ReadProperty()
    {
        if (Peek() is var next and not '"')
        {
            Fail($"Expected a property name in double quotes, found {Show(next)}.{Advice(next)}");
            return null;
        }

        if (ReadString() is not { } name)
            return null;
        var span = _strings.Span;
        if (Peek() is var colon and not ':')
        {
            Fail($"Expected ':' after the property name, found {Show(colon)}.{Advice(colon)}");
            return null;
        }

        _position++;
        return ReadValue() is { } value ? new JsonProperty(name, span, value) : null;
    }

    private JsonArray? ReadArray()
    {
        var start = _position;
        if (!Enter())
            return null;
        if (Peek() == ']')
            return new JsonArray(Leave(start), []);
        var items = new List<JsonNode>();
        while (true)
        {
            if (ReadValue() is not { } item)
                return null;
            items.Add(item);
            switch (Peek())
            {
                case ',':
                    _position++;
                    continue;
                case ']':
                    return new JsonArray(Leave(start), items);
                case var next:
                    Fail($"Expected ',' or ']' after an item, found {Show(next)}.{Advice(next)}");
                    return null;
            }
        }
    }

    private bool Enter()
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (++_depth > maxDepth)
        {
            Fail($"Arrays and objects nest deeper than {maxDepth}.");
            return false;
        }

        _position++;
        return true;
    }

    private SourceSpan Leave(int start)
    {
        _depth--;
        return SourceSpan.FromBounds(start, ++_position);
    }

    private string? ReadString()
    {
        var value = _strings.Read(_position);
        if (value is null)
            Fail(_strings.Fault!, _strings.Span);
        _position = _strings.Span.End;
        return value;
    }

    private JsonNumber? ReadNumber()
    {
        var start = _position;
        if (text[_position] == '-')
            _position++;
        if (At() == '0')
            _position++;
        else if (!SkipDigits())
            return FailNumber("a digit");
        if (At() is >= '0' and <= '9')
            return FailNumber("no digit after a leading zero");
        if (At() == '.')
        {
            _position++;
            if (!SkipDigits())
                return FailNumber("a digit after the point");
        }

        if (At() is 'e' or 'E')
        {
            _position++;
            if (At() is '+' or '-')
                _position++;
            if (!SkipDigits())
                return FailNumber("a digit in the exponent");
        }

        return new JsonNumber(SourceSpan.FromBounds(start, _position), text.Substring(start, _position - start));
    }

    private JsonNumber? FailNumber(string expected)
    {
        Fail($"Malformed number: expected {expected}, found {Show(At())}.");
        return null;
    }

    private bool SkipDigits()
    {
        var start = _position;
        while (At() is >= '0' and <= '9')
            _position++;
        return _position > start;
    }

    private JsonNode? ReadLiteral(string literal)
    {
        if (string.CompareOrdinal(text, _position, literal, 0, literal.Length) != 0)
            return Fail($"Expected a value, found {Show(text[_position])}. Strings stand in double quotes.");
        SourceSpan span = new(_position, literal.Length);
        _position += literal.Length;
        return literal[0] == 'n' ? new JsonNull(span) : new JsonBoolean(span, literal[0] == 't');
    }

    private int At() => _position < text.Length ? text[_position] : -1;

    private int Peek()
    {
        while (_position < text.Length && text[_position] is ' ' or '\n' or '\r' or '\t')
            _position++;
        return At();
    }

    private JsonNode? Fail(string message) => Fail(message, new SourceSpan(_position, _position < text.Length ? 1 : 0));

    private JsonNode? Fail(string message, SourceSpan span)
    {
        (Fault, FaultSpan) = (message, span);
        return null;
    }

    private static string Show(int unit) => unit switch
    {
        < 0 => "the end of the file",
        > ' ' and < 0x7F => $"'{(char)unit}'",
        _ => "U+" + unit.ToString("X4", CultureInfo.InvariantCulture),
    };

    private static string Advice(int unit) => unit switch
    {
        '/' or '#' => " JSON has no comments.",
        '\'' => " Strings stand in double quotes.",
        '}' or ']' => " A comma must not stand before it.",
        _ => string.Empty,
    };
}
