namespace Lathe;

/// <summary>The server answered with GraphQL errors, or with no data.</summary>
public class GraphQLException : Exception
{
    /// <summary>Makes the exception for a response's errors.</summary>
    /// <param name="errors">The errors; may be empty when <c>data</c> was null without a reason.</param>
    public GraphQLException(IReadOnlyList<GraphQLError> errors)
        : base(Describe(errors)) =>
        Errors = errors;

    /// <summary>Gets the errors in the order of the response.</summary>
    public IReadOnlyList<GraphQLError> Errors { get; }

    /// <summary>Gets the <c>extensions.code</c> of the first error that has one; null when none has.</summary>
    public string? Code
    {
        get
        {
            foreach (var error in Errors)
            {
                if (error.Code is { } code)
                    return code;
            }

            return null;
        }
    }

    private static string Describe(IReadOnlyList<GraphQLError> errors) => errors.Count switch
    {
        0 => "The response has neither data nor errors.",
        1 => errors[0].ToString(),
        _ => $"{errors[0]} (and {errors.Count - 1} more; see Errors)",
    };
}
