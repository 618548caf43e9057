namespace Lathe.Language.Paging;

/// <summary>How one page follows another.</summary>
internal enum PagerKind
{
    /// <summary>By <c>after</c> and <c>pageInfo { hasNextPage endCursor }</c>.</summary>
    Forward,

    /// <summary>By <c>before</c> and <c>pageInfo { hasPreviousPage startCursor }</c>.</summary>
    Backward,

    /// <summary>By the number of items before it.</summary>
    Offset,

    /// <summary>By the last item's value of the field that orders the list.</summary>
    Keyset,
}
