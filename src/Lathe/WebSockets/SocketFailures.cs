using System.Net;
using Lathe.Responses;
using Lathe.Secrets;

namespace Lathe.WebSockets;

/// <summary>Turns the end of a socket into the exception that says what to do.</summary>
internal static class SocketFailures
{
    public static Exception Explain(string what, Exception exception, SocketSettings settings, BearerToken? sent, int failures)
    {
        if (exception is not SocketFault fault)
            return exception is GraphQLTransportException ? exception : new GraphQLConnectionException($"{what}: {exception.Message}", exception);
        var server = AddressText.WithoutQuery(settings.Address);
        if (fault.TimedOutPhase is { } phase)
        {
            return new GraphQLTimeoutException(
                $"{what}: {phase} of {server} took longer than {fault.Timeout.TotalSeconds:0.###} s "
                    + $"({nameof(GraphQLWebSocketOptions)}.{nameof(GraphQLWebSocketOptions.AckTimeout)}).",
                fault.Timeout,
                fault);
        }

        var reason = SecretEraser.Erase(fault.Message, sent);
        var ended = fault is { Code: { } code, RejectsKey: false }
            ? $"the socket of {server} was closed with {code}{(reason.Length == 0 ? "" : $" ({reason})")}"
            : $"{reason}: {server}";
        if (fault.RejectsKey || CloseCodes.RejectsKey(fault.Code, fault.Message, settings.Client.ExpiredTokenCodes))
            return Rejected(
                $"{what}: {ended}. The server rejects the key{(sent is null ? ", since none was sent" : "")}: see where it comes from.", reason);
        if (fault.Code is null && fault.InnerException is not null && !fault.IsRefusal)
            return new GraphQLConnectionException($"{what}: {ended}{Tries(failures)}. {CloseCodes.Advice(null)}", fault.InnerException);
        var advice = fault.IsRefusal && fault.Code is null
            ? "Check the address, or use GraphQLSubscriptionMode.ServerSentEvents." : CloseCodes.Advice(fault.Code);
        return new GraphQLWebSocketException(
            $"{what}: {ended}{Tries(failures)}. {advice}", fault.Code, reason.Length == 0 ? null : reason, fault.InnerException)
        {
            IsRefusal = fault.IsRefusal,
        };
    }

    private static string Tries(int failures) => failures == 0 ? "" : $", after {failures} attempts to open it again";

    private static GraphQLAuthenticationException Rejected(string message, string reason)
    {
        using var none = new HttpResponseMessage();
        var headers = none.Headers;
        return new GraphQLAuthenticationException(message, new HttpFailure(HttpStatusCode.Unauthorized, null, reason, headers, [], null));
    }
}
