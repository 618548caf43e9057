using System.Net;

namespace Lathe;

/// <summary>
/// A handler outside of Lathe's, such as one of <c>AddStandardResilienceHandler</c>, tried to send a mutation a second time without consent. The
/// mutation was sent once. It is not known whether the server executed it.
/// </summary>
public sealed class GraphQLRepeatedMutationException : GraphQLTransportException
{
    internal GraphQLRepeatedMutationException(string message, HttpStatusCode? statusCode, Exception? innerException)
        : base(message, innerException) => StatusCode = statusCode;

    /// <summary>Gets the status that answered the first sending; null when there was no answer.</summary>
    public HttpStatusCode? StatusCode { get; }
}
