namespace Lathe.Paging;

/// <summary>Joins the pages of several lists of one answer.</summary>
internal sealed class JoinedPage<TItem, TCursor>
{
    private readonly List<TItem?> _items = [];
    private Page<TItem, TCursor> _longest;
    private bool _isSplit;

    /// <summary>Adds a page; one that is not there adds nothing.</summary>
    public void Add(in Page<TItem, TCursor> page)
    {
        if (page.Items is not { } items)
            return;
        _items.AddRange(items);
        _isSplit |= page.IsSplit || (!page.IsCounted && page.HasMore && _longest.HasMore && !Equals(page.End, _longest.End));
        if (_longest.Items is null || IsFurther(page, items.Count))
            _longest = page;
    }

    /// <summary>Gives the page of all items.</summary>
    public Page<TItem, TCursor> ToPage() => _longest.Items is null
        ? default
        : new(_items, _longest.IsUnsure ? null : _longest.HasMore, _longest.End) { IsCounted = _longest.IsCounted, IsSplit = _isSplit };

    private bool IsFurther(in Page<TItem, TCursor> page, int count) =>
        page.HasMore && (!_longest.HasMore || count > _longest.Items!.Count);
}
