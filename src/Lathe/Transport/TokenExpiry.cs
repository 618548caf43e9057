using System.Net;

namespace Lathe;

/// <summary>Recognises an answer that says, without a status of 401, that the key has expired.</summary>
internal sealed class TokenExpiry(GraphQLClientOptions options)
{
    public bool IsSaidBy<TData>(GraphQLResult<TData> result, GraphQLOperationType type)
        where TData : class =>
        result.Errors.Count > 0 && IsSaidBy(result.Errors, result.Data is not null, type);

    /// <summary>Some servers say so with a status of 400 or 500. A 401 has been dealt with already, by the handler that holds the key.</summary>
    public bool IsSaidBy(GraphQLHttpException failure, GraphQLOperationType type) =>
        failure.StatusCode != HttpStatusCode.Unauthorized && IsSaidBy(failure.Errors, hasData: false, type);

    private bool IsSaidBy(IReadOnlyList<GraphQLError> errors, bool hasData, GraphQLOperationType type)
    {
        var isSaid = false;
        foreach (var error in errors)
        {
            // A path means that fields were executed; a mutation must not be executed twice.
            if (type == GraphQLOperationType.Mutation && (error.Path.Count > 0 || hasData))
                return false;
            isSaid |= error.Code is { } code && options.ExpiredTokenCodes.Contains(code);
        }

        return isSaid;
    }
}
