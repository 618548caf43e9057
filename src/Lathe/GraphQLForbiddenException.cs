using Lathe.Responses;

namespace Lathe;

/// <summary>The key is known, but may not do this (403).</summary>
public sealed class GraphQLForbiddenException : GraphQLHttpException
{
    internal GraphQLForbiddenException(string message, HttpFailure failure, string? missingScope)
        : base(message, failure) =>
        MissingScope = missingScope;

    /// <summary>
    /// Gets the scope that the key lacks, as <c>WWW-Authenticate</c> names it (RFC 6750, section 3); null when the server does not say.
    /// </summary>
    public string? MissingScope { get; }
}
