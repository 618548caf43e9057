using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Lathe.Paging;

/// <summary>Reads an operation page by page. Generated code makes one for each operation that pages.</summary>
/// <typeparam name="TData">The type of the operation's data.</typeparam>
/// <typeparam name="TVariables">The operation's variables.</typeparam>
/// <typeparam name="TItem">The type of an item.</typeparam>
/// <typeparam name="TCursor">The type of a cursor, which null is a value of.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class Pager<TData, TVariables, TItem, TCursor>
    where TData : class
    where TVariables : InputObject, IGraphQLVariables<TData>
{
    private readonly Func<TData, TVariables, Page<TItem, TCursor>> _page;
    private readonly Func<TVariables, bool, TCursor?, TCursor?> _cursor;

    /// <summary>Makes a pager.</summary>
    /// <param name="page">Finds the page in an answer to the variables.</param>
    /// <param name="cursor">Gets the cursor of the variables; where the second argument is true it is first set to the third.</param>
    public Pager(Func<TData, TVariables, Page<TItem, TCursor>> page, Func<TVariables, bool, TCursor?, TCursor?> cursor) =>
        (_page, _cursor) = (page, cursor);

    /// <summary>Gives the answers, one for each page. Each enumeration begins anew.</summary>
    /// <param name="transport">Sends each page's call.</param>
    /// <param name="variables">The variables; a copy of them is sent, of which the cursor alone changes.</param>
    /// <param name="options">How pages are read, or null.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>The answers, with their errors if what the answer has of the list can still be read.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="variables"/> is null.</exception>
    /// <exception cref="ArgumentException">The cursor to begin behind is of another type.</exception>
    public IAsyncEnumerable<GraphQLResult<TData>> PagesAsync(
        IGraphQLTransport transport, TVariables variables, PageOptions? options, CancellationToken cancellationToken)
    {
        Check(transport, variables, options);
        return ReadPagesAsync(transport, variables, options ?? new(), cancellationToken);
    }

    /// <summary>Gives the items of all pages; those that the server gives as null are left out. Each enumeration begins anew.</summary>
    /// <inheritdoc cref="PagesAsync"/>
    /// <returns>The items.</returns>
    public IAsyncEnumerable<TItem> ItemsAsync(
        IGraphQLTransport transport, TVariables variables, PageOptions? options, CancellationToken cancellationToken)
    {
        Check(transport, variables, options);
        return ReadItemsAsync(transport, variables, options ?? new(), cancellationToken);
    }

    internal Page<TItem, TCursor> Find(TData data, TVariables sent) => _page(data, sent);

    internal TCursor? StartOf(TVariables variables) => _cursor(variables, false, default);

    internal TVariables VariablesOf(TVariables variables, TCursor? cursor)
    {
        var next = (TVariables)variables.Copy();
        _cursor(next, true, cursor);
        return next;
    }

    private async IAsyncEnumerable<GraphQLResult<TData>> ReadPagesAsync(
        IGraphQLTransport transport, TVariables variables, PageOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var pages = new PageSequence<TData, TVariables, TItem, TCursor>(this, transport, variables, options, acceptsErrors: true, cancellationToken);
        await using var ending = pages.ConfigureAwait(false);
        while (await pages.MoveNextAsync().ConfigureAwait(false))
            yield return pages.Answer;
    }

    private async IAsyncEnumerable<TItem> ReadItemsAsync(
        IGraphQLTransport transport, TVariables variables, PageOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var pages = new PageSequence<TData, TVariables, TItem, TCursor>(this, transport, variables, options, acceptsErrors: false, cancellationToken);
        await using var ending = pages.ConfigureAwait(false);
        var left = options.MaxItems ?? int.MaxValue;
        while (await pages.MoveNextAsync().ConfigureAwait(false))
        {
            var items = pages.Items;
            for (var i = 0; i < items.Count; i++)
            {
                if (items[i] is not { } item)
                    continue;
                yield return item;
                if (options.MaxItems is not null && --left == 0)
                    yield break;
            }
        }
    }

    private static void Check(IGraphQLTransport transport, TVariables variables, PageOptions? options)
    {
        ArgumentNullException.ThrowIfNull(transport);
        ArgumentNullException.ThrowIfNull(variables);
        if (options?.StartAfter is not { } start || start is TCursor)
            return;
        var wanted = Nullable.GetUnderlyingType(typeof(TCursor)) ?? typeof(TCursor);
        throw new ArgumentException(
            $"StartAfter is a {start.GetType().Name}, but a cursor of {variables.Operation.Name} is a {wanted.Name}.", nameof(options));
    }
}
