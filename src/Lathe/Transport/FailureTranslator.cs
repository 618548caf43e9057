using Lathe.Calls;
using Lathe.Secrets;

namespace Lathe.Transport;

/// <summary>Turns what the HTTP stack throws into the exceptions that say what to do.</summary>
internal static class FailureTranslator
{
    public static Exception Translate(Exception exception, string what, Uri endpoint, Deadline deadline, CallPhase phase) => exception switch
    {
        // A connection that is closed because the call ends may say so in its own way.
        OperationCanceledException or IOException or ObjectDisposedException or HttpRequestException when deadline.Token.IsCancellationRequested =>
            deadline.Explain(exception, what, phase),
        OperationCanceledException { InnerException: TimeoutException } => TimedOut(exception, what, deadline),
        _ when IsOfPolly(exception, "Polly.Timeout.TimeoutRejectedException") => TimedOut(exception, what, deadline),
        HttpRequestException failure => new GraphQLConnectionException($"{what}: {Describe(failure)} {Server(endpoint)}. {Advice(failure)}", failure),
        _ when IsOfPolly(exception, "Polly.ExecutionRejectedException") => new GraphQLConnectionException(
            $"{what}: a resilience handler of the client let nothing through to {Server(endpoint)} ({exception.GetType().Name}). Try again later.",
            exception),
        IOException =>
            new GraphQLConnectionException($"{what}: the connection to {Server(endpoint)} broke before the answer was whole. Try again.", exception),
        _ => exception,
    };

    // A user's resilience handler brings Polly; this package does not.
    private static bool IsOfPolly(Exception exception, string name)
    {
        for (var type = exception.GetType(); type is not null; type = type.BaseType)
        {
            if (type.FullName == name)
                return true;
        }

        return false;
    }

    private static GraphQLTimeoutException TimedOut(Exception exception, string what, Deadline deadline) =>
        new($"{what}: an HTTP handler's time-out ended the call.", deadline.Timeout, exception);

    private static string Server(Uri endpoint) => AddressText.Origin(endpoint)!;

    private static string Describe(HttpRequestException failure) => failure.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError => "there is no address for",
        HttpRequestError.ConnectionError => "no connection to",
        HttpRequestError.SecureConnectionError => "no secure connection to",
        HttpRequestError.ProxyTunnelError =>
            $"the proxy{(failure.StatusCode is { } status ? $" answered {(int)status} and" : "")} opened no tunnel to",
        HttpRequestError.ResponseEnded => "the answer was cut off by",
        HttpRequestError.InvalidResponse => "the answer is not valid HTTP, from",
        _ => "the request failed, to",
    };

    private static string Advice(HttpRequestException failure) => failure.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError => "Check the host name in Endpoint.",
        HttpRequestError.ConnectionError => "Is the server running, and reachable from here?",
        HttpRequestError.SecureConnectionError => "Check its certificate and the clock of this machine.",
        HttpRequestError.ProxyTunnelError => "Check HTTPS_PROXY, or Proxy and DefaultProxyCredentials of the primary handler.",
        HttpRequestError.ResponseEnded => "Try again.",
        _ => "See the inner exception.",
    };
}
