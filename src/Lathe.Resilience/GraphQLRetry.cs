using System.Net;
using System.Security.Authentication;
using Lathe.Calls;
using Lathe.Headers;
using Lathe.Requests;
using Microsoft.Extensions.Http.Resilience;
using Polly;
using Polly.Retry;

namespace Lathe.Resilience;

/// <summary>The retry strategy that <c>AddStandardGraphQLResilience</c> adds.</summary>
internal sealed class GraphQLRetry(GraphQLResilienceOptions options, TimeProvider time)
{
    public HttpRetryStrategyOptions ToStrategy() => new()
    {
        Name = "GraphQL-Retry",
        MaxRetryAttempts = options.MaxRetries,
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        Delay = options.BaseDelay,
        MaxDelay = options.MaxDelay,
        ShouldRetryAfterHeader = false,
        ShouldHandle = arguments => new(ShouldRetry(arguments)),
        OnRetry = static arguments =>
        {
            if (arguments.Context.GetRequestMessage() is { } request)
                GraphQLHttpRequest.Enter(request, CallPhase.Retrying);
            // MayRepeat has found the consent.
            if (arguments.Context.GetRequestMessage() is GraphQLHttpRequest graphQL)
                NoteRetry(graphQL);
            return default;
        },
        DelayGenerator = arguments =>
            new(arguments.Outcome.Result is { } response && RetryAfter.Read(response, time) is { } wait ? wait + Jitter() : null),
    };

    private static void NoteRetry(GraphQLHttpRequest request)
    {
        request.Sending?.AllowRepeat();
        if (request.Observation is { } observation)
            observation.Retries++;
    }

    private bool ShouldRetry(RetryPredicateArguments<HttpResponseMessage> arguments)
    {
        var request = arguments.Context.GetRequestMessage();
        if (request is null || !MayRepeat(request) || !HasRetryLeft(request))
            return false;
        if (arguments.Outcome.Result is not { } response)
            return options.RetryConnectionFailures && arguments.Outcome.Exception is HttpRequestException failure && !IsFinal(failure);
        return options.RetriedStatuses.Contains((int)response.StatusCode)
            && (RetryAfter.Read(response, time) is not { } wait || (wait <= options.MaxRetryAfter && HasTimeFor(wait, request)));
    }

    // Retries are counted for the whole call, whoever makes them.
    private bool HasRetryLeft(HttpRequestMessage request) => request is not GraphQLHttpRequest graphQL
        || (graphQL.HasSendingLeft && (graphQL.Observation is not { } observation || observation.Retries < options.MaxRetries));

    // Without jitter all waiting callers would come back at the same moment.
    private TimeSpan Jitter() => options.BaseDelay * Random.Shared.NextDouble();

    // A wait beyond the call's time-out would fail anyway, so the caller gets the server's answer now.
    private bool HasTimeFor(TimeSpan wait, HttpRequestMessage request) =>
        request is not GraphQLHttpRequest { Observation: { } observation } || observation.HasTimeFor(wait, time);

    // A retry does not make a certificate trusted, and brings no credentials for a proxy.
    private static bool IsFinal(HttpRequestException failure) =>
        failure is { HttpRequestError: HttpRequestError.SecureConnectionError, InnerException: AuthenticationException }
            or { HttpRequestError: HttpRequestError.ProxyTunnelError, StatusCode: HttpStatusCode.ProxyAuthenticationRequired };

    private bool MayRepeat(HttpRequestMessage request) => request is GraphQLHttpRequest graphQL
        ? graphQL.OperationType != GraphQLOperationType.Mutation || graphQL.AllowRetry || options.RetryMutations
        : request.Method == HttpMethod.Get || request.Method == HttpMethod.Head || request.Method == HttpMethod.Options;
}
