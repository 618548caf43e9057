using System.Net;
using System.Net.Http.Headers;

namespace Lathe.Responses;

/// <summary>What an exception keeps of an HTTP answer.</summary>
internal sealed record HttpFailure(
    HttpStatusCode StatusCode,
    string? MediaType,
    string Body,
    HttpResponseHeaders Headers,
    IReadOnlyList<GraphQLError> Errors,
    TimeSpan? RetryAfter);
