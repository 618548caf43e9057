using Lathe.Calls;
using Lathe.Telemetry;
using Microsoft.Extensions.Logging;

namespace Lathe.Transport;

/// <summary>Starts the exchanges of one client, and has what they share.</summary>
internal sealed class Exchanges(ICarrier carrier, GraphQLClientOptions options, string name, ILogger logger, TimeProvider time, IRefusals? refusals)
{
    public ICarrier Carrier { get; } = carrier;

    public OperationObserver Observer { get; } = new(name, options, logger, time);

    public IRefusals? Refusals { get; } = refusals;

    public TimeProvider Time { get; } = time;

    public TokenExpiry Expiry { get; } = new(options);

    public Uri Endpoint { get; } = options.Endpoint!;

    /// <summary>Starts an exchange. Its clock runs; nothing is sent before the first result is read.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The call's time-out is no time-out.</exception>
    /// <exception cref="OperationCanceledException">The caller has canceled already.</exception>
    public Exchange<TData> Start<TData>(
        GraphQLOperation<TData> operation,
        IGraphQLVariables? variables,
        GraphQLRequestOptions? requestOptions,
        bool wantsParts,
        CancellationToken cancellationToken)
        where TData : class
    {
        var deadline = Deadline.Start(TimeoutOf(requestOptions), Time, cancellationToken);
        var observation = Observer.Start(operation, deadline.Timeout);
        return new(new GraphQLCall<TData>(operation, variables, requestOptions, wantsParts, observation, deadline), this);
    }

    private TimeSpan TimeoutOf(GraphQLRequestOptions? requestOptions)
    {
        if (requestOptions?.Timeout is not { } timeout)
            return options.Timeout;
        return GraphQLClientOptionsValidator.IsTimeout(timeout)
            ? timeout
            : throw new ArgumentOutOfRangeException(
                nameof(requestOptions), timeout, "The request's time-out must be positive, or Timeout.InfiniteTimeSpan.");
    }
}
