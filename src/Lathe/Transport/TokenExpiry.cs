namespace Lathe;

/// <summary>Recognises an answer that says, without a status of 401, that the key has expired.</summary>
internal static class TokenExpiry
{
    public static bool IsSaidBy<TData>(GraphQLResult<TData> result, GraphQLOperationType type, GraphQLClientOptions options)
        where TData : class
    {
        var isSaid = false;
        foreach (var error in result.Errors)
        {
            // A path means that fields were executed; a mutation must not be executed twice.
            if (type == GraphQLOperationType.Mutation && (error.Path.Count > 0 || result.Data is not null))
                return false;
            isSaid |= error.Code is { } code && options.ExpiredTokenCodes.Contains(code);
        }

        return isSaid;
    }
}
