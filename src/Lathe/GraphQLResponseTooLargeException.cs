namespace Lathe;

/// <summary>The answer is larger than <see cref="GraphQLClientOptions.MaxResponseSize"/>; reading stopped there.</summary>
public sealed class GraphQLResponseTooLargeException : GraphQLResponseException
{
    internal GraphQLResponseTooLargeException(string message, long limit)
        : base(message, null) =>
        Limit = limit;

    /// <summary>Gets the bound in bytes.</summary>
    public long Limit { get; }
}
