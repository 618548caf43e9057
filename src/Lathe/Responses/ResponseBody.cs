using System.Buffers;
using Lathe.Buffers;

namespace Lathe.Responses;

/// <summary>Reads a whole answer into one rented array, up to a bound that counts what was decompressed.</summary>
internal static class ResponseBody
{
    private const int FirstSize = 16 * 1024;

    /// <summary>Reads the answer.</summary>
    /// <returns>The bytes; the caller releases them.</returns>
    /// <exception cref="GraphQLResponseTooLargeException">The answer is larger than the bound.</exception>
    public static async ValueTask<PooledBytes> ReadAsync(
        HttpContent content, ArrayPool<byte> pool, int limit, string what, CancellationToken cancellationToken)
    {
        var announced = content.Headers.ContentLength;
        if (announced > limit)
            throw TooLarge(what, limit);
        // One byte more than announced, so that the end is seen without growing.
        var array = pool.Rent(announced is { } size ? (int)size + 1 : FirstSize);
        var length = 0;
        try
        {
            var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            await using (stream.ConfigureAwait(false))
            {
                while (true)
                {
                    if (length == array.Length)
                        array = Grow(pool, array, limit);
                    var read = await ResponseStream.ReadAsync(stream, array.AsMemory(length), what, cancellationToken).ConfigureAwait(false);
                    if (read == 0)
                        break;
                    length += read;
                    if (length > limit)
                        throw TooLarge(what, limit);
                }
            }
        }
        catch
        {
            pool.Return(array);
            throw;
        }

        return new PooledBytes(pool, array, length);
    }

    /// <summary>Reads at most the first bytes of an answer, for an error; a fault on the way ends it early.</summary>
    public static async ValueTask<byte[]> ReadStartAsync(HttpContent content, int count, CancellationToken cancellationToken)
    {
        var array = new byte[count];
        var length = 0;
        try
        {
            var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            await using (stream.ConfigureAwait(false))
                length = await stream.ReadAtLeastAsync(array, count, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException or InvalidDataException or InvalidOperationException)
        {
            // The status is more useful than how its body broke.
        }

        return array[..length];
    }

    private static byte[] Grow(ArrayPool<byte> pool, byte[] array, int limit)
    {
        var larger = pool.Rent((int)Math.Min((long)array.Length * 2, (long)limit + 1));
        array.CopyTo(larger, 0);
        pool.Return(array);
        return larger;
    }

    internal static GraphQLResponseTooLargeException TooLarge(string what, int limit) => new(
        $"The answer to {what} is larger than {limit:N0} bytes. Ask for less (a smaller limit, fewer fields), or raise "
            + $"{nameof(GraphQLClientOptions)}.{nameof(GraphQLClientOptions.MaxResponseSize)}.",
        limit);
}
