using System.Text.Json;
using Lathe.Uploads;

namespace Lathe;

/// <summary>A file among an operation's variables: read while it is sent, never held in memory.</summary>
/// <remarks>
/// It is sent as the GraphQL multipart request specification says. When the variables hold the same object at several places, it is sent once.
/// </remarks>
public sealed class GraphQLFile : IScalarConverter<GraphQLFile>
{
    private readonly FileSource _source;

    private GraphQLFile(FileSource source, string name, string? contentType)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        (_source, Name, ContentType) = (source, name, contentType ?? "application/octet-stream");
        if (!System.Net.Http.Headers.MediaTypeHeaderValue.TryParse(ContentType, out _))
            throw new ArgumentException($"'{ContentType}' is no media type, such as image/png.", nameof(contentType));
    }

    /// <summary>Gets the name that the server is told.</summary>
    public string Name { get; }

    /// <summary>Gets the media type that the server is told. <c>application/octet-stream</c> unless it was given.</summary>
    public string ContentType { get; }

    /// <summary>Gets how many bytes are sent; null when that is not known before.</summary>
    public long? Length => _source.Length;

    /// <summary>Gets whether the file can be read again, for a key that was renewed or a retry.</summary>
    public bool CanBeReadAgain => _source.CanBeReadAgain;

    /// <summary>
    /// Gets or sets what is told how many bytes have been sent; null for nothing. When the file is sent again, the count begins at 0 again.
    /// </summary>
    public IProgress<long>? Progress { get; set; }

    /// <summary>Takes a file of the file system. It is opened when it is sent, each time anew.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="name">The name that the server is told; null for the path's last part.</param>
    /// <param name="contentType">Its media type, or null.</param>
    /// <returns>The file.</returns>
    /// <exception cref="ArgumentException">There is no name, or the media type is not valid.</exception>
    public static GraphQLFile FromPath(string path, string? name = null, string? contentType = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new(new PathSource(path), name ?? Path.GetFileName(path), contentType);
    }

    /// <summary>Takes bytes in memory, which must not change until they are sent.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="name">The name that the server is told.</param>
    /// <param name="contentType">Their media type, or null.</param>
    /// <returns>The file.</returns>
    /// <exception cref="ArgumentException">There is no name, or the media type is not valid.</exception>
    public static GraphQLFile FromBytes(ReadOnlyMemory<byte> bytes, string name, string? contentType = null) =>
        new(new BytesSource(bytes), name, contentType);

    /// <summary>Takes a stream, from its current position to its end. The transport does not close it: close it after the call.</summary>
    /// <remarks>If the request has to be sent again, a stream that can seek is read again. With any other stream the call fails.</remarks>
    /// <param name="stream">The stream.</param>
    /// <param name="name">The name that the server is told.</param>
    /// <param name="contentType">Its media type, or null.</param>
    /// <returns>The file.</returns>
    /// <exception cref="ArgumentException">The stream can't be read, there is no name, or the media type is not valid.</exception>
    public static GraphQLFile FromStream(Stream stream, string name, string? contentType = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (!stream.CanRead)
            throw new ArgumentException("The stream can't be read.", nameof(stream));
        return new(new StreamSource(stream), name, contentType);
    }

    /// <summary>Takes a stream that is opened each time that the file is sent, and closed afterwards.</summary>
    /// <param name="open">Opens it.</param>
    /// <param name="name">The name that the server is told.</param>
    /// <param name="contentType">Its media type, or null.</param>
    /// <returns>The file.</returns>
    /// <exception cref="ArgumentException">There is no name, or the media type is not valid.</exception>
    public static GraphQLFile FromStream(Func<CancellationToken, ValueTask<Stream>> open, string name, string? contentType = null)
    {
        ArgumentNullException.ThrowIfNull(open);
        return new(new OpenedSource(open), name, contentType);
    }

    /// <summary>Refuses: no server answers with a file.</summary>
    /// <param name="reader">A reader on the value.</param>
    /// <returns>Nothing.</returns>
    /// <exception cref="JsonException">Always.</exception>
    static GraphQLFile IScalarConverter<GraphQLFile>.Read(ref Utf8JsonReader reader) =>
        throw new JsonException("An answer can't hold a file. Map the field's scalar to another type.");

    /// <summary>Writes null, which stands for the file in the variables, and notes where.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="value">The file.</param>
    static void IScalarConverter<GraphQLFile>.Write(Utf8JsonWriter writer, GraphQLFile value)
    {
        FileCollector.Note(value, writer);
        writer.WriteNullValue();
    }

    internal FileContent ToContent() => new(this, _source);
}
