using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Lathe.Json;

/// <summary>
/// Reads a response forward, straight from its buffer. Used by generated code. It expects the members of an object in the order in which it asked for
/// them. Otherwise it takes a general path that is as strict as <see cref="System.Text.Json.Utf8JsonReader"/> (RFC 8259).
/// </summary>
/// <remarks>Every failure is a <see cref="GraphQLReadException"/>. The buffer must not change while the cursor is used.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref partial struct JsonCursor
{
    /// <summary>The depth of nested objects and arrays that is allowed when nothing else is asked for.</summary>
    public const int DefaultMaxDepth = 64;

    private readonly ReadOnlySpan<byte> _json;
    private readonly int _maxDepth;
    private int _position;
    private int _depth;

    // Of JsonCursor.FieldErrors.cs: all fields of a struct stand together. The offset of the first null that needs an error, and the places of errors
    // once they are known.
    private bool _isAskedForErrors;
    private int _unexplained;
    private ErrorPlaces? _errors;
    private GraphQLError? _thrown;

    /// <summary>Makes a cursor before the first value of a buffer.</summary>
    /// <param name="json">The whole response in UTF-8, without a byte order mark.</param>
    /// <param name="maxDepth">How many objects and arrays may be nested, at least 1.</param>
    public JsonCursor(ReadOnlySpan<byte> json, int maxDepth = DefaultMaxDepth)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxDepth, 1);
        _json = json;
        _maxDepth = maxDepth;
    }

    /// <summary>Gets the offset of the next byte to read, from the beginning of the buffer.</summary>
    public readonly int Position => _position;

    /// <summary>Reads <c>null</c> when it is the next value.</summary>
    /// <returns>Whether it was there; when not, nothing but white space was read.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryReadNull() =>
        ((uint)_position >= (uint)_json.Length || _json[_position] is 0x6E or <= 0x20) && TryReadNullSlow();

    /// <summary>Makes sure that nothing but white space follows.</summary>
    /// <exception cref="GraphQLReadException">Something does.</exception>
    public void ReadEndOfDocument()
    {
        SkipWhiteSpace();
        if (_position < _json.Length)
            throw Malformed("the end of the response");
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool TryReadNullSlow()
    {
        SkipWhiteSpace();
        if (!_json[_position..].StartsWith("null"u8))
            return false;
        _position += 4;
        return true;
    }

    // Returns the next byte that is not white space without reading it; 0 at the end.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private byte Peek()
    {
        if ((uint)_position < (uint)_json.Length && _json[_position] > 0x20)
            return _json[_position];
        SkipWhiteSpace();
        return (uint)_position < (uint)_json.Length ? _json[_position] : (byte)0;
    }

    // Values are tried where they are expected first; white space before them is looked for when that fails.
    private bool SkippedWhiteSpace()
    {
        var start = _position;
        Peek();
        return _position > start;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void SkipWhiteSpace()
    {
        var json = _json;
        var position = _position;
        while ((uint)position < (uint)json.Length && json[position] is 0x20 or 0x0A or 0x0D or 0x09)
        {
            // Indentation: a line's end is followed by many spaces.
            if (json[position++] != 0x0A)
                continue;
            var rest = json[position..];
            var spaces = rest.IndexOfAnyExcept((byte)0x20);
            position += spaces < 0 ? rest.Length : spaces;
        }

        _position = position;
    }

    private void Enter(byte bracket, string expected)
    {
        if (Peek() != bracket)
            throw Mismatch(expected);
        if (_depth >= _maxDepth)
            throw TooDeep();
        _position++;
        _depth++;
    }
}
