namespace Lathe.Transport;

/// <summary>How servers say that they know no document of a hash, or keep none.</summary>
internal static class PersistedQueryErrors
{
    public static bool AskForText(IReadOnlyList<GraphQLError> errors)
    {
        foreach (var error in errors)
        {
            if (error.Code is "PERSISTED_QUERY_NOT_FOUND" or "PERSISTED_QUERY_NOT_SUPPORTED" or "HC0020"
                || error.Message is "PersistedQueryNotFound" or "PersistedQueryNotSupported")
                return true;
        }

        return false;
    }
}
