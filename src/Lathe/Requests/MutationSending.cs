using System.Net;

namespace Lathe.Requests;

/// <summary>The one sending of a mutation that may not be sent again, whatever handlers make of its request.</summary>
internal sealed class MutationSending(string operation)
{
    private readonly object _lock = new();
    private bool _isSent;
    private bool _mayRepeat;
    private HttpStatusCode? _status;
    private Exception? _failure;

    /// <summary>Notes that whoever sends again has the user's consent.</summary>
    public void AllowRepeat()
    {
        lock (_lock)
            _mayRepeat = true;
    }

    /// <summary>Begins to send.</summary>
    /// <exception cref="GraphQLRepeatedMutationException">The mutation was sent already.</exception>
    public void Begin(string client)
    {
        lock (_lock)
        {
            if (_isSent && !_mayRepeat)
                throw Refuse(client);
            _isSent = true;
        }
    }

    public void Answered(HttpStatusCode status)
    {
        lock (_lock)
            _status = status;
    }

    /// <summary>Notes a failure; after one that came before anything was sent, the mutation may be sent.</summary>
    public void Failed(Exception failure)
    {
        lock (_lock)
            (_failure, _isSent) = (failure, !IsBeforeSending(failure));
    }

    private static bool IsBeforeSending(Exception failure) => failure is BearerTokenException or GraphQLRateLimitException
        or HttpRequestException
        {
            HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
                or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError,
        };

    private GraphQLRepeatedMutationException Refuse(string client)
    {
        var first = _status is { } status ? $"was answered with {(int)status}"
            : _failure is { } failure ? $"ended with {failure.GetType().Name}"
            : "is still on its way";
        return new(
            $"{operation}: a handler of client '{client}' tried to send the mutation a second time. It was not sent again; the first sending "
                + $"{first}, and may have been "
                + "executed. Take the handler off the client, or allow it with "
                + $"{nameof(GraphQLRequestOptions)}.{nameof(GraphQLRequestOptions.AllowRetry)}.",
            _status,
            _failure);
    }
}
