using Lathe.Calls;
using Lathe.Requests;

namespace Lathe.Costs;

/// <summary>Lets a request go when the server has enough left for it. Headers are read here; what a body says is told by the call.</summary>
internal sealed class CostLimitHandler(string client, CostBudgets budgets) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var served = GraphQLHttpRequest.ServedBy(request, client);
        var lease = await AcquireAsync(request, served, cancellationToken).ConfigureAwait(false);
        if (served is not null)
            served.Cost = lease;
        try
        {
            var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            lease.Learn(null, response.Headers, null);
            // The body of a GraphQL answer may say what it cost.
            if (served is null)
                lease.Dispose();
            return response;
        }
        catch
        {
            lease.Dispose();
            throw;
        }
    }

    // Without this HttpClient.Send would skip SendAsync, and so the limit.
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) =>
        SendAsync(request, cancellationToken).GetAwaiter().GetResult();

    private async ValueTask<CostLease> AcquireAsync(HttpRequestMessage request, GraphQLHttpRequest? served, CancellationToken cancellationToken)
    {
        GraphQLHttpRequest.Enter(request, CallPhase.InQueue);
        var observation = served?.Observation;
        var (budget, charge) = (budgets.Of(request), new CostCharge(budgets.CostOf(served?.DocumentHash)));
        bool HasTimeFor(TimeSpan time) => observation?.HasTimeFor(time, budgets.Time) ?? true;
        var wait = await budget.AcquireAsync(charge, HasTimeFor, cancellationToken).ConfigureAwait(false);
        if (wait is { } needed)
            throw Refused(needed);
        GraphQLHttpRequest.Enter(request, CallPhase.Sending);
        return new CostLease(budgets, budget, charge);
    }

    private GraphQLRateLimitException Refused(TimeSpan wait) => new(
        $"Client '{client}' has used up the points of its key. The queue is full, or the wait would be longer than the call's time-out; "
            + $"nothing was sent. Try again in {wait.TotalSeconds:0.#} s.",
        wait);
}
