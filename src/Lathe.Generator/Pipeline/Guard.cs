using Lathe.Generator.Diagnostics;

namespace Lathe.Generator.Pipeline;

/// <summary>What came of a step: the value, or the fault that kept it from being made. Equal by value.</summary>
/// <remarks>An object: for each struct that passes through the driver, a cold build compiles the driver's code anew.</remarks>
internal sealed record Outcome<T>(T? Value, ErrorReport? Fault);

/// <summary>Runs a step so that no exception but cancellation leaves it.</summary>
internal static class Guard
{
    public static Outcome<TOut> Try<TIn, TOut>(TIn given, Func<TIn, CancellationToken, TOut> step, string name, CancellationToken cancellationToken)
    {
        try
        {
            return new Outcome<TOut>(step(given, cancellationToken), null);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return new Outcome<TOut>(default, ErrorReport.Of(PipelineErrors.Internal(exception, name)));
        }
    }
}
