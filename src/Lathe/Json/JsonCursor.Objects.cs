using System.Runtime.CompilerServices;

namespace Lathe.Json;

// A reader tries each member's name where it is expected, right behind the member before.
public ref partial struct JsonCursor
{
    /// <summary>Reads <c>{</c> and the first name that is known.</summary>
    /// <param name="names">The object's members.</param>
    /// <param name="seen">A bit for each member that was read: none.</param>
    /// <returns>The member's index, or <see cref="JsonNames.End"/>.</returns>
    /// <exception cref="GraphQLReadException">The next value is not an object, or is malformed.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Start(JsonNames names, out ulong seen)
    {
        seen = 0;
        return TryStart(names) ? 0 : StartKnown(names, seen);
    }

    /// <summary>Reads <c>{</c> and the first name that is known, of an object with more than 64 members.</summary>
    /// <param name="names">The object's members.</param>
    /// <param name="seen">A bit for each member, none of them set.</param>
    /// <returns>The member's index, or <see cref="JsonNames.End"/>.</returns>
    /// <exception cref="GraphQLReadException">The next value is not an object, or is malformed.</exception>
    public int Start(JsonNames names, scoped Span<ulong> seen) => TryStart(names) ? 0 : StartKnown(names, seen);

    /// <summary>
    /// Reads what follows a member's value: a comma and the next name that is known, or <c>}</c>. Members that are not known are skipped.
    /// </summary>
    /// <param name="names">The object's members.</param>
    /// <param name="index">The index of the member whose value was just read.</param>
    /// <param name="seen">A bit for each member that was read before; that of this one is added.</param>
    /// <returns>The member's index, or <see cref="JsonNames.End"/> when no member is missing.</returns>
    /// <exception cref="GraphQLReadException">The object is malformed, has a member twice, or has ended without one that may not be
    /// missing.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Next(JsonNames names, int index, scoped ref ulong seen)
    {
        seen |= 1UL << index;
        var length = names.Match(_json, _position, ++index);
        if (length > 0 && (seen & (1UL << index)) == 0)
        {
            _position += length;
            return index;
        }

        // The usual end of an object is the very next byte.
        if (!IsAtEnd || !names.HasAll(seen))
            return NextKnown(names, seen);
        Leave();
        return JsonNames.End;
    }

    /// <summary>Reads what follows a member's value in an object with more than 64 members.</summary>
    /// <param name="names">The object's members.</param>
    /// <param name="index">The index of the member whose value was just read.</param>
    /// <param name="seen">A bit for each member that was read before; that of this one is added.</param>
    /// <returns>The member's index, or <see cref="JsonNames.End"/> when no member is missing.</returns>
    /// <exception cref="GraphQLReadException">The object is malformed, has a member twice, or has ended without one that may not be
    /// missing.</exception>
    public int Next(JsonNames names, int index, scoped Span<ulong> seen)
    {
        seen[index / 64] |= 1UL << (index % 64);
        var length = names.Match(_json, _position, ++index);
        if (length == 0 || IsSeen(seen, index))
            return NextKnown(names, seen);
        _position += length;
        return index;
    }

    /// <summary>Reads an object of which no member is known.</summary>
    /// <exception cref="GraphQLReadException">The next value is not an object, or is malformed.</exception>
    public void SkipObject()
    {
        if (Peek() != '{')
            throw Mismatch("an object");
        SkipValue();
    }

    /// <summary>Reads an object of which no member is known.</summary>
    /// <typeparam name="T">The type that stands for it.</typeparam>
    /// <param name="value">What stands for it.</param>
    /// <returns>The same.</returns>
    /// <exception cref="GraphQLReadException">The next value is not an object, or is malformed.</exception>
    public T SkipObject<T>(T value)
    {
        SkipObject();
        return value;
    }

    /// <summary>Reads <c>{</c> and the first name, in any valid way of writing them.</summary>
    /// <returns>The name's index, <see cref="JsonNames.Unknown"/>, or <see cref="JsonNames.End"/> for an empty object.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal int StartObject(JsonNames names)
    {
        Enter((byte)'{', "an object");
        if (Peek() != '}')
            return ReadName(names, 0);
        Leave();
        return JsonNames.End;
    }

    /// <summary>Reads what follows a member's value: a comma and the next name, or <c>}</c>.</summary>
    /// <returns>The name's index, <see cref="JsonNames.Unknown"/>, or <see cref="JsonNames.End"/>.</returns>
    internal int NextName(JsonNames names, ulong seen = 0)
    {
        var next = Peek();
        if (next == '}')
        {
            Leave();
            return JsonNames.End;
        }

        if (next != ',')
            throw Malformed("',' or '}'");
        _position++;
        return ReadName(names, seen);
    }

    /// <summary>Reads <c>{</c> and the first name when they are these very bytes.</summary>
    /// <param name="start">A constant such as <c>{"name":</c>.</param>
    /// <returns>Whether they were there; when not, nothing was read.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryStartObject(ReadOnlySpan<byte> start)
    {
        if (_depth >= _maxDepth || !_json[_position..].StartsWith(start))
            return false;
        _position += start.Length;
        _depth++;
        return true;
    }

    private int StartKnown(JsonNames names, scoped ReadOnlySpan<ulong> seen)
    {
        var index = StartObject(names);
        if (index == JsonNames.Unknown)
        {
            SkipValue();
            return NextKnown(names, seen);
        }

        if (index == JsonNames.End)
            Require(names, seen);
        return index;
    }

    private readonly bool IsAtEnd => (uint)_position < (uint)_json.Length && _json[_position] == '}';

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryStart(JsonNames names)
    {
        var length = _depth < _maxDepth ? names.Match(_json, _position, 0) : 0;
        if (length == 0)
            return false;
        _position += length;
        _depth++;
        return true;
    }

    // Takes the bits by value: a reader's own can then stay in a register.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private int StartKnown(JsonNames names, ulong seen) => StartKnown(names, new ReadOnlySpan<ulong>(in seen));

    // Takes the bits by value too.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private int NextKnown(JsonNames names, ulong seen) => NextKnown(names, new ReadOnlySpan<ulong>(in seen));

    private int NextKnown(JsonNames names, scoped ReadOnlySpan<ulong> seen)
    {
        while (true)
        {
            var index = NextName(names, seen[0]);
            if (index >= 0)
            {
                if (IsSeen(seen, index))
                    throw Repeated();
                return index;
            }

            if (index == JsonNames.End)
            {
                Require(names, seen);
                return index;
            }

            SkipValue();
        }
    }

    private static bool IsSeen(scoped ReadOnlySpan<ulong> seen, int index) => (seen[index / 64] & (1UL << (index % 64))) != 0;

    private readonly void Require(JsonNames names, scoped ReadOnlySpan<ulong> seen)
    {
        var missing = names.FindMissing(seen);
        if (missing >= 0)
            throw Missing(names, missing);
    }
}
