using System.Runtime.CompilerServices;

namespace Lathe.Json;

public ref partial struct JsonCursor
{
    /// <summary>Reads a list.</summary>
    /// <typeparam name="T">The type of an item.</typeparam>
    /// <param name="readItem">Reads one item.</param>
    /// <returns>The items, never null.</returns>
    /// <exception cref="GraphQLReadException">The next value is not an array, or an item is not what it should be.</exception>
    public T[] ReadList<T>(JsonRead<T> readItem)
    {
        Enter((byte)'[', "a list");
        if (Peek() == ']')
        {
            Leave();
            return [];
        }

        var items = default(ItemBuffer<T>);
        try
        {
            do
                items.Add(readItem(ref this));
            while (NextItem());
            return items.ToArray();
        }
        finally
        {
            items.Release();
        }
    }

    /// <summary>Reads a list, or null.</summary>
    /// <typeparam name="T">The type of an item.</typeparam>
    /// <param name="readItem">Reads one item.</param>
    /// <returns>The items, or null.</returns>
    /// <exception cref="GraphQLReadException">The next value is neither null nor an array, or an item is not what it should be.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T[]? ReadListOrNull<T>(JsonRead<T> readItem) => TryReadNull() ? null : ReadList(readItem);

    // Reads a comma, or the end of the list.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool NextItem()
    {
        var next = Peek();
        if (next == ',')
        {
            _position++;
            Peek();
            return true;
        }

        if (next != ']')
            throw Malformed("',' or ']'");
        Leave();
        return false;
    }

    private void Leave()
    {
        _position++;
        _depth--;
    }
}
