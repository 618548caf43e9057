using System.Buffers;
using System.Text;
using Lathe.Calls;
using Lathe.Responses;

namespace Lathe.Incremental;

/// <summary>Reads the parts of a <c>multipart/mixed</c> answer (RFC 2046, section 5.1) in one rented buffer, up to a bound in all.</summary>
internal sealed class MultipartReader : IDisposable
{
    private readonly Stream _stream;
    private readonly ArrayPool<byte> _pool;
    private readonly int _limit;
    private readonly string _what;
    private readonly byte[] _delimiter;
    private byte[] _buffer;
    private int _start;
    private int _end = 1;
    private bool _isAtDelimiter;

    public MultipartReader(Stream stream, string boundary, ArrayPool<byte> pool, int limit, string what)
    {
        (_stream, _pool, _limit, _what) = (stream, pool, limit, what);
        _delimiter = Encoding.Latin1.GetBytes("\n--" + boundary);
        _buffer = pool.Rent(16 * 1024);
        // A delimiter stands at the start of a line; so does the first.
        _buffer[0] = (byte)'\n';
    }

    /// <summary>
    /// Gets what bounds each wait for the server when the parts are events, and the silence that it may keep; the bound in bytes is then one of each
    /// part.
    /// </summary>
    public (Deadline Deadline, TimeSpan Silence)? Events { get; init; }

    /// <summary>Gets how many bytes have come.</summary>
    public long Received { get; private set; }

    /// <summary>Gets whether the closing delimiter has been read: nothing is missing.</summary>
    public bool IsClosed { get; private set; }

    private Span<byte> Unread => _buffer.AsSpan(_start, _end - _start);

    /// <summary>Reads the body of the next part that has one.</summary>
    /// <returns>The body, valid until the next call; null at the end.</returns>
    /// <exception cref="GraphQLResponseTooLargeException">All parts together are larger than the bound.</exception>
    public async ValueTask<ReadOnlyMemory<byte>?> ReadAsync(CancellationToken cancellationToken)
    {
        while (!IsClosed && (!_isAtDelimiter || await EndLineAsync(cancellationToken).ConfigureAwait(false)))
        {
            var length = await FindDelimiterAsync(cancellationToken).ConfigureAwait(false);
            if (length < 0)
                return null;
            // That is enough to know that the part is whole: what follows on the line comes with the next part.
            var part = _isAtDelimiter ? BodyOf(_buffer.AsMemory(_start, length)) : default;
            _start += length + _delimiter.Length;
            _isAtDelimiter = true;
            if (!part.IsEmpty)
                return part;
        }

        return null;
    }

    public void Dispose()
    {
        _pool.Return(_buffer);
        _buffer = [];
    }

    // Gives the length of what stands before the next delimiter; a negative one at the end of the stream.
    private async ValueTask<int> FindDelimiterAsync(CancellationToken cancellationToken)
    {
        var searched = 0;
        while (true)
        {
            var at = Unread[searched..].IndexOf(_delimiter);
            if (at >= 0)
                return searched + at;
            searched = Math.Max(searched, Unread.Length - _delimiter.Length + 1);
            if (!await FillAsync(cancellationToken).ConfigureAwait(false))
                return -1;
        }
    }

    // Reads the rest of a delimiter's line: two hyphens after the last part, else padding. Returns whether another part may follow.
    private async ValueTask<bool> EndLineAsync(CancellationToken cancellationToken)
    {
        while (Unread.Length < 2)
        {
            if (!await FillAsync(cancellationToken).ConfigureAwait(false))
                return false;
        }

        IsClosed = Unread.StartsWith("--"u8);
        // The line's end stays: a delimiter may follow at once.
        while (!IsClosed && Unread.IndexOf((byte)'\n') is var end)
        {
            _start += end < 0 ? Unread.Length : end;
            if (end >= 0)
                return true;
            if (!await FillAsync(cancellationToken).ConfigureAwait(false))
                return false;
        }

        return false;
    }

    private static ReadOnlyMemory<byte> BodyOf(ReadOnlyMemory<byte> part)
    {
        var text = part.Span;
        // It begins with the end of the delimiter's line. A blank line follows the headers, if any.
        var start = text.IndexOf("\n\r\n"u8);
        var bare = text.IndexOf("\n\n"u8);
        start = start < 0 || (bare >= 0 && bare < start) ? bare : start;
        if (start < 0)
            return default;
        var first = text[start..].IndexOfAnyExcept(" \t\r\n"u8);
        return first < 0 ? default : part[(start + first)..];
    }

    private async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        if (_start > 0)
        {
            Unread.CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        if (_end == _buffer.Length)
        {
            var larger = _pool.Rent(_buffer.Length * 2);
            _buffer.CopyTo(larger, 0);
            _pool.Return(_buffer);
            _buffer = larger;
        }

        Events?.Deadline.Watch(Events.Value.Silence);
        var read = await ResponseStream.ReadAsync(_stream, _buffer.AsMemory(_end), _what, cancellationToken).ConfigureAwait(false);
        // How long the caller takes between events does not count.
        Events?.Deadline.StopClock();
        _end += read;
        Received += read;
        return (Events is null ? Received : _end) > _limit ? throw ResponseBody.TooLarge(_what, _limit) : read > 0;
    }
}
