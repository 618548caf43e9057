namespace Lathe.Paging;

/// <summary>Where a page of a connection ends: what <c>pageInfo { hasNextPage endCursor }</c> gives.</summary>
public interface IForwardPageInfo
{
    /// <summary>Gets whether there are items behind the page.</summary>
    bool HasNextPage { get; }

    /// <summary>Gets the cursor of the last item, for <c>after</c>; null where the page has no items.</summary>
    string? EndCursor { get; }
}
