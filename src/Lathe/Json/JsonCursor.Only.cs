using System.Runtime.CompilerServices;

namespace Lathe.Json;

// Many records have one member. They are read without a table of names, which would cost each of them a field and a static constructor.
public ref partial struct JsonCursor
{
    /// <summary>Reads <c>{</c> and the name of the one member of a record, which may not be missing. Others before it are skipped.</summary>
    /// <param name="name">The member's name.</param>
    /// <exception cref="GraphQLReadException">The next value is not an object, is malformed, or has no such member.</exception>
    public void StartOnly(ReadOnlySpan<byte> name)
    {
        if (!IsStart(name))
            StartKnown(OnlyNames.Required(name), 0UL);
    }

    /// <summary>Reads <c>{</c> and the name of the one member of a record. Others before it are skipped.</summary>
    /// <param name="name">The member's name.</param>
    /// <returns>Whether it was there; when not, the whole object was read.</returns>
    /// <exception cref="GraphQLReadException">The next value is not an object, or is malformed.</exception>
    public bool TryStartOnly(ReadOnlySpan<byte> name) => IsStart(name) || StartKnown(OnlyNames.Optional(name), 0UL) == 0;

    /// <summary>Reads what follows the value of the one member: other members, which are skipped, and <c>}</c>.</summary>
    /// <param name="name">The member's name.</param>
    /// <exception cref="GraphQLReadException">The object is malformed, or has the member twice.</exception>
    public void EndOnly(ReadOnlySpan<byte> name)
    {
        if (IsAtEnd)
            Leave();
        else
            NextKnown(OnlyNames.Optional(name), 1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool IsStart(ReadOnlySpan<byte> name)
    {
        // The brace and the quotes, and the colon.
        const int Around = 4;
        var json = _json[_position..];
        if (_depth >= _maxDepth || json.Length < name.Length + Around || json[0] != '{' || json[1] != '"' || !json[2..].StartsWith(name)
            || json[name.Length + 2] != '"' || json[name.Length + 3] != ':')
            return false;
        _position += name.Length + Around;
        _depth++;
        return true;
    }
}
