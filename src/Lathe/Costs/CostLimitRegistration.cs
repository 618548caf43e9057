namespace Lathe.Costs;

/// <summary>Marks a named client, or all without a name, as one that stays within what the server gives; the last mark of a name counts.</summary>
internal sealed record CostLimitRegistration(string? Name, GraphQLCostLimitOptions Options);
