namespace Lathe;

/// <summary>The server answered with GraphQL errors, or with no data.</summary>
public sealed class GraphQLException : Exception
{
    /// <summary>Makes the exception for a response's errors.</summary>
    /// <param name="errors">The errors; may be empty when <c>data</c> was null without a reason.</param>
    public GraphQLException(IReadOnlyList<GraphQLError> errors)
        : base(errors.Count == 0 ? "The response has neither data nor errors." : errors[0].Message) =>
        Errors = errors;

    /// <summary>Gets the errors in the order of the response.</summary>
    public IReadOnlyList<GraphQLError> Errors { get; }
}
