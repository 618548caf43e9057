using System.Net.WebSockets;
using System.Threading.Channels;
using Lathe.Buffers;

namespace Lathe.WebSockets;

/// <summary>One open socket: what goes out in order, what comes in whole messages, pings, and its end.</summary>
internal sealed class SocketSession(WebSocket socket, SocketSettings settings) : IAsyncDisposable
{
    // Messages that leave subscriptions or answer pings; a server that reads lets none wait.
    private const int MostWaiting = 10_000;

    private readonly Channel<PooledBytes> _outbox = Channel.CreateUnbounded<PooledBytes>(new UnboundedChannelOptions { SingleReader = true });
    private readonly CancellationTokenSource _end = new();
    private Task _sending = Task.CompletedTask;
    private Task _pinging = Task.CompletedTask;
    private SocketFault? _ownFault;
    private bool _isClosing;
    private bool _isAnswering;
    private int _waiting;
    private long _heard;
    private int _pongs;
    private int _size = 4096;

    /// <summary>Gets the key that was sent on it.</summary>
    public BearerToken? Key { get; init; }

    public void Start() => _sending = SendAllAsync();

    public void StartPings() => _pinging = PingAllAsync();

    /// <summary>
    /// Puts a message in the queue, which owns it from now on. A server that takes nothing, while ever more waits, loses the socket.
    /// </summary>
    /// <param name="message">The message.</param>
    /// <param name="subscriptions">How many subscriptions the socket has: each may wait to be sent.</param>
    public void Send(PooledBytes message, int subscriptions = 0)
    {
        if (!_outbox.Writer.TryWrite(message))
            message.Dispose();
        else if (Interlocked.Increment(ref _waiting) > MostWaiting + subscriptions)
            Break("the server does not take what is sent to it");
    }

    /// <summary>Receives the next message that is not a ping or pong.</summary>
    /// <exception cref="SocketFault">The socket is closed or broken.</exception>
    public async ValueTask<SocketMessage> ReceiveAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var message = await ReceiveWholeAsync(cancellationToken).ConfigureAwait(false);
            _heard++;
            if (message.Type is not (SocketMessageType.Ping or SocketMessageType.Pong))
                return message;
            message.Return(settings.Pool);
            // Pings that come faster than pongs go out share one.
            if (message.Type == SocketMessageType.Ping && Interlocked.Exchange(ref _pongs, 1) == 0)
                Send(SocketMessageWriter.Pong(settings.Pool));
        }
    }

    /// <summary>Sends what waits, then the close code; who receives then sees the server's answer, or the end after the time for it.</summary>
    public void Close(SocketFault fault)
    {
        Interlocked.CompareExchange(ref _ownFault, fault, null);
        _isClosing = true;
        _outbox.Writer.TryComplete();
        _ = AbortLaterAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _outbox.Writer.TryComplete();
        // A close goes out first, also the answer to the server's; the time for closing bounds it.
        if (_isClosing)
            await _sending.ConfigureAwait(false);
        await _end.CancelAsync().ConfigureAwait(false);
        socket.Abort();
        await Task.WhenAll(_sending, _pinging).ConfigureAwait(false);
        while (_outbox.Reader.TryRead(out var unsent))
            unsent.Dispose();
        socket.Dispose();
        _end.Dispose();
    }

    private void Break(string why)
    {
        Interlocked.CompareExchange(ref _ownFault, new SocketFault(null, why), null);
        socket.Abort();
    }

    private async Task AbortLaterAsync()
    {
        try
        {
            await Task.Delay(settings.Sockets.CloseTimeout, settings.Time, _end.Token).ConfigureAwait(false);
            socket.Abort();
        }
        catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException)
        {
            // Closed in time.
        }
    }

    private async Task SendAllAsync()
    {
        try
        {
            await foreach (var message in _outbox.Reader.ReadAllAsync(_end.Token).ConfigureAwait(false))
            {
                using (message)
                {
                    Interlocked.Decrement(ref _waiting);
                    Volatile.Write(ref _pongs, 0);
                    // A server that has closed reads nothing more.
                    if (_isAnswering)
                        continue;
                    await socket.SendAsync(message.Memory, WebSocketMessageType.Text, endOfMessage: true, _end.Token).ConfigureAwait(false);
                }
            }

            if (_ownFault is { Code: { } code } && socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
                await socket.CloseOutputAsync((WebSocketCloseStatus)(_ownFault?.Code ?? CloseCodes.Normal), _ownFault?.Message, _end.Token)
                    .ConfigureAwait(false);
        }
        catch (Exception exception) when (
            exception is OperationCanceledException or WebSocketException or IOException or ObjectDisposedException or InvalidOperationException)
        {
            // The receiver sees the same end. A socket that takes nothing gives nothing either.
            socket.Abort();
        }
    }

    private async Task PingAllAsync()
    {
        var (interval, patience) = (settings.Sockets.PingInterval, settings.Sockets.PongTimeout);
        try
        {
            await Task.Delay(interval, settings.Time, _end.Token).ConfigureAwait(false);
            while (true)
            {
                var heard = Volatile.Read(ref _heard);
                Send(SocketMessageWriter.Ping(settings.Pool));
                await Task.Delay(patience, settings.Time, _end.Token).ConfigureAwait(false);
                if (Volatile.Read(ref _heard) == heard)
                {
                    Break($"the server answered no ping within {patience.TotalSeconds:0.###} s");
                    return;
                }

                await Task.Delay(interval > patience ? interval - patience : interval, settings.Time, _end.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            // The socket has ended.
        }
    }

    private async ValueTask<SocketMessage> ReceiveWholeAsync(CancellationToken cancellationToken)
    {
        var array = settings.Pool.Rent(_size);
        var length = 0;
        try
        {
            while (true)
            {
                var received = await socket.ReceiveAsync(array.AsMemory(length), cancellationToken).ConfigureAwait(false);
                if (received.MessageType == WebSocketMessageType.Close)
                    throw Closed();
                if (received.MessageType == WebSocketMessageType.Binary)
                    throw Refused("a binary message");
                length += received.Count;
                if (length > settings.Client.MaxResponseSize)
                    throw Refused($"a message larger than MaxResponseSize ({settings.Client.MaxResponseSize:N0} bytes)");
                if (received.EndOfMessage)
                    break;
                array = Grow(array, length);
            }

            // The next message is probably about as large.
            _size = Math.Clamp(length + 256, 512, 65536);
            return SocketMessageParser.Parse(array, length, settings.Client.MaxDepth);
        }
        catch (Exception exception)
        {
            settings.Pool.Return(array);
            if (exception is SocketFault)
                throw;
            throw _ownFault ?? new SocketFault(null, "the connection broke", exception);
        }
    }

    private byte[] Grow(byte[] array, int length)
    {
        if (length < array.Length)
            return array;
        var larger = settings.Pool.Rent(array.Length * 2);
        array.AsSpan(0, length).CopyTo(larger);
        settings.Pool.Return(array);
        return larger;
    }

    private SocketFault Refused(string what)
    {
        var fault = new SocketFault(CloseCodes.BadRequest, what);
        Close(fault);
        return fault;
    }

    private SocketFault Closed()
    {
        if (_ownFault is { } own)
            return own;
        _isAnswering = true;
        Close(new SocketFault(CloseCodes.Normal, ""));
        return new SocketFault((int?)socket.CloseStatus ?? 1005, socket.CloseStatusDescription ?? "");
    }
}
