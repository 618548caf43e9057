using System.Buffers;
using System.Net;

namespace Lathe.Uploads;

/// <summary>A part of a multipart request that is read from a file while it is sent.</summary>
internal sealed class FileContent(GraphQLFile file, FileSource source) : HttpContent
{
    // Large enough that the cost of each write does not matter.
    private const int BufferSize = 256 * 1024;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        var (from, isOurs) = await OpenAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await CopyAsync(from, stream, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            source.Close();
            if (isOurs)
                await from.DisposeAsync().ConfigureAwait(false);
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = source.Length ?? 0;
        return source.Length is not null;
    }

    private async ValueTask<(Stream Stream, bool IsOurs)> OpenAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (await source.OpenAsync(cancellationToken).ConfigureAwait(false) is { } opened)
                return opened;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException or ObjectDisposedException)
        {
            throw Unreadable("opened", exception);
        }

        throw new GraphQLUploadException(
            $"The request must be sent again, with another key or after a failure, and the file '{file.Name}' can't be read again: "
                + $"its stream can't seek. Use {nameof(GraphQLFile)}.{nameof(GraphQLFile.FromPath)}, or "
                + $"{nameof(GraphQLFile.FromStream)} with a function that opens the stream.",
            null);
    }

    private async Task CopyAsync(Stream from, Stream to, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            var (sent, length) = (0L, source.Length);
            file.Progress?.Report(0);
            while (await ReadAsync(from, buffer, cancellationToken).ConfigureAwait(false) is > 0 and var read)
            {
                if (sent + read > length)
                    throw Changed(length.Value);
                await to.WriteAsync(buffer.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
                sent += read;
                file.Progress?.Report(sent);
            }

            if (sent < length)
                throw Changed(length.Value);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private async ValueTask<int> ReadAsync(Stream from, byte[] buffer, CancellationToken cancellationToken)
    {
        try
        {
            return await from.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or NotSupportedException or ObjectDisposedException or InvalidOperationException)
        {
            throw Unreadable("read", exception);
        }
    }

    private GraphQLUploadException Unreadable(string what, Exception cause) => new($"The file '{file.Name}' can't be {what}: {cause.Message}", cause);

    private GraphQLUploadException Changed(long length) => new(
        $"The file '{file.Name}' had {length:N0} bytes when the request began, and another length while it was sent.",
        null);
}
