using System.Buffers;
using Lathe.Buffers;
using Lathe.Requests;

namespace Lathe.Batching;

/// <summary>Queries that wait to be sent together, and how many of their callers still wait.</summary>
internal sealed class Batch(BatchIdentity identity, int most) : IDisposable
{
    private readonly object _gate = new();
    private readonly List<BatchEntry> _entries = [];
    private readonly CancellationTokenSource _left = new();
    private bool _isClosed;
    private bool _isOver;
    private int _waiting;

    public BatchIdentity Identity => identity;

    /// <summary>Gets what is canceled when every caller has left.</summary>
    public CancellationToken Left => _left.Token;

    /// <summary>Gets or sets what ends the wait for others.</summary>
    public ITimer? Timer { get; set; }

    /// <summary>Takes a query.</summary>
    /// <returns>False when the batch is on its way; whether it is full now.</returns>
    public (bool IsTaken, bool IsFull) TryAdd(BatchEntry entry)
    {
        lock (_gate)
        {
            if (_isClosed)
                return (false, false);
            _entries.Add(entry);
            _waiting++;
            return (true, _entries.Count == most);
        }
    }

    /// <summary>Takes a query out, or notes that nobody waits for its answer any more.</summary>
    public void Leave(BatchEntry entry)
    {
        lock (_gate)
        {
            _waiting--;
            if (!_isClosed && _entries.Remove(entry))
                entry.Body.Dispose();
            else if (_isClosed && !_isOver && _waiting == 0)
                _left.Cancel();
        }
    }

    /// <summary>Takes no more queries, and writes those that wait as one body.</summary>
    /// <returns>The queries and the body; no queries when the batch was closed before, no body when there is one query.</returns>
    public (IReadOnlyList<BatchEntry> Entries, PooledBytes? Body) Close(ArrayPool<byte> pool)
    {
        lock (_gate)
        {
            if (_isClosed)
                return ([], null);
            _isClosed = true;
            Timer?.Dispose();
            var body = _entries.Count > 1 ? Write(pool) : null;
            foreach (var entry in _entries)
                entry.Body.Dispose();
            return (_entries, body);
        }
    }

    /// <summary>Ends it: every query has its answer.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _isOver = true;
            Timer?.Dispose();
            _left.Dispose();
        }
    }

    private PooledBytes Write(ArrayPool<byte> pool)
    {
        var length = 1 + _entries.Sum(static entry => entry.Body.Length + 1);
        var array = pool.Rent(length);
        var at = 0;
        foreach (var entry in _entries)
        {
            array[at] = at == 0 ? (byte)'[' : (byte)',';
            entry.Body.Span.CopyTo(array.AsSpan(at + 1));
            at += entry.Body.Length + 1;
        }

        array[at] = (byte)']';
        return new PooledBytes(pool, array, length);
    }
}
