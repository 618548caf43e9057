namespace Lathe;

/// <summary>A file could not be sent: it can't be opened or read, it can't be read a second time, or the protocol in use can't send files.</summary>
public sealed class GraphQLUploadException : GraphQLTransportException
{
    internal GraphQLUploadException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
