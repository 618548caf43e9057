namespace Lathe;

/// <summary>How the pages of an operation are read.</summary>
public sealed class PageOptions
{
    private int? _maxItems;
    private int? _maxPages;

    /// <summary>Gets or sets how many items are given at most; no page is asked for beyond them. Null, the default, for all.</summary>
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

    /// <summary>Gets or sets whether the next page is asked for while one is worked on. False by default.</summary>
    /// <remarks>One page ahead at most. A reader that stops early has asked for a page that it does not take.</remarks>
    public bool Prefetch { get; set; }

    /// <summary>
    /// Gets or sets the cursor to begin behind, such as <see cref="GraphQLPaginationException.Cursor"/>: a text for a connection, a number for an
    /// offset, else a value of the key's type. Null, the default, to begin where the variables say.
    /// </summary>
    public object? StartAfter { get; set; }

    /// <summary>Gets or sets what each call wants different from the client's configuration. Null, the default, for nothing.</summary>
    public GraphQLRequestOptions? Request { get; set; }

    private static int? Positive(int? value, string name) =>
        value is < 1 ? throw new ArgumentOutOfRangeException(name, value, "At least 1, or null for all.") : value;
}
