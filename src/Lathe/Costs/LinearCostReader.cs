namespace Lathe.Costs;

/// <summary>Reads Linear's headers: a limit of requests beside one of complexity. The resets are in milliseconds of Unix time.</summary>
internal sealed class LinearCostReader : IGraphQLCostReader
{
    public GraphQLCostStatus? Read(GraphQLCostAnswer answer)
    {
        var (requests, complexity) = (Read(answer, "Requests"), Read(answer, "Complexity"));
        // Where no request is left, points do not help.
        if (complexity is null || requests is { Available: < 1 })
            return requests is null ? null : requests with { Maximum = complexity is null ? requests.Maximum : null };
        return complexity with { RequestedCost = answer.Number("X-Complexity") };
    }

    private static GraphQLCostStatus? Read(GraphQLCostAnswer answer, string kind) => answer.Number($"X-RateLimit-{kind}-Remaining") is { } remaining
        ? new GraphQLCostStatus
        {
            Available = remaining,
            Maximum = answer.Number($"X-RateLimit-{kind}-Limit"),
            ResetsAt = UnixTime.Read(answer.Number($"X-RateLimit-{kind}-Reset"), 1000),
        }
        : null;
}
