using System.Collections.Concurrent;

namespace Lathe.Costs;

/// <summary>The budgets of all clients: those that have the same options, server and key share one.</summary>
internal sealed class SharedCostBudgets(IEnumerable<CostLimitRegistration> clients, TimeProvider? time = null) : IDisposable
{
    private readonly CostLimitRegistration[] _clients = [.. clients];
    private readonly ConcurrentDictionary<GraphQLCostLimitOptions, CostBudgets> _budgets = new();

    /// <summary>Finds a client's budgets; null when it has none.</summary>
    public CostBudgets? Find(string client)
    {
        var found = Array.FindLast(_clients, one => one.Name == client) ?? Array.FindLast(_clients, static one => one.Name is null);
        return found is null ? null : _budgets.GetOrAdd(found.Options, options => new CostBudgets(options, time ?? TimeProvider.System));
    }

    public void Dispose()
    {
        foreach (var budgets in _budgets.Values)
            budgets.Dispose();
    }
}
