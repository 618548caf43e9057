using ZstdSharp;
using ZstdSharp.Unsafe;

namespace Lathe.Compression;

/// <summary>Decompresses as it is read, and says <see cref="InvalidDataException"/> of what is damaged, as .NET's streams do.</summary>
internal sealed class ZstdStream : Stream
{
    // 8 MB, the largest window that a sender may use over HTTP (RFC 9659, section 3). A frame may ask for terabytes.
    private const int MaxWindowLog = 23;
    private const int BufferSize = 16 * 1024;

    private readonly DecompressionStream _inner;

    public ZstdStream(Stream compressed)
    {
        _inner = new DecompressionStream(compressed, BufferSize, checkEndOfStream: true, leaveOpen: false);
        _inner.SetParameter(ZSTD_dParameter.ZSTD_d_windowLogMax, MaxWindowLog);
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            return await _inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is ZstdException or EndOfStreamException)
        {
            throw Damaged(exception);
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count)
    {
        try
        {
            return _inner.Read(buffer, offset, count);
        }
        catch (Exception exception) when (exception is ZstdException or EndOfStreamException)
        {
            throw Damaged(exception);
        }
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _inner.Dispose();
        base.Dispose(disposing);
    }

    private static InvalidDataException Damaged(Exception exception) => new($"The zstd data is damaged: {exception.Message}", exception);
}
