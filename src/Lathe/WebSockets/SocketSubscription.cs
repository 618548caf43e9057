using System.Buffers;
using System.Threading.Channels;
using Lathe.Buffers;

namespace Lathe.WebSockets;

/// <summary>One subscription (or call) on a socket, and its events that wait for their reader.</summary>
internal sealed class SocketSubscription
{
    private readonly Channel<SocketMessage> _events;
    private readonly ArrayPool<byte> _pool;
    private readonly GraphQLFullMode _whenFull;
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Exception? _fault;
    private SocketMessage? _error;

    public SocketSubscription(string what, PooledBytes payload, bool canSendAgain, int capacity, GraphQLFullMode whenFull, ArrayPool<byte> pool)
    {
        (What, Payload, CanSendAgain, _whenFull, _pool) = (what, payload, canSendAgain, whenFull, pool);
        var mode = whenFull == GraphQLFullMode.DropOldest ? BoundedChannelFullMode.DropOldest : BoundedChannelFullMode.Wait;
        _events = Channel.CreateBounded<SocketMessage>(
            new BoundedChannelOptions(capacity) { FullMode = mode, SingleReader = true, SingleWriter = true }, message => message.Return(pool));
    }

    public string What { get; }

    public PooledBytes Payload { get; }

    /// <summary>Gets whether it may be sent on another socket: a mutation may not.</summary>
    public bool CanSendAgain { get; }

    /// <summary>Gets or sets its id on the present socket; 0 when it is on none.</summary>
    public long Id { get; set; }

    /// <summary>Gets or sets its place among those of the connection.</summary>
    public long Order { get; set; }

    public bool WasSent { get; set; }

    /// <summary>Gets or sets whether the next event follows a gap.</summary>
    public bool FollowsGap { get; set; }

    /// <summary>Gets or sets the key of the socket that it was last sent on.</summary>
    public BearerToken? SentKey { get; set; }

    /// <summary>Gets what ends when it was sent, or will not be.</summary>
    public Task Started => _started.Task;

    public void MarkStarted() => _started.TrySetResult();

    /// <summary>Takes an event.</summary>
    /// <returns>False when too many wait; the message is not taken.</returns>
    public async ValueTask<bool> AcceptAsync(SocketMessage message, CancellationToken cancellationToken)
    {
        var marked = FollowsGap ? message with { IsResumed = true } : message;
        if (_events.Writer.TryWrite(marked))
        {
            FollowsGap = false;
            return true;
        }

        if (_whenFull != GraphQLFullMode.Wait)
        {
            // A reader that has left is not a slow reader.
            var hasLeft = _events.Reader.Completion.IsCompleted;
            if (hasLeft)
                message.Return(_pool);
            return hasLeft;
        }

        try
        {
            await _events.Writer.WriteAsync(marked, cancellationToken).ConfigureAwait(false);
            FollowsGap = false;
        }
        catch (Exception exception) when (exception is ChannelClosedException or OperationCanceledException)
        {
            message.Return(_pool);
        }

        return true;
    }

    /// <summary>Ends it: after the events that wait come the errors, if any, and then the end or the fault.</summary>
    public void End(Exception? fault, SocketMessage? error = null)
    {
        (_fault, _error) = (fault, error);
        if (!_events.Writer.TryComplete() && error is { } unread)
            unread.Return(_pool);
        MarkStarted();
    }

    /// <summary>Waits for the next message; null at the end.</summary>
    public async ValueTask<SocketMessage?> ReadAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            if (_events.Reader.TryRead(out var message))
                return message;
            if (!await _events.Reader.WaitToReadAsync(cancellationToken).ConfigureAwait(false))
                break;
        }

        var error = _error;
        _error = null;
        return error is null && _fault is { } fault ? throw fault : error;
    }

    /// <summary>Drops what waits.</summary>
    public void Release()
    {
        _events.Writer.TryComplete();
        while (_events.Reader.TryRead(out var message))
            message.Return(_pool);
        _error?.Return(_pool);
        _error = null;
        Payload.Dispose();
    }
}
