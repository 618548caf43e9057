using System.Buffers;
using Lathe.Calls;
using Lathe.Buffers;
using Lathe.Responses;

namespace Lathe.Subscriptions;

/// <summary>Reads server-sent events (WHATWG HTML, section 9.2.6) in one rented buffer, up to a bound an event.</summary>
/// <remarks>The deadline, if there is one, bounds each wait for the server by <paramref name="silence"/>.</remarks>
internal sealed class EventStreamReader(
    Stream stream, ArrayPool<byte> pool, int limit, string what, Deadline? deadline = null, TimeSpan silence = default) : IDisposable
{
    private readonly PooledBufferWriter _data = Started(pool);
    private byte[] _buffer = pool.Rent(8192);
    private int _start;
    private int _end;
    private bool _skipLineFeed;
    private bool _isStarted;
    private PooledBytes? _current;

    /// <summary>Reads the next event that has a type or data.</summary>
    /// <returns>Its type (<c>message</c> when it has none) and its data, valid until the next call; null at the end of the stream.</returns>
    /// <exception cref="GraphQLResponseTooLargeException">An event is larger than the bound.</exception>
    public async ValueTask<(string Type, ReadOnlyMemory<byte> Data)?> ReadAsync(CancellationToken cancellationToken)
    {
        Release();
        string? type = null;
        var lines = 0;
        while (true)
        {
            if (!TryReadLine(out var start, out var length))
            {
                if (!await FillAsync(cancellationToken).ConfigureAwait(false))
                    return null;
                continue;
            }

            if (length == 0 && (lines > 0 || type is not null))
                return (type ?? "message", Take());
            Accept(_buffer.AsSpan(start, length), ref type, ref lines);
        }
    }

    public void Dispose()
    {
        Release();
        _data.Abandon();
        pool.Return(_buffer);
        _buffer = [];
    }

    private static PooledBufferWriter Started(ArrayPool<byte> pool)
    {
        var writer = new PooledBufferWriter();
        writer.Start(pool, 1024);
        return writer;
    }

    private void Accept(ReadOnlySpan<byte> line, ref string? type, ref int lines)
    {
        var colon = line.IndexOf((byte)':');
        var name = colon < 0 ? line : line[..colon];
        var value = colon < 0 ? [] : line[(colon + 1)..];
        if (value.StartsWith(" "u8))
            value = value[1..];
        if (name.SequenceEqual("event"u8))
        {
            type = value.SequenceEqual("next"u8) ? "next" : System.Text.Encoding.UTF8.GetString(value);
        }
        else if (name.SequenceEqual("data"u8))
        {
            if (lines++ > 0)
                _data.Write("\n"u8);
            _data.Write(value);
            if (_data.Length > limit)
                throw TooLarge();
        }
    }

    private bool TryReadLine(out int start, out int length)
    {
        SkipMark();
        if (_skipLineFeed && _start < _end)
        {
            _skipLineFeed = false;
            if (_buffer[_start] == '\n')
                _start++;
        }

        (start, length) = (_start, _buffer.AsSpan(_start, _end - _start).IndexOfAny((byte)'\n', (byte)'\r'));
        if (length < 0)
            return false;
        _isStarted = true;
        _skipLineFeed = _buffer[start + length] == '\r';
        _start = start + length + 1;
        return true;
    }

    // A byte order mark may stand before the first line, and come in pieces.
    private void SkipMark()
    {
        if (_isStarted || _end - _start < 3)
            return;
        _isStarted = true;
        if (_buffer.AsSpan(_start).StartsWith("\uFEFF"u8))
            _start += 3;
    }

    private async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        if (_end > limit)
            throw TooLarge();
        if (_end == _buffer.Length)
        {
            var larger = pool.Rent(_buffer.Length * 2);
            _buffer.CopyTo(larger, 0);
            pool.Return(_buffer);
            _buffer = larger;
        }

        deadline?.Watch(silence);
        var read = await ResponseStream.ReadAsync(stream, _buffer.AsMemory(_end), what, cancellationToken).ConfigureAwait(false);
        // How long the caller takes between events does not count.
        deadline?.StopClock();
        _end += read;
        return read > 0;
    }

    private ReadOnlyMemory<byte> Take()
    {
        var (array, length) = _data.Detach();
        _data.Start(pool, 1024);
        _current = new PooledBytes(pool, array, length);
        return _current.Memory;
    }

    private void Release()
    {
        _current?.Dispose();
        _current = null;
    }

    private GraphQLResponseTooLargeException TooLarge() => new(
        $"An event of {what} is larger than {limit:N0} bytes. Raise {nameof(GraphQLClientOptions)}.{nameof(GraphQLClientOptions.MaxResponseSize)}.",
        limit);
}
