using System.Collections;
using System.ComponentModel;

namespace Lathe.Paging;

/// <summary>Makes pages of what an answer has; generated code calls it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Pages
{
    /// <summary>Makes a page of a list that is read from an offset on.</summary>
    /// <typeparam name="TItem">The type of an item.</typeparam>
    /// <param name="items">The items; null where the answer has no list.</param>
    /// <param name="offset">The offset that was sent, or null.</param>
    /// <param name="hasMore">Whether the server says that there are more; null where it does not: then a page without items is the last.</param>
    /// <returns>The page, with the next offset.</returns>
    public static Page<TItem, int?> AtOffset<TItem>(IReadOnlyList<TItem?>? items, int? offset, bool? hasMore = null)
    {
        // When the next offset overflows, there is no next page.
        var next = (offset ?? 0) + (long)(items?.Count ?? 0);
        return items is null ? default : new(items, hasMore ?? items.Count > 0, next > int.MaxValue ? null : (int)next) { IsCounted = true };
    }

    /// <inheritdoc cref="AtOffset{TItem}(IReadOnlyList{TItem}?, int?, bool?)"/>
    public static Page<TItem, long?> AtOffset<TItem>(IReadOnlyList<TItem?>? items, long? offset, bool? hasMore = null) =>
        items is null ? default : new(items, hasMore ?? items.Count > 0, (offset ?? 0) + items.Count) { IsCounted = true };

    /// <summary>Makes a page of a list whose next page begins behind the last item's key. A page without items is the last.</summary>
    /// <typeparam name="TItem">The type of an item.</typeparam>
    /// <typeparam name="TKey">The type of the key.</typeparam>
    /// <param name="items">The items; null where the answer has no list.</param>
    /// <param name="key">Gets an item's key.</param>
    /// <returns>The page, with the last item's key.</returns>
    public static Page<TItem, TKey> BehindKey<TItem, TKey>(IReadOnlyList<TItem?>? items, Func<TItem, TKey?> key)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (items is null)
            return default;
        return items.Count > 0 && items[^1] is { } last ? new(items, true, key(last)) : new(items, items.Count > 0, default);
    }

    /// <summary>Gives the nodes of edges.</summary>
    /// <typeparam name="TEdge">The type of an edge.</typeparam>
    /// <typeparam name="TNode">The type of a node.</typeparam>
    /// <param name="edges">The edges, or null.</param>
    /// <param name="node">Gets an edge's node.</param>
    /// <returns>The nodes, one for each edge; null where there are no edges.</returns>
    public static IReadOnlyList<TNode?>? Nodes<TEdge, TNode>(IReadOnlyList<TEdge?>? edges, Func<TEdge, TNode?> node) =>
        edges is null ? null : new NodeList<TEdge, TNode>(edges, node);

    /// <summary>Makes one page of those of several lists.</summary>
    /// <typeparam name="TOwner">What has such a list.</typeparam>
    /// <typeparam name="TItem">The type of an item.</typeparam>
    /// <typeparam name="TCursor">The type of a cursor.</typeparam>
    /// <param name="owners">What has such lists, or null.</param>
    /// <param name="page">Gets the page of one.</param>
    /// <returns>The page of all items; it is found where one owner has one, or where there are no owners.</returns>
    public static Page<TItem, TCursor> Join<TOwner, TItem, TCursor>(IReadOnlyList<TOwner?>? owners, Func<TOwner, Page<TItem, TCursor>> page)
    {
        ArgumentNullException.ThrowIfNull(page);
        if (owners is null)
            return default;
        var all = new JoinedPage<TItem, TCursor>();
        for (var i = 0; i < owners.Count; i++)
        {
            if (owners[i] is { } owner)
                all.Add(page(owner));
        }

        return owners.Count == 0 ? new([], false, default) : all.ToPage();
    }

    private sealed class NodeList<TEdge, TNode>(IReadOnlyList<TEdge?> edges, Func<TEdge, TNode?> node) : IReadOnlyList<TNode?>
    {
        public int Count => edges.Count;

        public TNode? this[int index] => edges[index] is { } edge ? node(edge) : default;

        public IEnumerator<TNode?> GetEnumerator()
        {
            for (var i = 0; i < edges.Count; i++)
                yield return this[i];
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
