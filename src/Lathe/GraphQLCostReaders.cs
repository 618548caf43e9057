using Lathe.Costs;

namespace Lathe;

/// <summary>Readers for APIs that say how many points or requests their caller has left.</summary>
public static class GraphQLCostReaders
{
    /// <summary>Gets the reader of Shopify's <c>extensions.cost.throttleStatus</c>: points that come back bit by bit.</summary>
    public static IGraphQLCostReader Shopify { get; } = new ShopifyCostReader();

    /// <summary>
    /// Gets the reader of GitHub's <c>x-ratelimit-remaining</c>, <c>-limit</c>, <c>-reset</c> and of <c>retry-after</c>: points that come back
    /// each hour.
    /// </summary>
    public static IGraphQLCostReader GitHub { get; } = new GitHubCostReader();

    /// <summary>Gets the reader of Linear's <c>X-RateLimit-Requests-*</c>, <c>X-RateLimit-Complexity-*</c> and <c>X-Complexity</c>.</summary>
    public static IGraphQLCostReader Linear { get; } = new LinearCostReader();

    /// <summary>Gets the reader that tries all of these, in their order.</summary>
    public static IGraphQLCostReader Any { get; } = new FirstCostReader(Shopify, Linear, GitHub);
}
