using Microsoft.Extensions.Http.Resilience;
using Polly;
using Polly.Retry;

namespace Lathe;

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
        DelayGenerator = arguments => new(arguments.Outcome.Result is { } response ? RetryAfter.Read(response, time) : null),
    };

    private bool ShouldRetry(RetryPredicateArguments<HttpResponseMessage> arguments)
    {
        var request = arguments.Context.GetRequestMessage();
        if (request is null || !MayRepeat(request))
            return false;
        if (arguments.Outcome.Result is not { } response)
            return options.RetryConnectionFailures && arguments.Outcome.Exception is HttpRequestException;
        return options.RetriedStatuses.Contains((int)response.StatusCode)
            && (RetryAfter.Read(response, time) is not { } wait || wait <= options.MaxRetryAfter);
    }

    private bool MayRepeat(HttpRequestMessage request) => request is GraphQLHttpRequest graphQL
        ? graphQL.OperationType != GraphQLOperationType.Mutation || graphQL.AllowRetry || options.RetryMutations
        : request.Method == HttpMethod.Get || request.Method == HttpMethod.Head || request.Method == HttpMethod.Options;
}
