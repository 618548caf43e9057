using System.Net;

namespace Lathe.Transport;

/// <summary>Recognises an answer that says that the key has expired: by its status, or by the code of an error.</summary>
internal sealed class TokenExpiry(GraphQLClientOptions options)
{
    public bool IsSaidBy<TData>(GraphQLResult<TData> result, GraphQLOperationType type)
        where TData : class =>
        result.Errors.Count > 0 && IsSaidBy(result.Errors, result.Data is not null, type);

    /// <summary>Some servers say so with a status of 400 or 500.</summary>
    public bool IsSaidBy(GraphQLHttpException failure, GraphQLOperationType type) =>
        failure.StatusCode == HttpStatusCode.Unauthorized || IsSaidBy(failure.Errors, hasData: false, type);

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
