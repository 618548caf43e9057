namespace Lathe;

/// <summary>A file could not be sent: it can't be opened or read, can't be read a second time, or its protocol has no files.</summary>
public sealed class GraphQLUploadException : GraphQLTransportException
{
    internal GraphQLUploadException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
