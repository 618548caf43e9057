using System.Buffers;
using System.Runtime.CompilerServices;
using Lathe.Transport;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Lathe;

/// <summary>
/// Sends operations over HTTP (GraphQL over HTTP, release of November 2026). Safe for concurrent use; keep one for as long as the process lives.
/// </summary>
/// <remarks>
/// <c>AddGraphQLTransport</c> makes one with everything that a builder adds. A transport that you make yourself has no key: add a handler for that.
/// </remarks>
public sealed class HttpGraphQLTransport : IGraphQLTransport
{
    private readonly Exchanges _exchanges;

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
        HttpClient http,
        GraphQLClientOptions options,
        string name,
        ILogger? logger,
        TimeProvider? time,
        ArrayPool<byte> pool,
        ICarrierLayer[]? layers = null,
        IRefusals? refusals = null)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(options);
        var validity = new GraphQLClientOptionsValidator().Validate(name, options);
        if (validity.Failed)
            throw new ArgumentException(validity.FailureMessage, nameof(options));
        var clock = time ?? TimeProvider.System;
        var overHttp = new HttpCarrier(http, options, pool, clock);
        ICarrier carrier = overHttp;
        foreach (var layer in layers ?? [])
            carrier = layer.Over(carrier, overHttp);
        _exchanges = new Exchanges(carrier, options, name, logger ?? NullLogger.Instance, clock, refusals);
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
        operation.RefuseSubscription(nameof(operation));
        using var exchange = _exchanges.Start(operation, variables, options, wantsParts: false, cancellationToken);
        return (await exchange.ReadAsync().ConfigureAwait(false))!;
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
        using var exchange = _exchanges.Start(operation, variables, options, wantsParts: true, cancellationToken);
        while (await exchange.ReadAsync().ConfigureAwait(false) is { } result)
            yield return result;
    }
}
