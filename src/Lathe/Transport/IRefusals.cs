using System.Net.Http.Headers;
using System.Text.Json;
using Lathe.Calls;

namespace Lathe.Transport;

/// <summary>Decides whether a call is sent again that the server has refused in a body, whatever the status: it was throttled.</summary>
internal interface IRefusals
{
    /// <summary>Decides it.</summary>
    /// <param name="refusal">What the server said.</param>
    /// <returns>How long to wait before; null when the answer is the caller's.</returns>
    TimeSpan? WaitAfter(Refusal refusal);
}

/// <summary>What a server said in place of data.</summary>
internal readonly record struct Refusal(
    GraphQLOperationType Type,
    bool AllowRetry,
    IReadOnlyList<GraphQLError> Errors,
    HttpResponseHeaders? Headers,
    JsonElement? Extensions,
    TimeSpan? RetryAfter,
    OperationObservation Observation);
