using System.Net;
using System.Net.Http.Headers;
using Lathe.Responses;

namespace Lathe;

/// <summary>The server's answer is not a GraphQL answer: a status that is not 2xx, or another media type.</summary>
public class GraphQLHttpException : GraphQLTransportException
{
    internal GraphQLHttpException(string message, HttpFailure failure)
        : base(message)
    {
        StatusCode = failure.StatusCode;
        MediaType = failure.MediaType;
        Body = failure.Body;
        Headers = failure.Headers;
        Errors = failure.Errors;
        RetryAfter = failure.RetryAfter;
    }

    /// <summary>Gets the HTTP status.</summary>
    public HttpStatusCode StatusCode { get; }

    /// <summary>Gets the answer's media type, without parameters; null when it has none.</summary>
    public string? MediaType { get; }

    /// <summary>
    /// Gets the first part of the answer's body (<see cref="GraphQLClientOptions.MaxBodyExcerpt"/>). A key in it is hidden.
    /// </summary>
    public string Body { get; }

    /// <summary>Gets the answer's headers, as the server sent them.</summary>
    public HttpResponseHeaders Headers { get; }

    /// <summary>Gets the GraphQL errors that the body holds; empty when it holds none.</summary>
    public IReadOnlyList<GraphQLError> Errors { get; }

    /// <summary>Gets how long the server asks to wait (<c>Retry-After</c>, in seconds or as a date); null when it does not say.</summary>
    public TimeSpan? RetryAfter { get; }
}
