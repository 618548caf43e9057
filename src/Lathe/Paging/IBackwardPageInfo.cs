namespace Lathe.Paging;

/// <summary>Where a page of a connection begins: what <c>pageInfo { hasPreviousPage startCursor }</c> gives.</summary>
public interface IBackwardPageInfo
{
    /// <summary>Gets whether there are items before the page.</summary>
    bool HasPreviousPage { get; }

    /// <summary>Gets the cursor of the first item, for <c>before</c>; null where the page has no items.</summary>
    string? StartCursor { get; }
}
