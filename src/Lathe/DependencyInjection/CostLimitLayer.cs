using Lathe.Costs;
using Microsoft.Extensions.Http;

namespace Lathe.DependencyInjection;

/// <summary>Keeps clients within the points that their servers give them.</summary>
internal sealed class CostLimitLayer(SharedCostBudgets costs) : IHandlerLayer
{
    public HandlerOrder Order => HandlerOrder.CostLimit;

    public void AddTo(HttpMessageHandlerBuilder builder, string client, bool isGraphQL)
    {
        if (costs.Find(client) is { } budgets)
            builder.PrimaryHandler = new CostLimitHandler(client, budgets) { InnerHandler = builder.PrimaryHandler };
    }
}
