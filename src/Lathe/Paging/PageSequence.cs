using Lathe.Json;

namespace Lathe.Paging;

/// <summary>One reading of an operation's pages, by one reader at a time.</summary>
internal sealed class PageSequence<TData, TVariables, TItem, TCursor> : IAsyncDisposable
    where TData : class
    where TVariables : InputObject, IGraphQLVariables<TData>
{
    private readonly Pager<TData, TVariables, TItem, TCursor> _pager;
    private readonly IGraphQLTransport _transport;
    private readonly TVariables _variables;
    private readonly PageOptions _options;
    private readonly bool _acceptsErrors;
    private readonly HashSet<TCursor> _cursors = [];
    private readonly CancellationTokenSource? _stop;
    private readonly CancellationToken _cancellationToken;
    private (TVariables Sent, Task<GraphQLResult<TData>> Answer)? _ahead;
    private TCursor? _cursor;
    private GraphQLPaginationException? _fault;
    private bool _isLast;
    private int _page;
    private long _count;

    public PageSequence(
        Pager<TData, TVariables, TItem, TCursor> pager,
        IGraphQLTransport transport, TVariables variables, PageOptions options, bool acceptsErrors, CancellationToken cancellationToken)
    {
        (_pager, _transport, _options, _acceptsErrors) = (pager, transport, options, acceptsErrors);
        _variables = (TVariables)variables.Copy();
        _stop = options.Prefetch ? CancellationTokenSource.CreateLinkedTokenSource(cancellationToken) : null;
        _cancellationToken = _stop?.Token ?? cancellationToken;
        _cursor = options.StartAfter is TCursor start ? start : pager.StartOf(_variables);
        if (_cursor is { } first)
            _cursors.Add(first);
    }

    /// <summary>Gets the answer with the page.</summary>
    public GraphQLResult<TData> Answer { get; private set; } = null!;

    /// <summary>Gets the items of the page.</summary>
    public IReadOnlyList<TItem?> Items { get; private set; } = [];

    /// <summary>Reads the next page.</summary>
    /// <returns>False when the last one was read.</returns>
    /// <exception cref="GraphQLPaginationException">The page could not be read.</exception>
    /// <exception cref="OperationCanceledException">Reading was stopped.</exception>
    public async ValueTask<bool> MoveNextAsync()
    {
        if (_fault is not null)
            throw _fault;
        if (_isLast)
            return false;
        var (sent, answer) = _ahead ?? Send();
        _ahead = null;
        _page++;
        Answer = await ReceiveAsync(answer).ConfigureAwait(false);
        var page = Answer.Data is { } data ? _pager.Find(data, sent) : default;
        if (page.Items is null || (Answer.HasErrors && !_acceptsErrors))
            EndWithout(page.Items);
        else
            Take(page, page.Items);
        if (_options.Prefetch && !_isLast && _fault is null)
            _ahead = Send();
        return true;
    }

    public async ValueTask DisposeAsync()
    {
        if (_stop is null)
            return;
        await _stop.CancelAsync().ConfigureAwait(false);
        if (_ahead is { Answer: Task answer })
            await answer.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private (TVariables Sent, Task<GraphQLResult<TData>> Answer) Send()
    {
        _cancellationToken.ThrowIfCancellationRequested();
        // The first page uses the caller's variables, unless StartAfter says otherwise.
        var isFirst = _page == 0 && _options.StartAfter is null;
        var sent = isFirst ? _variables : _pager.VariablesOf(_variables, _cursor);
        return (sent, CallAsync(sent));
    }

    // A transport may throw before it returns a task. With a page ahead, that is not a fault of the current page.
    private async Task<GraphQLResult<TData>> CallAsync(TVariables sent) =>
        await _transport.SendAsync(sent.Operation, sent, _options.Request, _cancellationToken).ConfigureAwait(false);

    private async ValueTask<GraphQLResult<TData>> ReceiveAsync(Task<GraphQLResult<TData>> answer)
    {
        try
        {
            return await answer.ConfigureAwait(false);
        }
        // A transport may have a time-out of its own, which looks like cancellation.
        catch (Exception exception) when (exception is not OperationCanceledException || !_cancellationToken.IsCancellationRequested)
        {
            throw Fault(exception.Message, exception);
        }
    }

    private void EndWithout(IReadOnlyList<TItem?>? items)
    {
        if (Answer.HasErrors || Answer.Data is null)
        {
            var errors = new GraphQLException(Answer.Errors);
            throw Fault(errors.Message, errors);
        }

        if (_page > 1)
            throw Fault("The answer does not have the list any more.");
        (Items, _isLast) = (items ?? [], true);
    }

    private void Take(in Page<TItem, TCursor> page, IReadOnlyList<TItem?> items)
    {
        if (IsAsBefore(items))
            throw Fault("It has the same items as the page before: the server seems to ignore the cursor. "
                + "If the items really are equal, select a field that tells them apart.");
        Items = items;
        if (_options.MaxItems is not null)
            _count += CountOf(items);
        _isLast = !page.HasMore || _page == _options.MaxPages || _count >= (_options.MaxItems ?? long.MaxValue);
        if (!_isLast)
            Follow(page);
    }

    // The current page is good, so the fault belongs to the next one.
    private void Follow(in Page<TItem, TCursor> page)
    {
        var end = page.End;
        if (page.IsUnsure)
            _fault = Fault("The server does not say whether there is one.", next: 1);
        else if (page.IsSplit)
            _fault = Fault("Several lists of the answer have a next page, which one cursor cannot reach.", next: 1);
        else if (end is null)
            _fault = Fault("The server says that there is one, but gives no cursor for it.", next: 1);
        else if (!_cursors.Add(end))
            _fault = Fault("The server gives a cursor that it gave before, so that pages would never end.", next: 1);
        else
            _cursor = end;
    }

    private bool IsAsBefore(IReadOnlyList<TItem?> items)
    {
        if (_page == 1 || items.Count == 0 || items.Count != Items.Count)
            return false;
        for (var i = 0; i < items.Count; i++)
        {
            if (!ItemEquality<TItem?>.Comparer.Equals(items[i], Items[i]))
                return false;
        }

        return true;
    }

    private static int CountOf(IReadOnlyList<TItem?> items)
    {
        var count = 0;
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i] is not null)
                count++;
        }

        return count;
    }

    private GraphQLPaginationException Fault(string reason, Exception? inner = null, int next = 0)
    {
        var page = _page + next;
        var mend = inner is not null && page > 1 ? " Go on from it with PageOptions.StartAfter = Cursor of this exception." : "";
        var before = page > 1 ? "; those before it were given" : "";
        return new($"Page {page} of {_variables.Operation.Name} could not be read{before}. {reason}{mend}", page, _cursor, inner);
    }
}
