using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Lathe.Json;

public ref partial struct JsonCursor
{
    // More digits may not fit a double exactly, and are rare.
    private const int MaxFastDigits = 15;

    private const string WiderInteger = "System.Numerics.BigInteger";

    private static readonly double[] s_powersOfTen =
        [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

    /// <summary>Reads an integer of 32 bits.</summary>
    /// <returns>The integer.</returns>
    /// <exception cref="GraphQLReadException">The next value is not an integer or does not fit.</exception>
    public int ReadInt32()
    {
        if (TryPlainInt32(out var value))
            return value;
        if (SkippedWhiteSpace())
            return ReadInt32();

        var start = _position;
        var reader = ReadToken(JsonTokenType.Number, "a 32-bit integer");
        return reader.TryGetInt32(out var unusual) ? unusual : throw OutOfRange(start, "a 32-bit integer", "long");
    }

    /// <summary>Reads an integer of 64 bits, also when it is written as a string.</summary>
    /// <returns>The integer.</returns>
    /// <exception cref="GraphQLReadException">The next value is not an integer or does not fit.</exception>
    public long ReadInt64()
    {
        if (TryPlainInt64(out var value))
            return value;
        if (SkippedWhiteSpace())
            return ReadInt64();

        var start = _position;
        var reader = ReadNumberOrText("a 64-bit integer", out var isText);
        if (isText)
            return TextParse.TryInt64(reader, out var quoted) ? quoted : throw BadNumber(start, reader, "a 64-bit integer", WiderInteger);
        return reader.TryGetInt64(out var unusual) ? unusual : throw OutOfRange(start, "a 64-bit integer", WiderInteger);
    }

    /// <summary>Reads a floating-point number.</summary>
    /// <returns>The number.</returns>
    /// <exception cref="GraphQLReadException">The next value is not a number.</exception>
    public double ReadDouble()
    {
        if (TryPlainDouble(out var value))
            return value;
        if (SkippedWhiteSpace())
            return ReadDouble();

        return ReadToken(JsonTokenType.Number, "a number").GetDouble();
    }

    /// <summary>Reads a decimal number, also when it is written as a string.</summary>
    /// <returns>The number.</returns>
    /// <exception cref="GraphQLReadException">The next value is not a number or does not fit.</exception>
    public decimal ReadDecimal()
    {
        if (TryPlainDecimal(out var value))
            return value;
        if (SkippedWhiteSpace())
            return ReadDecimal();

        var start = _position;
        var reader = ReadNumberOrText("a decimal number", out var isText);
        if (isText)
            return TextParse.TryDecimal(reader, out var quoted) ? quoted : throw BadNumber(start, reader, "a decimal number", "double");
        return reader.TryGetDecimal(out var unusual) ? unusual : throw OutOfRange(start, "a decimal number", "double");
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryPlainInt32(out int value)
    {
        var end = ScanInteger(out var wide);
        value = (int)wide;
        if (end == 0 || wide != value)
            return false;
        _position = end;
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryPlainInt64(out long value)
    {
        var end = ScanInteger(out value);
        if (end == 0)
            return false;
        _position = end;
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryPlainDouble(out double value)
    {
        value = 0;
        var end = ScanNumber(out var digits, out var scale, out var negative);
        if (end == 0)
            return false;
        _position = end;
        // Both are exact, so the single division rounds correctly.
        value = digits / s_powersOfTen[scale];
        value = negative ? -value : value;
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryPlainDecimal(out decimal value)
    {
        value = 0;
        var end = ScanNumber(out var digits, out var scale, out var negative);
        if (end == 0)
            return false;
        _position = end;
        value = new decimal((int)digits, (int)(digits >> 32), 0, negative, (byte)scale);
        return true;
    }

    private Utf8JsonReader ReadNumberOrText(string expected, out bool isText)
    {
        isText = Peek() == '"';
        return ReadToken(isText ? JsonTokenType.String : JsonTokenType.Number, expected);
    }

    private readonly GraphQLReadException OutOfRange(int position, string expected, string wider) =>
        GraphQLReadException.OutOfRange(_json, position, expected, wider);

    // A text of digits is a number that does not fit. Any other text is no number.
    private readonly GraphQLReadException BadNumber(int position, Utf8JsonReader reader, string expected, string wider) =>
        TextParse.IsNumber(reader) ? OutOfRange(position, expected, wider) : BadText(position, expected);

    // Returns the end of an integer of at most 18 digits, or 0 when the value is anything else.
    internal readonly int ScanInteger(out long value)
    {
        value = 0;
        var json = _json;
        var position = _position;
        var negative = (uint)position < (uint)json.Length && json[position] == '-';
        if (negative)
            position++;
        var first = position;
        while ((uint)position < (uint)json.Length && (uint)(json[position] - '0') <= 9 && position - first < 19)
            value = (value * 10) + json[position++] - '0';
        var count = position - first;
        if (count is 0 or > 18 || (count > 1 && json[first] == '0') || IsInNumber(position))
            return 0;
        value = negative ? -value : value;
        return position;
    }

    // Returns the end of a number of at most 15 digits without an exponent, or 0 when the value is anything else.
    internal readonly int ScanNumber(out long digits, out int scale, out bool negative)
    {
        (digits, scale) = (0, 0);
        var json = _json;
        var position = _position;
        negative = (uint)position < (uint)json.Length && json[position] == '-';
        if (negative)
            position++;
        var first = position;
        while ((uint)position < (uint)json.Length && (uint)(json[position] - '0') <= 9 && position - first <= MaxFastDigits)
            digits = (digits * 10) + json[position++] - '0';
        var count = position - first;
        if (count is 0 or > MaxFastDigits || (count > 1 && json[first] == '0'))
            return 0;
        if ((uint)position < (uint)json.Length && json[position] == '.')
        {
            var point = position++;
            while ((uint)position < (uint)json.Length && (uint)(json[position] - '0') <= 9 && position - first <= MaxFastDigits + 1)
                digits = (digits * 10) + json[position++] - '0';
            scale = position - point - 1;
            count += scale;
        }

        return count > MaxFastDigits || json[position - 1] == '.' || IsInNumber(position) ? 0 : position;
    }

    // Whether a byte that could belong to a number is at the position.
    private readonly bool IsInNumber(int position) =>
        (uint)position < (uint)_json.Length && _json[position] is (byte)'.' or (byte)'e' or (byte)'E' or (>= (byte)'0' and <= (byte)'9');
}
