using System.Runtime.CompilerServices;

namespace ShopFloor.Report;

/// <summary>
/// Reads a span of time window by window, as a pager reads a list page by page. The API takes one window for each call, and the longer it is, the
/// more the server has to hold at once.
/// </summary>
internal static class TimeWindows
{
    /// <summary>Splits a span into windows that each begin where the one before ends. The last one may be shorter.</summary>
    /// <param name="from">The beginning, which the first window includes.</param>
    /// <param name="to">The end, which the last window excludes.</param>
    /// <param name="length">How long a window is; more than nothing.</param>
    public static IEnumerable<(DateTimeOffset From, DateTimeOffset To)> Split(DateTimeOffset from, DateTimeOffset to, TimeSpan length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(length, TimeSpan.Zero);
        for (var start = from; start < to;)
        {
            var end = to - start > length ? start + length : to;
            yield return (start, end);
            start = end;
        }
    }

    /// <summary>Reads the items of all windows, those of one after those of the window before.</summary>
    /// <param name="windows">The windows.</param>
    /// <param name="read">Reads the items of a window, such as by the pager of an operation.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public static async IAsyncEnumerable<T> ReadAsync<T>(
        IEnumerable<(DateTimeOffset From, DateTimeOffset To)> windows,
        Func<DateTimeOffset, DateTimeOffset, IAsyncEnumerable<T>> read,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var (from, to) in windows)
        {
            await foreach (var item in read(from, to).WithCancellation(cancellationToken))
                yield return item;
        }
    }
}
