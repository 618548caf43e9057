using System.Text.Json;

namespace Lathe.Costs;

/// <summary>Reads <c>extensions.cost</c> as Shopify's GraphQL APIs send it.</summary>
internal sealed class ShopifyCostReader : IGraphQLCostReader
{
    public GraphQLCostStatus? Read(GraphQLCostAnswer answer)
    {
        if (Member(answer.Extensions, "cost") is not { } cost
            || Member(cost, "throttleStatus") is not { } status
            || Number(status, "currentlyAvailable") is not { } available)
            return null;
        return new GraphQLCostStatus
        {
            Available = available,
            Maximum = Number(status, "maximumAvailable"),
            RestoreRate = Number(status, "restoreRate"),
            RequestedCost = Number(cost, "requestedQueryCost"),
        };
    }

    private static JsonElement? Member(JsonElement? parent, string name) =>
        parent is { ValueKind: JsonValueKind.Object } element && element.TryGetProperty(name, out var value) ? value : null;

    private static double? Number(JsonElement parent, string name) =>
        Member(parent, name) is { ValueKind: JsonValueKind.Number } value
        && value.TryGetDouble(out var number) && number >= 0 && double.IsFinite(number)
            ? number
            : null;
}
