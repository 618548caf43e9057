using System.ComponentModel;

namespace Lathe.Paging;

/// <summary>A page as generated code finds it in an answer.</summary>
/// <typeparam name="TItem">The type of an item.</typeparam>
/// <typeparam name="TCursor">The type of a cursor, which null is a value of.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Page<TItem, TCursor>
{
    /// <summary>Makes a page.</summary>
    /// <param name="items">The items; null where the server gave none.</param>
    /// <param name="hasMore">Whether the server has more; null where it does not say.</param>
    /// <param name="end">The cursor of the next page; null where there is none.</param>
    public Page(IReadOnlyList<TItem?>? items, bool? hasMore, TCursor? end)
    {
        Items = items ?? [];
        HasMore = hasMore ?? true;
        IsUnsure = hasMore is null;
        End = end;
    }

    internal IReadOnlyList<TItem?>? Items { get; }

    internal bool HasMore { get; }

    // The server does not say whether it has more. To stop could lose items.
    internal bool IsUnsure { get; }

    internal TCursor? End { get; }

    // The offset of the longest list serves all lists.
    internal bool IsCounted { get; init; }

    // Several lists have a next page, each with a cursor of its own.
    internal bool IsSplit { get; init; }
}
