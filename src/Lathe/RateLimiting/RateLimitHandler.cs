using Lathe.Requests;
using System.Threading.RateLimiting;
using Lathe.Calls;

namespace Lathe.RateLimiting;

/// <summary>Lets a request go when the limiter does; waits as long as the limiter and the call's time-out allow.</summary>
internal sealed class RateLimitHandler(string client, PartitionedRateLimiter<HttpRequestMessage> limiter) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        GraphQLHttpRequest.Enter(request, CallPhase.InQueue);
        using var lease = await AcquireAsync(request, cancellationToken).ConfigureAwait(false);
        if (!lease.IsAcquired)
            throw Refused(lease);
        GraphQLHttpRequest.Enter(request, CallPhase.Sending);
        return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }

    // Without this HttpClient.Send would skip SendAsync, and so the limit.
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) =>
        SendAsync(request, cancellationToken).GetAwaiter().GetResult();

    private async ValueTask<RateLimitLease> AcquireAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return await limiter.AcquireAsync(request, 1, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            throw new GraphQLRateLimitException(
                $"The rate limiter of client '{client}' failed ({exception.GetType().Name}); nothing was sent. See the inner exception.",
                null,
                exception);
        }
    }

    private GraphQLRateLimitException Refused(RateLimitLease lease)
    {
        TimeSpan? wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var retryAfter) ? retryAfter : null;
        var advice = wait is { } time ? $" Try again in {time.TotalSeconds:0.#} s." : "";
        return new($"Client '{client}' is at its rate limit, and too many requests wait already; nothing was sent.{advice}", wait);
    }
}
