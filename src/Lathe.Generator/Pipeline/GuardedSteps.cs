using System.Collections.Immutable;
using Lathe.Generator.Diagnostics;
using Lathe.Language.Collections;
using Microsoft.CodeAnalysis;

namespace Lathe.Generator.Pipeline;

/// <summary>
/// Adds steps that no exception leaves: the compiler would drop all of the generator's output for one. A step that fails yields
/// nothing, or its empty value, and a fault to report. Cancellation passes through.
/// </summary>
/// <remarks>
/// Meant for steps of few items: each adds several tables to the driver, which a run walks. Steps with an item a file or operation
/// carry the fault in the item itself.
/// </remarks>
internal sealed class GuardedSteps
{
    private readonly List<IncrementalValueProvider<EquatableList<ErrorReport>>> _faults = [];

    /// <summary>Makes one value of one; <paramref name="empty"/> where that fails.</summary>
    public IncrementalValueProvider<TOut> One<TIn, TOut>(
        IncrementalValueProvider<TIn> input, Func<TIn, CancellationToken, TOut> step, TOut empty, string name)
        where TOut : class
    {
        var outcomes = input.Select((given, cancellationToken) => Guard.Try(given, step, name, cancellationToken)).WithTrackingName(name);
        _faults.Add(outcomes.Select(static (outcome, _) => ToList(outcome.Fault)));
        return outcomes.Select((outcome, _) => outcome.Fault is null ? outcome.Value! : empty);
    }

    /// <summary>
    /// Makes one value of one and of the value last made, or at first <paramref name="empty"/>: the step takes parts of it to save work, never
    /// to come to something else.
    /// </summary>
    public IncrementalValueProvider<TOut> Renew<TIn, TOut>(
        IncrementalValueProvider<TIn> input, Func<TIn, TOut, CancellationToken, TOut> step, TOut empty, string name)
        where TOut : class
    {
        var last = empty;
        return One(input, (given, cancellationToken) => last = step(given, last, cancellationToken), empty, name);
    }

    /// <summary>Makes one value of each; none of those where it fails.</summary>
    public IncrementalValuesProvider<TOut> Each<TIn, TOut>(
        IncrementalValuesProvider<TIn> input, Func<TIn, CancellationToken, TOut> step, string name) =>
        Values(input.Select((given, cancellationToken) => Guard.Try(given, step, name, cancellationToken)).WithTrackingName(name));

    /// <summary>Makes several values of one; none where that fails.</summary>
    public IncrementalValuesProvider<TOut> Many<TIn, TOut>(
        IncrementalValueProvider<TIn> input, Func<TIn, CancellationToken, IEnumerable<TOut>> step, string name) =>
        Values(input.SelectMany((given, cancellationToken) => TryAll(given, step, name, cancellationToken)).WithTrackingName(name));

    /// <summary>Adds the faults of steps that carry their own, and other findings.</summary>
    public void Add(IncrementalValueProvider<EquatableList<ErrorReport>> faults) => _faults.Add(faults);

    /// <summary>Gets the faults of all steps added so far.</summary>
    public IncrementalValueProvider<EquatableList<ErrorReport>> Faults() => Join(_faults);

    /// <summary>Makes one list of several, at least one, in their order.</summary>
    public static IncrementalValueProvider<EquatableList<ErrorReport>> Join(
        IEnumerable<IncrementalValueProvider<EquatableList<ErrorReport>>> lists) =>
        lists.Aggregate(static (all, more) => all.Combine(more).Select(static (both, _) =>
            both.Right.Count == 0 ? both.Left : both.Left.Count == 0 ? both.Right : EquatableList.Create(both.Left.Concat(both.Right))));

    /// <summary>Runs an output, whose fault is reported at once.</summary>
    public static void Produce(SourceProductionContext context, string name, Action produce)
    {
        var outcome = Guard.Try<Action, object?>(produce, static (action, _) => { action(); return null; }, name, context.CancellationToken);
        if (outcome.Fault?.ToDiagnostic(ImmutableDictionary<string, FileSeverities>.Empty) is { } diagnostic)
            context.ReportDiagnostic(diagnostic);
    }

    private IncrementalValuesProvider<T> Values<T>(IncrementalValuesProvider<Outcome<T>> outcomes)
    {
        var faults = outcomes.Where(static outcome => outcome.Fault is not null).Collect();
        _faults.Add(faults.Select(static (failed, _) => EquatableList.Create(failed.Select(outcome => outcome.Fault!))));
        return outcomes.Where(static outcome => outcome.Fault is null).Select(static (outcome, _) => outcome.Value!);
    }

    private static IEnumerable<Outcome<TOut>> TryAll<TIn, TOut>(
        TIn given, Func<TIn, CancellationToken, IEnumerable<TOut>> step, string name, CancellationToken cancellationToken)
    {
        var all = Guard.Try(given, (input, token) => step(input, token).ToArray(), name, cancellationToken);
        return all.Fault is null ? all.Value!.Select(static value => new Outcome<TOut>(value, null)) : [new Outcome<TOut>(default, all.Fault)];
    }

    private static EquatableList<ErrorReport> ToList(ErrorReport? fault) =>
        fault is null ? EquatableList.Empty<ErrorReport>() : EquatableList.Create([fault]);
}
