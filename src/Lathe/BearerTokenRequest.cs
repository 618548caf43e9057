namespace Lathe;

/// <summary>What a token provider is told.</summary>
/// <param name="ClientName">The name of the client that asks.</param>
/// <param name="Tenant">Whom the call is for, from <see cref="GraphQLRequestOptions.Tenant"/>; null for the client's own key.</param>
/// <param name="Rejected">The token to replace: the server has just rejected it, or it is about to expire. Null when no token has to be
/// replaced.</param>
public sealed record BearerTokenRequest(string ClientName, string? Tenant, BearerToken? Rejected);
