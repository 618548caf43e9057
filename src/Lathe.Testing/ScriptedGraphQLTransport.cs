using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Lathe.Testing;

/// <summary>
/// Answers operations from a script, in memory: give it to a generated client in place of HTTP. Safe for concurrent use.
/// </summary>
/// <param name="time">The clock that injected delays wait by; null for the system's.</param>
/// <example>
/// <code>
/// var transport = new ScriptedGraphQLTransport();
/// transport.On(MachinesQuery.Operation).Returns(new MachinesQuery.Data { Machines = [] });
/// var client = new MachineMetricsClient(transport);
/// </code>
/// </example>
public sealed class ScriptedGraphQLTransport(TimeProvider? time = null) : IGraphQLTransport
{
    private readonly ConcurrentDictionary<string, IScript> _scripts = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<RecordedRequest> _requests = new();
    private readonly TimeProvider _time = time ?? TimeProvider.System;
    private int _count;

    /// <summary>Gets the faults that requests meet; null for none. Null unless set.</summary>
    public ScriptedFaults? Faults { get; init; }

    /// <summary>Gets all requests so far, in the order in which they came.</summary>
    public IReadOnlyList<RecordedRequest> Requests => [.. _requests];

    /// <summary>Starts the script of one operation, or goes on with it.</summary>
    /// <typeparam name="TData">The type of the operation's data.</typeparam>
    /// <param name="operation">The operation, from the generated code.</param>
    /// <returns>The script: each call adds an answer, and the last one repeats.</returns>
    public OperationScript<TData> On<TData>(GraphQLOperation<TData> operation)
        where TData : class
    {
        ArgumentNullException.ThrowIfNull(operation);
        return (OperationScript<TData>)_scripts.GetOrAdd(operation.Name, _ => new OperationScript<TData>(operation));
    }

    /// <summary>Gets the requests of one operation, in the order in which they came.</summary>
    /// <typeparam name="TData">The type of the operation's data.</typeparam>
    /// <param name="operation">The operation.</param>
    /// <returns>Its requests; empty when there were none.</returns>
    public IReadOnlyList<RecordedRequest> RequestsOf<TData>(GraphQLOperation<TData> operation)
        where TData : class
    {
        ArgumentNullException.ThrowIfNull(operation);
        return [.. _requests.Where(request => request.OperationName == operation.Name)];
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The operation is a subscription.</exception>
    /// <exception cref="InvalidOperationException">There is no answer for the operation; the message says how to script one.</exception>
    public async Task<GraphQLResult<TData>> SendAsync<TData>(
        GraphQLOperation<TData> operation,
        IGraphQLVariables? variables = null,
        GraphQLRequestOptions? options = null,
        CancellationToken cancellationToken = default)
        where TData : class
    {
        ArgumentNullException.ThrowIfNull(operation);
        operation.RefuseSubscription(nameof(operation));
        var (step, request, fault) = Next(operation, variables, options, cancellationToken);
        await DelayAsync(step.Delay + fault.Delay, operation.Name, options?.Timeout, cancellationToken).ConfigureAwait(false);
        if (fault.Exception is { } exception)
            throw exception;
        // Of an answer in parts, the last one is whole.
        return step.Answer(request).LastOrDefault()
            ?? throw new InvalidOperationException(
                $"{operation.Name} is scripted with ReturnsEvents() and no event, which only SubscribeAsync can give. Use Returns(...).");
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">There is no answer for the operation; the message says how to script one.</exception>
    public async IAsyncEnumerable<GraphQLResult<TData>> SubscribeAsync<TData>(
        GraphQLOperation<TData> operation,
        IGraphQLVariables? variables = null,
        GraphQLRequestOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
        where TData : class
    {
        var (step, request, fault) = Next(operation, variables, options, cancellationToken);
        await DelayAsync(fault.Delay, operation.Name, options?.Timeout, cancellationToken).ConfigureAwait(false);
        if (fault is { Exception: { } early, IsLate: false })
            throw early;
        // The time-out bounds the connection only.
        var timeout = options?.Timeout;
        foreach (var result in step.Answer(request))
        {
            await DelayAsync(step.Delay, operation.Name, timeout, cancellationToken).ConfigureAwait(false);
            timeout = null;
            cancellationToken.ThrowIfCancellationRequested();
            yield return result;
            if (fault.Exception is { } late)
                throw late;
        }
    }

    /// <summary>Checks that each scripted answer was given.</summary>
    /// <exception cref="InvalidOperationException">Some were not; the message names them, and what came instead.</exception>
    public void VerifyAllUsed()
    {
        var unused = _scripts.Where(static one => one.Value.Unused > 0).OrderBy(static one => one.Key, StringComparer.Ordinal)
            .Select(static one => $"{one.Key} ({one.Value.Unused} of {one.Value.Answers})").ToArray();
        var list = string.Join(", ", unused);
        if (unused.Length > 0)
            throw new InvalidOperationException($"Not all scripted answers were asked for: {list}. {ScriptedReport.Of(Requests)}");
    }

    /// <summary>
    /// Checks that no request came for which no answer was scripted: none of another operation, and none after all its answers had been
    /// given.
    /// </summary>
    /// <exception cref="InvalidOperationException">Some did; the message shows them.</exception>
    public void VerifyNoOthers()
    {
        var others = Requests.Where(static one => !one.IsExpected).ToArray();
        if (others.Length > 0)
            throw new InvalidOperationException($"{others.Length} more requests came than answers are scripted. {ScriptedReport.Of(others)}");
    }

    private (ScriptStep<TData> Step, RecordedRequest Request, ScriptedFault Fault) Next<TData>(
        GraphQLOperation<TData> operation, IGraphQLVariables? variables, GraphQLRequestOptions? options, CancellationToken cancellationToken)
        where TData : class
    {
        ArgumentNullException.ThrowIfNull(operation);
        cancellationToken.ThrowIfCancellationRequested();
        var request = new RecordedRequest(operation.Name, operation.Type, VariablesJson.Of(variables), options) { Sent = variables };
        _requests.Enqueue(request);
        var fault = Faults?.Of(Interlocked.Increment(ref _count)) ?? ScriptedFault.None;
        var script = _scripts.TryGetValue(operation.Name, out var found) ? found as OperationScript<TData> : null;
        return script?.Next(request) is { } step ? (step, request, fault) : throw NoScript(operation.Name);
    }

    private async Task DelayAsync(TimeSpan delay, string what, TimeSpan? timeout, CancellationToken cancellationToken)
    {
        var isTooLong = timeout > TimeSpan.Zero && timeout < delay;
        var wait = isTooLong ? timeout!.Value : delay;
        if (wait > TimeSpan.Zero)
            await Task.Delay(wait, _time, cancellationToken).ConfigureAwait(false);
        if (isTooLong)
            throw GraphQLFailures.Timeout(wait, what);
    }

    private InvalidOperationException NoScript(string operation)
    {
        var scripted = _scripts.IsEmpty ? "none" : string.Join(", ", _scripts.Keys.Order(StringComparer.Ordinal));
        return new($"{operation} has no scripted answer (scripted: {scripted}). Add one: transport.On(Operation).Returns(...), with that operation.");
    }
}
