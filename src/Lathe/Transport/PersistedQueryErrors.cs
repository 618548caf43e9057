namespace Lathe.Transport;

/// <summary>How servers say that they know no document of a hash, or keep none.</summary>
internal static class PersistedQueryErrors
{
    /// <summary>Gets whether the server asks for the document's text.</summary>
    public static bool AskForText(IReadOnlyList<GraphQLError> errors) =>
        Any(errors, "PERSISTED_QUERY_NOT_FOUND", "PersistedQueryNotFound") || Any(errors, "HC0020", "PersistedQueryNotFound") || RefuseHashes(errors);

    /// <summary>Gets whether the server keeps no documents at all.</summary>
    /// <remarks>
    /// The last three are what graphql-yoga, mercurius and GraphQL.NET say to a request without a text, when they have no plug-in for hashes.
    /// </remarks>
    public static bool RefuseHashes(IReadOnlyList<GraphQLError> errors) =>
        Any(errors, "PERSISTED_QUERY_NOT_SUPPORTED", "PersistedQueryNotSupported")
        || Any(errors, null, "Must provide query string.")
        || Any(errors, null, "Unknown query")
        || Any(errors, "QUERY_MISSING", "GraphQL query is missing.");

    private static bool Any(IReadOnlyList<GraphQLError> errors, string? code, string message)
    {
        foreach (var error in errors)
        {
            if ((code is not null && error.Code == code) || error.Message == message)
                return true;
        }

        return false;
    }
}
