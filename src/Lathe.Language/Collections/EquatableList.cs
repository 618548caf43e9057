using System.Collections;

namespace Lathe.Language.Collections;

/// <summary>An immutable list that equals another with equal items in the same order.</summary>
/// <typeparam name="T">The type of the items; equal by value.</typeparam>
internal sealed class EquatableList<T> : IReadOnlyList<T>, IEquatable<EquatableList<T>>
    where T : IEquatable<T>
{
    private readonly T[] _items;

    internal EquatableList(T[] items) => _items = items;

    /// <inheritdoc/>
    public int Count => _items.Length;

    /// <inheritdoc/>
    public T this[int index] => _items[index];

    /// <inheritdoc/>
    public bool Equals(EquatableList<T>? other)
    {
        if (ReferenceEquals(this, other))
            return true;
        if (other is null || other._items.Length != _items.Length)
            return false;
        for (var i = 0; i < _items.Length; i++)
        {
            if (!EqualityComparer<T>.Default.Equals(_items[i], other._items[i]))
                return false;
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as EquatableList<T>);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = _items.Length;
        foreach (var item in _items)
            hash = unchecked((hash * 31) + EqualityComparer<T>.Default.GetHashCode(item));
        return hash;
    }

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>Makes lists that are equal by value.</summary>
internal static class EquatableList
{
    /// <summary>Copies items into a list.</summary>
    /// <typeparam name="T">The type of the items; equal by value.</typeparam>
    /// <param name="items">The items in their order.</param>
    /// <returns>The list.</returns>
    public static EquatableList<T> Create<T>(IEnumerable<T> items)
        where T : IEquatable<T> => new([.. items]);

    /// <summary>Gets the list without items.</summary>
    /// <typeparam name="T">The type of the items; equal by value.</typeparam>
    /// <returns>The list.</returns>
    public static EquatableList<T> Empty<T>()
        where T : IEquatable<T> => EmptyList<T>.Value;

    private static class EmptyList<T>
        where T : IEquatable<T>
    {
        public static readonly EquatableList<T> Value = new([]);
    }
}
