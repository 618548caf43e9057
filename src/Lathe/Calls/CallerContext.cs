namespace Lathe.Calls;

/// <summary>Starts what serves or outlives more than the caller: it must not keep, or act with, what belongs to that caller.</summary>
internal static class CallerContext
{
    /// <summary>Starts something outside of the caller's execution context.</summary>
    /// <param name="start">Starts a task or a timer.</param>
    /// <returns>What was started.</returns>
    public static T Leave<T>(Func<T> start)
    {
        if (ExecutionContext.IsFlowSuppressed())
            return start();
        using (ExecutionContext.SuppressFlow())
            return start();
    }
}
