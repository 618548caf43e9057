using System.Net.Http.Headers;
using System.Text.Json;
using Lathe.Requests;

namespace Lathe.Costs;

/// <summary>A request that is under way, and what its answer tells the budget.</summary>
internal sealed class CostLease(CostBudgets budgets, CostBudget budget, CostCharge charge) : ICostLease
{
    private int _isReleased;

    public void Learn(string? document, HttpResponseHeaders? headers, JsonElement? extensions) =>
        budgets.Learn(budget, charge, document, new GraphQLCostAnswer(headers, extensions, budgets.Time.GetUtcNow()));

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isReleased, 1) == 0)
            budget.Release(charge);
    }
}
