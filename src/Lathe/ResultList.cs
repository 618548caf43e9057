using System.Collections;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Lathe.Json;

namespace Lathe;

/// <summary>
/// A list of a result. Two lists are equal when their items are. <c>Machines = [a, b]</c>, <c>Machines = array</c> and <c>Machines = list</c> make
/// one.
/// </summary>
/// <typeparam name="T">The type of an item.</typeparam>
[CollectionBuilder(typeof(ResultList), nameof(ResultList.Create))]
[SuppressMessage("Naming", "CA1710", Justification = "A collection for System.Text.Json alone; to others a list of GraphQL.")]
public sealed class ResultList<T> : IReadOnlyList<T>, ICollection<T>, IEquatable<ResultList<T>>
{
    // Enough to tell lists apart. A hash need not cover all of a long list.
    private const int MostHashedItems = 8;
    private const int FirstCapacity = 4;

    private T[] _items;
    private int _count;

    /// <summary>Makes a list for System.Text.Json to fill.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ResultList() => _items = new T[FirstCapacity];

    internal ResultList(T[] items) => (_items, _count) = (items, items.Length);

    /// <summary>Gets the list without items.</summary>
    internal static ResultList<T> Empty { get; } = new([]);

    /// <summary>Gets the number of items.</summary>
    public int Count => _count;

    // Room for one more is always left while System.Text.Json adds items; a list that was made of its items has none.
    bool ICollection<T>.IsReadOnly => _items.Length == _count;

    /// <summary>Gets an item.</summary>
    /// <param name="index">Its place, from 0.</param>
    /// <returns>The item.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such place.</exception>
    public T this[int index]
    {
        get
        {
            if ((uint)index >= (uint)_count)
                throw new ArgumentOutOfRangeException(nameof(index), index, $"The list has {_count} items.");
            return _items[index];
        }
    }

    /// <summary>Copies an array; null stays null.</summary>
    /// <param name="items">The items, or null.</param>
    [return: NotNullIfNotNull(nameof(items))]
    public static implicit operator ResultList<T>?(T[]? items) => items is null ? null : ResultList.Create<T>(items);

    /// <summary>Copies a list; null stays null.</summary>
    /// <param name="items">The items, or null.</param>
    [return: NotNullIfNotNull(nameof(items))]
    public static implicit operator ResultList<T>?(List<T>? items) => items is null ? null : new([.. items]);

    /// <summary>Gets whether two lists have equal items in the same order.</summary>
    /// <param name="left">One list, or null.</param>
    /// <param name="right">The other list, or null.</param>
    public static bool operator ==(ResultList<T>? left, ResultList<T>? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Gets whether two lists differ.</summary>
    /// <param name="left">One list, or null.</param>
    /// <param name="right">The other list, or null.</param>
    public static bool operator !=(ResultList<T>? left, ResultList<T>? right) => !(left == right);

    /// <summary>Gets whether another list has equal items in the same order.</summary>
    /// <param name="other">The other list, or null.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(ResultList<T>? other)
    {
        if (ReferenceEquals(this, other))
            return true;
        if (other is null || other._count != _count)
            return false;
        for (var i = 0; i < _count; i++)
        {
            if (!ItemEquality<T>.Comparer.Equals(_items[i], other._items[i]))
                return false;
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ResultList<T>);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.Add(_count);
        foreach (var item in _items.AsSpan(0, Math.Min(_count, MostHashedItems)))
            hash.Add(item is null ? 0 : ItemEquality<T>.Comparer.GetHashCode(item));
        return hash.ToHashCode();
    }

    /// <summary>Writes the items, at most a screen of them.</summary>
    /// <returns>Such as <c>[1, 2]</c>.</returns>
    public override string ToString() => ContentText.OfItems(this);

    /// <summary>Goes through the items, without allocation.</summary>
    /// <returns>What <c>foreach</c> wants.</returns>
    public ArraySegment<T>.Enumerator GetEnumerator() => new ArraySegment<T>(_items, 0, _count).GetEnumerator();

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    void ICollection<T>.Add(T item)
    {
        if (_items.Length == _count)
            throw Closed();
        _items[_count++] = item;
        if (_items.Length == _count)
            Array.Resize(ref _items, _count * 2);
    }

    void ICollection<T>.Clear() => throw Closed();

    bool ICollection<T>.Remove(T item) => throw Closed();

    bool ICollection<T>.Contains(T item) => Array.FindIndex(_items, 0, _count, other => ItemEquality<T>.Comparer.Equals(item, other)) >= 0;

    void ICollection<T>.CopyTo(T[] array, int arrayIndex) => Array.Copy(_items, 0, array, arrayIndex, _count);

    private static NotSupportedException Closed() => new("A list of a result does not change. Make another of its items: [.. list, item].");
}

/// <summary>Makes lists of results; collection expressions call it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ResultList
{
    /// <summary>Copies items into a list.</summary>
    /// <typeparam name="T">The type of an item.</typeparam>
    /// <param name="items">The items.</param>
    /// <returns>The list.</returns>
    public static ResultList<T> Create<T>(ReadOnlySpan<T> items) => items.IsEmpty ? ResultList<T>.Empty : new(items.ToArray());
}
