using Microsoft.Net.Http.Headers;

namespace MachineMetrics.Server.Hosting;

/// <summary>Chooses how to answer a GraphQL request (GraphQL over HTTP, section 6).</summary>
internal static class MediaTypes
{
    public const string Json = "application/json";
    public const string GraphQLResponse = "application/graphql-response+json";

    /// <summary>Gets what the caller likes best of what can be had, or null when it takes none of it.</summary>
    public static string? Choose(HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().Accept;
        if (accepted.Count == 0)
            return Json;
        return accepted.Where(range => range.Quality is not 0)
            .OrderByDescending(range => range.Quality ?? 1)
            .Select(range => Matches(range, GraphQLResponse) ? GraphQLResponse : Matches(range, Json) ? Json : null)
            .FirstOrDefault(type => type is not null);
    }

    private static bool Matches(MediaTypeHeaderValue range, string type) =>
        // A wildcard asks for nothing newer than what everybody reads.
        range.MatchesAllTypes || range.MatchesAllSubTypes ? type == Json && new MediaTypeHeaderValue(type).IsSubsetOf(range)
        : range.MediaType.Equals(type, StringComparison.OrdinalIgnoreCase);
}
