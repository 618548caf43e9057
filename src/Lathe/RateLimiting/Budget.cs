using Lathe.Authentication;
using Lathe.Requests;

namespace Lathe.RateLimiting;

/// <summary>Whose limit a request counts against: one server's, for one key with all those that have renewed it.</summary>
internal readonly record struct Budget(string Authority, BearerToken? Token)
{
    public static Budget Of(HttpRequestMessage request) => new(
        request.RequestUri?.Authority ?? "",
        request switch
        {
            GraphQLHttpRequest graphQL => graphQL.BudgetToken,
            AuthorizedRequest authorized => authorized.BudgetToken,
            _ => null,
        });
}
