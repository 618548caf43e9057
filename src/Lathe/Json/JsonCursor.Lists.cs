using System.Runtime.CompilerServices;

namespace Lathe.Json;

public ref partial struct JsonCursor
{
    /// <summary>Reads a list.</summary>
    /// <typeparam name="T">The type of an item.</typeparam>
    /// <param name="readItem">Reads one item.</param>
    /// <returns>The items, never null.</returns>
    /// <exception cref="GraphQLReadException">The next value is not an array, or an item is not what it should be.</exception>
    public ResultList<T> ReadList<T>(JsonRead<T> readItem)
    {
        Enter((byte)'[', "a list");
        if (Peek() == ']')
        {
            Leave();
            return ResultList<T>.Empty;
        }

        var items = default(ItemBuffer<T>);
        try
        {
            do
                items.Add(readItem(ref this));
            while (NextItem());
            return new(items.ToArray());
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
    public ResultList<T>? ReadListOrNull<T>(JsonRead<T> readItem) => TryReadNull() ? null : ReadList(readItem);

    /// <summary>Reads a list of an input.</summary>
    /// <typeparam name="T">The type of an item.</typeparam>
    /// <param name="readItem">Reads one item.</param>
    /// <returns>The items, never null.</returns>
    /// <exception cref="GraphQLReadException">The next value is not an array, or an item is not what it should be.</exception>
    public InputList<T> ReadInputList<T>(JsonRead<T> readItem) => new([.. ReadList(readItem)]);

    /// <summary>Reads a list of lists of an input.</summary>
    /// <typeparam name="TList">The type of an inner list.</typeparam>
    /// <typeparam name="TArray">The array that makes an inner list.</typeparam>
    /// <param name="readItem">Reads one inner list.</param>
    /// <returns>The lists, never null.</returns>
    /// <exception cref="GraphQLReadException">The next value is not an array, or an item is not what it should be.</exception>
    public InputListOfLists<TList, TArray> ReadInputList<TList, TArray>(JsonRead<TList> readItem)
        where TList : IInputListFrom<TArray>? => new([.. ReadList(readItem)]);

    /// <summary>Says that an input of which one member is set has another number of them.</summary>
    /// <returns>What to throw.</returns>
    public readonly GraphQLReadException NotOneOf() =>
        GraphQLReadException.Mismatch(_json, Math.Max(_position - 1, 0), "one member, not null", "another number of members");

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
