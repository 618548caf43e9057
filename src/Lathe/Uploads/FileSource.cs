namespace Lathe.Uploads;

/// <summary>Where a file's bytes come from.</summary>
internal abstract class FileSource
{
    /// <summary>Gets how many bytes there are, or null.</summary>
    public abstract long? Length { get; }

    public virtual bool CanBeReadAgain => true;

    /// <summary>Opens the bytes from their start.</summary>
    /// <returns>The stream, and whether it is closed after reading; null when they were read already and can't be again.</returns>
    public abstract ValueTask<(Stream Stream, bool IsOurs)?> OpenAsync(CancellationToken cancellationToken);

    /// <summary>Ends what <see cref="OpenAsync"/> began.</summary>
    public virtual void Close()
    {
    }
}

internal sealed class PathSource(string path) : FileSource
{
    public override long? Length => new FileInfo(path) is { Exists: true } file ? file.Length : null;

    public override ValueTask<(Stream Stream, bool IsOurs)?> OpenAsync(CancellationToken cancellationToken)
    {
        const FileOptions Options = FileOptions.Asynchronous | FileOptions.SequentialScan;
        return new((new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, Options), true));
    }
}

internal sealed class BytesSource(ReadOnlyMemory<byte> bytes) : FileSource
{
    public override long? Length => bytes.Length;

    public override ValueTask<(Stream Stream, bool IsOurs)?> OpenAsync(CancellationToken cancellationToken) => new((Open(), true));

    private MemoryStream Open() => System.Runtime.InteropServices.MemoryMarshal.TryGetArray(bytes, out var array)
        ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
        : new MemoryStream(bytes.ToArray(), writable: false);
}

internal sealed class OpenedSource(Func<CancellationToken, ValueTask<Stream>> open) : FileSource
{
    public override long? Length => null;

    public override async ValueTask<(Stream Stream, bool IsOurs)?> OpenAsync(CancellationToken cancellationToken) =>
        (await open(cancellationToken).ConfigureAwait(false), true);
}

/// <summary>A stream of the caller's: read from where it stood, by one request at a time.</summary>
internal sealed class StreamSource(Stream stream) : FileSource
{
    private readonly long _start = stream.CanSeek ? stream.Position : 0;
    private readonly long? _length = stream.CanSeek ? stream.Length - stream.Position : null;
    private int _isInUse;
    private bool _isRead;

    public override long? Length => _length;

    public override bool CanBeReadAgain => stream.CanSeek;

    public override ValueTask<(Stream Stream, bool IsOurs)?> OpenAsync(CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _isInUse, 1) != 0)
            throw new GraphQLUploadException("A stream is in two requests at once. Give each a file of its own.", null);
        if (_isRead && !stream.CanSeek)
        {
            Close();
            return default;
        }

        _isRead = true;
        if (stream.CanSeek)
            stream.Position = _start;
        return new((stream, false));
    }

    public override void Close() => Volatile.Write(ref _isInUse, 0);
}
