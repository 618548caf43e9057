namespace Lathe;

/// <summary>A page could not be read, or none can follow it. The pages before it were given.</summary>
public sealed class GraphQLPaginationException : Exception
{
    internal GraphQLPaginationException(string message, int page, object? cursor, Exception? innerException = null)
        : base(message, innerException)
    {
        Page = page;
        Cursor = cursor;
    }

    /// <summary>Gets the number of the page that could not be read, from 1.</summary>
    public int Page { get; }

    /// <summary>
    /// Gets the cursor that the page was asked for with. Give it to <see cref="PageOptions.StartAfter"/> to go on from there. Null for the beginning.
    /// </summary>
    public object? Cursor { get; }

    /// <summary>Gets the GraphQL errors of the page; empty where it failed otherwise.</summary>
    public IReadOnlyList<GraphQLError> Errors => InnerException is GraphQLException { Errors: var errors } ? errors : [];
}
