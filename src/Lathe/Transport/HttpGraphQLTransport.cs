using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Lathe;

/// <summary>
/// Sends operations over HTTP (GraphQL over HTTP, draft of 2025). Safe for concurrent use; keep one for as long as the process lives.
/// </summary>
/// <remarks><c>AddGraphQLClient</c> makes one with everything that a builder adds. Made by hand it has no key: add a handler for that.</remarks>
public sealed class HttpGraphQLTransport : IGraphQLTransport
{
    private readonly HttpClient _http;
    private readonly GraphQLClientOptions _options;
    private readonly ArrayPool<byte> _pool;
    private readonly TimeProvider _time;
    private readonly RequestFactory _requests;
    private readonly ResponseReader _responses;
    private readonly TokenExpiry _expiry;
    private readonly OperationObserver _observer;

    /// <summary>Makes a transport.</summary>
    /// <param name="http">Sends the requests. Its time-out should be infinite: the transport has its own.</param>
    /// <param name="options">The endpoint and bounds.</param>
    /// <param name="name">The client's name in logs and metrics.</param>
    /// <param name="logger">Where to log, or null.</param>
    /// <param name="time">The clock, or null for the system's.</param>
    /// <exception cref="ArgumentException">The options are not valid; the message says which.</exception>
    public HttpGraphQLTransport(
        HttpClient http, GraphQLClientOptions options, string name = "GraphQL", ILogger? logger = null, TimeProvider? time = null)
        : this(http, options, name, logger, time, ArrayPool<byte>.Shared)
    {
    }

    internal HttpGraphQLTransport(
        HttpClient http, GraphQLClientOptions options, string name, ILogger? logger, TimeProvider? time, ArrayPool<byte> pool)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(options);
        var validity = new GraphQLClientOptionsValidator().Validate(name, options);
        if (validity.Failed)
            throw new ArgumentException(validity.FailureMessage, nameof(options));
        (_http, _options, _pool, _time) = (http, options, pool, time ?? TimeProvider.System);
        _requests = new RequestFactory(options, pool);
        _responses = new ResponseReader(options, pool, _time);
        _expiry = new TokenExpiry(options);
        _observer = new OperationObserver(name, options, logger ?? NullLogger.Instance, _time);
    }

    /// <inheritdoc/>
    public async Task<GraphQLResult<TData>> SendAsync<TData>(
        GraphQLOperation<TData> operation,
        IGraphQLVariables? variables = null,
        GraphQLRequestOptions? options = null,
        CancellationToken cancellationToken = default)
        where TData : class
    {
        ArgumentNullException.ThrowIfNull(operation);
        if (operation.Type == GraphQLOperationType.Subscription)
            throw new ArgumentException($"{operation.Name} is a subscription. Use SubscribeAsync.", nameof(operation));
        using var deadline = Deadline.Start(TimeoutOf(options), _time, cancellationToken);
        var observation = _observer.Start(operation, deadline.Timeout);
        try
        {
            _observer.Sending(operation, variables);
            var result = await SendAsync(new GraphQLCall<TData>(operation, variables, options, observation, deadline.Token)).ConfigureAwait(false);
            _observer.Succeeded(operation, observation, result.Errors);
            return result;
        }
        catch (Exception exception)
        {
            var failure = FailureTranslator.Translate(exception, operation.Name, _options.Endpoint!, deadline, observation.Phase);
            _observer.Failed(operation, observation, failure);
            if (ReferenceEquals(failure, exception))
                throw;
            throw failure;
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<GraphQLResult<TData>> SubscribeAsync<TData>(
        GraphQLOperation<TData> operation,
        IGraphQLVariables? variables = null,
        GraphQLRequestOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
        where TData : class
    {
        ArgumentNullException.ThrowIfNull(operation);
        using var deadline = Deadline.Start(TimeoutOf(options), _time, cancellationToken);
        var observation = _observer.Start(operation, deadline.Timeout);
        _observer.Sending(operation, variables);
        // A server that learns documents by their hash learns those of streams from other calls, or is sent the text.
        var form = _options.PersistedOperations == PersistedOperationMode.Trusted ? RequestForm.DocumentId : RequestForm.Text;
        using var body = RequestWriter.Write(_pool, operation, variables, form);
        observation.RequestSize = body.Length;
        var call = new GraphQLCall<TData>(operation, variables, options, observation, deadline.Token);
        var accept = operation.IsIncremental && operation.Type != GraphQLOperationType.Subscription ? MediaTypes.AcceptParts : MediaTypes.AcceptStream;
        using var subscription = new SubscriptionReader<TData>(
            call, _http, token => _requests.Create(call, null, body, token, accept), _responses, _expiry, _options.Endpoint!, deadline, _observer);
        while (await subscription.ReadAsync().ConfigureAwait(false) is { } result)
            yield return result;
    }

    private Task<GraphQLResult<TData>> SendAsync<TData>(GraphQLCall<TData> call)
        where TData : class => _options.PersistedOperations switch
        {
            PersistedOperationMode.Automatic => SendByHashAsync(call),
            PersistedOperationMode.Trusted => SendAsync(call, RequestForm.DocumentId),
            _ => SendAsync(call, RequestForm.Text),
        };

    private async Task<GraphQLResult<TData>> SendByHashAsync<TData>(GraphQLCall<TData> call)
        where TData : class
    {
        try
        {
            var result = await SendAsync(call, RequestForm.Hash).ConfigureAwait(false);
            if (!PersistedQueryErrors.AskForText(result.Errors))
                return result;
        }
        catch (GraphQLHttpException exception) when (PersistedQueryErrors.AskForText(exception.Errors))
        {
            // Some servers say so with a status of 400 or 404.
        }

        return await SendAsync(call, RequestForm.TextAndHash).ConfigureAwait(false);
    }

    private async Task<GraphQLResult<TData>> SendAsync<TData>(GraphQLCall<TData> call, RequestForm form)
        where TData : class
    {
        var address = _requests.AddressOf(call, form);
        using var body = address is null ? RequestWriter.Write(_pool, call.Operation, call.Variables, form) : null;
        call.Observation.RequestSize = body?.Length ?? 0;
        var accept = call.Operation.IsIncremental ? MediaTypes.AcceptParts : MediaTypes.Accept;
        using var request = _requests.Create(call, address, body, null, accept);
        var result = await SendAsync(call, request).ConfigureAwait(false);
        if (result is not null && (request.TokenSource is null || !_expiry.IsSaidBy(result, call.Operation.Type)))
            return result;
        if (await request.RenewTokenAsync(call.Stop).ConfigureAwait(false) is { } newer)
        {
            using var again = _requests.Create(call, address, body, newer, accept);
            return (await SendAsync(call, again).ConfigureAwait(false))!;
        }

        if (result is null)
            request.Rejection.Throw();
        return result!;
    }

    // Gives null for a failure that a newer key may mend; the request has it.
    private async Task<GraphQLResult<TData>?> SendAsync<TData>(GraphQLCall<TData> call, GraphQLHttpRequest request)
        where TData : class
    {
        using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, call.Stop).ConfigureAwait(false);
        call.Observation.Phase = CallPhase.Reading;
        try
        {
            return await _responses.ReadAsync(call, request.SentToken, response).ConfigureAwait(false);
        }
        catch (GraphQLHttpException exception) when (request.TokenSource is not null && _expiry.IsSaidBy(exception, call.Operation.Type))
        {
            request.Rejection = ExceptionDispatchInfo.Capture(exception);
            return null;
        }
    }

    private TimeSpan TimeoutOf(GraphQLRequestOptions? options)
    {
        if (options?.Timeout is not { } timeout)
            return _options.Timeout;
        return GraphQLClientOptionsValidator.IsTimeout(timeout)
            ? timeout
            : throw new ArgumentOutOfRangeException(nameof(options), timeout, "The request's time-out must be positive, or Timeout.InfiniteTimeSpan.");
    }
}
