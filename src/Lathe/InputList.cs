using System.Collections;
using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Lathe;

/// <summary>
/// A list of an input. A single value stands for a list of one, as in GraphQL (specification, section 3.11): <c>Ids = 1</c>,
/// <c>Ids = [1, 2]</c> and <c>Ids = array</c> all work.
/// </summary>
/// <typeparam name="T">The type of an item.</typeparam>
[CollectionBuilder(typeof(InputList), nameof(InputList.Create))]
public class InputList<T> : IReadOnlyList<T>, IInputListFrom<T[]>
{
    private readonly T[] _items;

    internal InputList(T[] items) => _items = items;

    /// <summary>Gets the number of items.</summary>
    public int Count => _items.Length;

    /// <summary>Gets an item.</summary>
    /// <param name="index">Its place, from 0.</param>
    /// <returns>The item.</returns>
    public T this[int index] => _items[index];

    /// <summary>Makes a list of one item.</summary>
    /// <param name="item">The item.</param>
    public static implicit operator InputList<T>(T item) => new([item]);

    /// <summary>Copies an array; null stays null.</summary>
    /// <param name="items">The items, or null.</param>
    [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(items))]
    public static implicit operator InputList<T>?(T[]? items) => items is null ? null : InputList.Create<T>(items);

    /// <summary>Copies a list; null stays null.</summary>
    /// <param name="items">The items, or null.</param>
    [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(items))]
    public static implicit operator InputList<T>?(List<T>? items) => items is null ? null : new([.. items]);

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _items.GetEnumerator();

    static object IInputListFrom<T[]>.From(T[] items) => InputList.Create<T>(items);
}

/// <summary>Makes lists of inputs; collection expressions call it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class InputList
{
    /// <summary>Copies items into a list.</summary>
    /// <typeparam name="T">The type of an item.</typeparam>
    /// <param name="items">The items.</param>
    /// <returns>The list.</returns>
    public static InputList<T> Create<T>(ReadOnlySpan<T> items) => new(items.ToArray());
}
