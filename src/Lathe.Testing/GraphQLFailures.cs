using System.Net;
using Lathe.Responses;

namespace Lathe.Testing;

/// <summary>Makes the exceptions that the HTTP transport throws, for <see cref="OperationScript{TData}.Throws"/>.</summary>
public static class GraphQLFailures
{
    /// <summary>The server rejected the key (401).</summary>
    /// <returns>The exception.</returns>
    public static GraphQLAuthenticationException Unauthorized() =>
        new("The server rejected the key (401).", Failure(HttpStatusCode.Unauthorized));

    /// <summary>The key may not do this (403).</summary>
    /// <param name="missingScope">The scope that it lacks, or null.</param>
    /// <returns>The exception.</returns>
    public static GraphQLForbiddenException Forbidden(string? missingScope = null) =>
        new(
            missingScope is null ? "The key may not do this (403)." : $"The key lacks the scope '{missingScope}' (403).",
            Failure(HttpStatusCode.Forbidden),
            missingScope);

    /// <summary>Too many requests (429).</summary>
    /// <param name="retryAfter">How long the server asks to wait, or null.</param>
    /// <returns>The exception.</returns>
    public static GraphQLTooManyRequestsException TooManyRequests(TimeSpan? retryAfter = null) =>
        new("Too many requests (429).", Failure(HttpStatusCode.TooManyRequests, retryAfter: retryAfter));

    /// <summary>An answer that is no GraphQL answer.</summary>
    /// <param name="status">Its status.</param>
    /// <param name="body">The first part of its body.</param>
    /// <param name="mediaType">Its media type, or null.</param>
    /// <returns>The exception.</returns>
    public static GraphQLHttpException Http(HttpStatusCode status, string body = "", string? mediaType = "text/plain") =>
        new($"The server answered {(int)status} {status}. {body}".TrimEnd(), Failure(status, body, mediaType));

    /// <summary>The server could not be reached, or the connection broke.</summary>
    /// <returns>The exception.</returns>
    public static GraphQLConnectionException Connection() =>
        new("No connection to the server.", new HttpRequestException(HttpRequestError.ConnectionError));

    /// <summary>The client's own rate limiter let no request through.</summary>
    /// <param name="retryAfter">When it is worth trying again, or null.</param>
    /// <returns>The exception.</returns>
    public static GraphQLRateLimitException RateLimited(TimeSpan? retryAfter = null) =>
        new("The client is at its rate limit; nothing was sent.", retryAfter);

    /// <summary>The answer is not what the operation asks for.</summary>
    /// <param name="path">Where the fault lies, such as <c>data.machines[3].name</c>, or null.</param>
    /// <returns>The exception.</returns>
    public static GraphQLResponseException Unreadable(string? path = null) =>
        new(path is null ? "The answer can't be read." : $"The answer can't be read: '{path}' is not what the schema says.", path);

    /// <summary>The call took too long.</summary>
    /// <param name="timeout">The time that it was given.</param>
    /// <returns>The exception.</returns>
    public static GraphQLTimeoutException Timeout(TimeSpan timeout) => Timeout(timeout, "The call");

    internal static GraphQLTimeoutException Timeout(TimeSpan timeout, string what) =>
        new($"{what} took longer than {timeout.TotalSeconds:0.###} s.", timeout, null);

    private static HttpFailure Failure(HttpStatusCode status, string body = "", string? mediaType = null, TimeSpan? retryAfter = null)
    {
        using var response = new HttpResponseMessage(status);
        return new HttpFailure(status, mediaType, body, response.Headers, [], retryAfter);
    }
}
