using System.Net;

namespace Lathe;

/// <summary>
/// A handler outside of Lathe's, such as one of <c>AddStandardResilienceHandler</c>, tried to send a mutation a second time without consent. It was
/// sent once; whether it was executed is not known.
/// </summary>
public sealed class GraphQLRepeatedMutationException : GraphQLTransportException
{
    internal GraphQLRepeatedMutationException(string message, HttpStatusCode? statusCode, Exception? innerException)
        : base(message, innerException) => StatusCode = statusCode;

    /// <summary>Gets the status that answered the first sending; null when there was no answer.</summary>
    public HttpStatusCode? StatusCode { get; }
}
