using System.Collections.Immutable;
using Lathe.Generator.Diagnostics;
using Lathe.Language.Collections;
using Microsoft.CodeAnalysis;

namespace Lathe.Generator.Pipeline;

/// <summary>
/// Adds steps that no exception leaves: the compiler would drop all of the generator's output for one. A step that fails yields
/// nothing, or its empty value, and a fault to report. Cancellation passes through.
/// </summary>
internal sealed class GuardedSteps
{
    private readonly List<IncrementalValueProvider<EquatableList<ErrorReport>>> _faults = [];

    /// <summary>Makes one value of one; <paramref name="empty"/> where that fails.</summary>
    public IncrementalValueProvider<TOut> One<TIn, TOut>(
        IncrementalValueProvider<TIn> input, Func<TIn, CancellationToken, TOut> step, TOut empty, string name)
        where TOut : class
    {
        var outcomes = input.Select((given, cancellationToken) => Try(() => step(given, cancellationToken), name)).WithTrackingName(name);
        _faults.Add(outcomes.Select(static (outcome, _) => ToList(outcome.Fault)));
        return outcomes.Select((outcome, _) => outcome.Fault is null ? outcome.Value! : empty);
    }

    /// <summary>Makes one value of each; none of those where it fails.</summary>
    public IncrementalValuesProvider<TOut> Each<TIn, TOut>(
        IncrementalValuesProvider<TIn> input, Func<TIn, CancellationToken, TOut> step, string name) =>
        Values(input.Select((given, cancellationToken) => Try(() => step(given, cancellationToken), name)).WithTrackingName(name));

    /// <summary>Makes several values of each; none of those where it fails.</summary>
    public IncrementalValuesProvider<TOut> Many<TIn, TOut>(
        IncrementalValuesProvider<TIn> input, Func<TIn, CancellationToken, IEnumerable<TOut>> step, string name) =>
        Values(input.SelectMany((given, cancellationToken) => TryAll(() => step(given, cancellationToken), name)).WithTrackingName(name));

    /// <summary>Makes several values of one; none where that fails.</summary>
    public IncrementalValuesProvider<TOut> Many<TIn, TOut>(
        IncrementalValueProvider<TIn> input, Func<TIn, CancellationToken, IEnumerable<TOut>> step, string name) =>
        Values(input.SelectMany((given, cancellationToken) => TryAll(() => step(given, cancellationToken), name)).WithTrackingName(name));

    /// <summary>Gets the faults of all steps added so far.</summary>
    public IncrementalValueProvider<EquatableList<ErrorReport>> Faults() => _faults.Aggregate((all, more) =>
        all.Combine(more).Select(static (both, _) => both.Right.Count == 0 ? both.Left : EquatableList.Create(both.Left.Concat(both.Right))));

    /// <summary>Runs an output, whose fault is reported at once.</summary>
    public static void Produce(SourceProductionContext context, string name, Action produce)
    {
        var outcome = Try<object?>(() => { produce(); return null; }, name);
        if (outcome.Fault?.ToDiagnostic(ImmutableDictionary<string, FileSeverities>.Empty) is { } diagnostic)
            context.ReportDiagnostic(diagnostic);
    }

    private IncrementalValuesProvider<T> Values<T>(IncrementalValuesProvider<Outcome<T>> outcomes)
    {
        var faults = outcomes.Where(static outcome => outcome.Fault is not null).Collect();
        _faults.Add(faults.Select(static (failed, _) => EquatableList.Create(failed.Select(outcome => outcome.Fault!))));
        return outcomes.Where(static outcome => outcome.Fault is null).Select(static (outcome, _) => outcome.Value!);
    }

    private static Outcome<T> Try<T>(Func<T> step, string name)
    {
        try
        {
            return new Outcome<T>(step(), null);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return new Outcome<T>(default, ErrorReport.Of(PipelineErrors.Internal(exception, name)));
        }
    }

    private static IEnumerable<Outcome<T>> TryAll<T>(Func<IEnumerable<T>> step, string name)
    {
        var all = Try(() => step().ToArray(), name);
        return all.Fault is null ? all.Value!.Select(static value => new Outcome<T>(value, null)) : [new Outcome<T>(default, all.Fault)];
    }

    private static EquatableList<ErrorReport> ToList(ErrorReport? fault) => fault is null ? EquatableList.Empty<ErrorReport>() : EquatableList.Create([fault]);

    /// <summary>What came of a step: the value, or the fault that kept it from being made. Equal by value.</summary>
    private readonly record struct Outcome<T>(T? Value, ErrorReport? Fault);
}
