namespace Lathe.Costs;

/// <summary>Reads GitHub's headers, which many other APIs have too. The reset is in seconds of Unix time.</summary>
internal sealed class GitHubCostReader : IGraphQLCostReader
{
    // A day.
    private const double LongestWait = 24 * 3600;

    public GraphQLCostStatus? Read(GraphQLCostAnswer answer)
    {
        // The secondary limit: nothing of any cost goes through before.
        if (answer.Number("Retry-After") is { } seconds and >= 0)
            return new GraphQLCostStatus { Available = 0, ResetsAt = answer.ReceivedAt.AddSeconds(Math.Min(seconds, LongestWait)) };
        if (answer.Number("X-RateLimit-Remaining") is not { } remaining)
            return null;
        return new GraphQLCostStatus
        {
            Available = remaining,
            Maximum = answer.Number("X-RateLimit-Limit"),
            ResetsAt = UnixTime.Read(answer.Number("X-RateLimit-Reset"), 1),
        };
    }
}
