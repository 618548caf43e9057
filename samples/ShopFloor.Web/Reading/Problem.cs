using System.Net;
using Lathe;
using MachineMetrics.Rest;

namespace ShopFloor.Web.Reading;

public enum ProblemKind
{
    RateLimited,
    KeyRejected,
    Unreachable,
    Refused,
}

/// <summary>
/// Why something can't be shown, in words for whoever looks at the page. No answer's text is repeated that might hold more than it should.
/// </summary>
public sealed record Problem(ProblemKind Kind, string Title, string Advice, TimeSpan? RetryAfter = null)
{
    private static readonly TimeSpan s_minute = TimeSpan.FromMinutes(1);

    /// <summary>Returns null for what nobody foresaw.</summary>
    public static Problem? Of(Exception fault) => fault switch
    {
        GraphQLTooManyRequestsException limited => RateLimited(limited.RetryAfter),
        GraphQLRateLimitException limited => RateLimited(limited.RetryAfter),
        ProductionReportException { Status: HttpStatusCode.TooManyRequests } limited => RateLimited(limited.RetryAfter),
        GraphQLAuthenticationException or GraphQLForbiddenException or BearerTokenException
            or ProductionReportException { Status: HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden } => KeyRejected,
        GraphQLConnectionException or GraphQLTimeoutException or HttpRequestException or TaskCanceledException
            or GraphQLHttpException { StatusCode: >= HttpStatusCode.InternalServerError } => Unreachable,
        GraphQLException or GraphQLTransportException or ProductionReportException => Refused,
        _ => null,
    };

    private static Problem RateLimited(TimeSpan? retryAfter) => new(
        ProblemKind.RateLimited,
        "The API asks for a pause",
        "This company has sent as many requests as it may within a minute. The page goes on by itself.",
        retryAfter is { } wait && wait > TimeSpan.Zero ? wait : s_minute);

    private static Problem KeyRejected { get; } = new(
        ProblemKind.KeyRejected,
        "The API key was not accepted",
        "Ask whoever runs this page for a key with the scope “reporting”.");

    private static Problem Unreachable { get; } = new(
        ProblemKind.Unreachable,
        "The API can’t be reached",
        "Machines go on working; this page just can’t see them. It is tried again by itself.",
        TimeSpan.FromSeconds(15));

    private static Problem Refused { get; } = new(
        ProblemKind.Refused,
        "The API answered with an error",
        "The log of this page’s server says which. Try again, or choose less.");
}
