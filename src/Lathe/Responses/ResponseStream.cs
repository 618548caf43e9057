namespace Lathe.Responses;

/// <summary>Reads an answer's body, and says so when it can't be decompressed.</summary>
internal static class ResponseStream
{
    /// <summary>Reads what there is next.</summary>
    /// <returns>How many bytes; 0 at the end.</returns>
    /// <exception cref="GraphQLResponseException">The compressed bytes are damaged.</exception>
    public static async ValueTask<int> ReadAsync(Stream stream, Memory<byte> buffer, string what, CancellationToken cancellationToken)
    {
        try
        {
            return await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is InvalidDataException or InvalidOperationException and not ObjectDisposedException)
        {
            throw new GraphQLResponseException($"The answer to {what} is damaged: it can't be decompressed.", null, exception);
        }
    }
}
