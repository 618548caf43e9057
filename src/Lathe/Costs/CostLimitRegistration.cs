namespace Lathe.Costs;

/// <summary>Marks a named client, or without a name all clients, as one that stays within what the server gives; the last mark of a name counts.</summary>
internal sealed record CostLimitRegistration(string? Name, GraphQLCostLimitOptions Options);
