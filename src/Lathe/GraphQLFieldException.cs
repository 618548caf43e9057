namespace Lathe;

/// <summary>A field that was to be read has an error in place of a value.</summary>
public sealed class GraphQLFieldException : GraphQLException
{
    /// <summary>Makes the exception for the error of a field.</summary>
    /// <param name="error">The error.</param>
    public GraphQLFieldException(GraphQLError error)
        : this(error, [error])
    {
    }

    internal GraphQLFieldException(GraphQLError error, IReadOnlyList<GraphQLError> errors)
        : base(errors) =>
        Error = error;

    /// <summary>Gets the error.</summary>
    public GraphQLError Error { get; }

    /// <summary>Gets the way to the field from <c>data</c>; empty when the server did not say.</summary>
    public IReadOnlyList<GraphQLPathSegment> Path => Error.Path;
}
