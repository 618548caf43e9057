using Lathe.Headers;
using Lathe.Transport;

namespace Lathe.Resilience;

/// <summary>Sends again what a server has refused in a body because its caller's points are used up, when they have come back.</summary>
internal sealed class ThrottledRetry(GraphQLResilienceRegistration client, TimeProvider time) : IRefusals
{
    public TimeSpan? WaitAfter(Refusal refusal)
    {
        var options = client.Options;
        var isForbidden = refusal is { Type: GraphQLOperationType.Mutation, AllowRetry: false } && !options.RetryMutations;
        if (isForbidden || refusal.Observation.Retries >= options.MaxRetries || WaitOf(refusal, options) is not { } wait)
            return null;
        if (wait > options.MaxRetryAfter || !refusal.Observation.HasTimeFor(wait, time))
            return null;
        refusal.Observation.Retries++;
        // Without jitter all waiting callers would come back at the same moment.
        return wait + (options.BaseDelay * Random.Shared.NextDouble());
    }

    private TimeSpan? WaitOf(Refusal refusal, GraphQLResilienceOptions options)
    {
        // An error with a path means that a part was executed.
        if (refusal.Errors.Any(static error => error.Path.Count > 0))
            return null;
        var now = time.GetUtcNow();
        var status = options.CostReader.Read(new GraphQLCostAnswer(refusal.Headers, refusal.Extensions, now));
        var isSaid = refusal.Errors.Any(error => error.Code is { } code && options.ThrottledCodes.Contains(code));
        // GitHub says it in headers and in text.
        if (!isSaid && status is not { Available: <= 0, ResetsAt: not null })
            return null;
        var asked = refusal.RetryAfter ?? (refusal.Headers is null ? null : RetryAfter.Read(refusal.Headers, time));
        if (asked is not null)
            return asked;
        return status is null ? Backoff(refusal.Observation.Retries, options) : status.TimeUntil(status.RequestedCost ?? 1, now);
    }

    private static TimeSpan Backoff(int retries, GraphQLResilienceOptions options)
    {
        var delay = options.BaseDelay * Math.Pow(2, Math.Min(retries, 30));
        return delay < options.MaxDelay ? delay : options.MaxDelay;
    }
}
