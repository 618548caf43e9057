using System.Numerics;
using System.Runtime.CompilerServices;

namespace Lathe.Json;

// A reader tries each member's name where it is expected, right behind the member before. Only a miss is remembered, and what
// was read in their order up to there: the straight way keeps no account of what was seen.
public ref partial struct JsonCursor
{
    /// <summary>Reads <c>{</c> and the first name, which is expected to be written in one way.</summary>
    /// <param name="expected">The brace, the first of the names in quotes, and the colon, in UTF-8.</param>
    /// <param name="names">The object's members.</param>
    /// <param name="seen">A bit for each of the members that <see cref="NextName(JsonNames, int, ref ulong)"/> knows to be read: none.</param>
    /// <returns>The index of the first member that is known, or <see cref="JsonNames.End"/>.</returns>
    /// <exception cref="GraphQLReadException">The next value is not an object, or is malformed.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Start(ReadOnlySpan<byte> expected, JsonNames names, out ulong seen)
    {
        seen = 0;
        return TryStartObject(expected) ? 0 : StartKnown(names, new Span<ulong>(ref seen));
    }

    /// <summary>Reads <c>{</c> and the first name of an object with more than 64 members.</summary>
    /// <param name="expected">The brace, the first of the names in quotes, and the colon, in UTF-8.</param>
    /// <param name="names">The object's members.</param>
    /// <param name="seen">A bit for each member, none of them set.</param>
    /// <returns>The index of the first member that is known, or <see cref="JsonNames.End"/>.</returns>
    /// <exception cref="GraphQLReadException">The next value is not an object, or is malformed.</exception>
    public int Start(ReadOnlySpan<byte> expected, JsonNames names, scoped Span<ulong> seen) =>
        TryStartObject(expected) ? 0 : StartKnown(names, seen);

    /// <summary>Reads a comma and the next name when they are these very bytes.</summary>
    /// <param name="name">A constant such as <c>,"name":</c>.</param>
    /// <param name="index">The index of the member whose value was just read.</param>
    /// <returns>Whether they were there; when not, nothing was read.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Next(ReadOnlySpan<byte> name, int index)
    {
        if (_json[_position..].StartsWith(name))
        {
            _position += name.Length;
            return true;
        }

        _lastRead = index;
        return false;
    }

    /// <summary>Reads <c>}</c> when it is the very next byte and nothing can be missing.</summary>
    /// <param name="first">The index of the member since which all were read in their order.</param>
    /// <param name="index">The index of the member whose value was just read, the last one.</param>
    /// <returns>Whether the object has ended; when not, nothing was read.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool End(int first, int index)
    {
        if (first == _firstInOrder && (uint)_position < (uint)_json.Length && _json[_position] == '}')
        {
            _position++;
            _depth--;
            return true;
        }

        _lastRead = index;
        return false;
    }

    /// <summary>Reads what follows a member's value: a comma and the next name that is known, or <c>}</c>. Members that are not known are skipped.</summary>
    /// <param name="names">The object's members.</param>
    /// <param name="first">The index of the member since which all were read in their order, up to the one after which <see cref="Next"/> was false.</param>
    /// <param name="seen">A bit for each member that was read before <paramref name="first"/>; those read since are added.</param>
    /// <returns>The member's index, or <see cref="JsonNames.End"/> when no member is missing.</returns>
    /// <exception cref="GraphQLReadException">The object is malformed, has a member twice, or has ended without one that may not be missing.</exception>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public int NextName(JsonNames names, int first, scoped ref ulong seen)
    {
        var read = (ulong.MaxValue >> (63 - (_lastRead - first))) << first;
        if ((seen & read) != 0)
            throw Repeated(names, BitOperations.TrailingZeroCount(seen & read));
        seen |= read;
        return NextKnown(names, new Span<ulong>(ref seen));
    }

    /// <summary>Reads what follows a member's value in an object with more than 64 members.</summary>
    /// <param name="names">The object's members.</param>
    /// <param name="first">The index of the member since which all were read in their order, up to the one after which <see cref="Next"/> was false.</param>
    /// <param name="seen">A bit for each member that was read before <paramref name="first"/>; those read since are added.</param>
    /// <returns>The member's index, or <see cref="JsonNames.End"/> when no member is missing.</returns>
    /// <exception cref="GraphQLReadException">The object is malformed, has a member twice, or has ended without one that may not be missing.</exception>
    public int NextName(JsonNames names, int first, scoped Span<ulong> seen)
    {
        for (var index = first; index <= _lastRead; index++)
        {
            if (IsSeen(seen, index))
                throw Repeated(names, index);
            seen[index / 64] |= 1UL << (index % 64);
        }

        return NextKnown(names, seen);
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
        _position++;
        _depth--;
        return JsonNames.End;
    }

    /// <summary>Reads what follows a member's value: a comma and the next name, or <c>}</c>.</summary>
    /// <returns>The name's index, <see cref="JsonNames.Unknown"/>, or <see cref="JsonNames.End"/>.</returns>
    internal int NextName(JsonNames names, ulong seen = 0)
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

    [MethodImpl(MethodImplOptions.NoInlining)]
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

    private int NextKnown(JsonNames names, scoped ReadOnlySpan<ulong> seen)
    {
        while (true)
        {
            var index = NextName(names, seen[0]);
            if (index >= 0)
            {
                if (IsSeen(seen, index))
                    throw Repeated();
                if (index == 0 && seen.ContainsAnyExcept(0UL))
                    _firstInOrder = -1;
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
