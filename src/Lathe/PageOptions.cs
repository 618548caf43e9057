namespace Lathe;

/// <summary>How the pages of an operation are read.</summary>
public sealed class PageOptions
{
    private int? _maxItems;
    private int? _maxPages;

    /// <summary>Gets or sets how many items are given at most. No page is asked for after them. Null, the default, for all.</summary>
    /// <remarks>Pages are given whole: the last one may hold more.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">It is set to less than 1.</exception>
    public int? MaxItems
    {
        get => _maxItems;
        set => _maxItems = Positive(value, nameof(MaxItems));
    }

    /// <summary>Gets or sets how many pages are asked for at most. Null, the default, for all.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is set to less than 1.</exception>
    public int? MaxPages
    {
        get => _maxPages;
        set => _maxPages = Positive(value, nameof(MaxPages));
    }

    /// <summary>Gets or sets whether the next page is asked for while your code still works on one. False by default.</summary>
    /// <remarks>It asks for one page ahead at most. If you stop early, that page was asked for in vain.</remarks>
    public bool Prefetch { get; set; }

    /// <summary>
    /// Gets or sets the cursor to begin after, such as <see cref="GraphQLPaginationException.Cursor"/>. It is a text for a connection, a number for
    /// an offset, and a value of the key's type for a key. Null, the default, to begin where the variables say.
    /// </summary>
    public object? StartAfter { get; set; }

    /// <summary>Gets or sets settings for each call, in place of the client's. Null, the default, for none.</summary>
    public GraphQLRequestOptions? Request { get; set; }

    private static int? Positive(int? value, string name) =>
        value is < 1 ? throw new ArgumentOutOfRangeException(name, value, "At least 1, or null for all.") : value;
}
