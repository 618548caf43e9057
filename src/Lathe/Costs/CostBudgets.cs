using System.Collections.Concurrent;
using Lathe.RateLimiting;

namespace Lathe.Costs;

/// <summary>The budgets of one client's options, one for each server and key, and what its operations cost.</summary>
internal sealed class CostBudgets(GraphQLCostLimitOptions options, TimeProvider time) : IDisposable
{
    // Bounds, not policies: what is dropped is learnt anew from the server's next answers.
    private const int MostBudgets = 10_000;
    private const int MostOperations = 10_000;

    private readonly ConcurrentDictionary<Budget, CostBudget> _budgets = new();
    private readonly ConcurrentDictionary<string, double> _costs = new(StringComparer.Ordinal);

    public TimeProvider Time => time;

    public CostBudget Of(HttpRequestMessage request)
    {
        var key = Budget.Of(request);
        if (_budgets.TryGetValue(key, out var budget))
            return budget;
        if (_budgets.Count >= MostBudgets)
            _budgets.Clear();
        return _budgets.GetOrAdd(key, _ => new CostBudget(options, time));
    }

    /// <summary>Reckons what an operation costs, by what the server said last time.</summary>
    public double CostOf(string? document) => document is not null && _costs.TryGetValue(document, out var cost) ? cost : options.DefaultCost;

    /// <summary>Reads an answer.</summary>
    public void Learn(CostBudget budget, CostCharge charge, string? document, GraphQLCostAnswer answer)
    {
        if (options.Reader.Read(answer) is not { } status)
            return;
        budget.Learn(status, charge);
        if (document is null || status.RequestedCost is not { } cost)
            return;
        if (_costs.Count >= MostOperations)
            _costs.Clear();
        _costs[document] = cost;
    }

    public void Dispose()
    {
        foreach (var budget in _budgets.Values)
            budget.Dispose();
    }
}
