namespace ShopFloor.Web.Reading;

/// <summary>Something that is read, and how that went. What was read before stays while it is read again, and when that fails.</summary>
internal sealed partial class Loader<T>(ILogger logger) : IDisposable where T : class
{
    private CancellationTokenSource? current;

    public T? Data { get; set; }

    /// <summary>Gets why the last reading failed; null when it did not.</summary>
    public Problem? Problem { get; private set; }

    public bool IsBusy { get; private set; }

    /// <summary>Reads; a reading that still runs is given up.</summary>
    public async Task RunAsync(Func<CancellationToken, Task<T>> read)
    {
        Dispose();
        using var mine = current = new CancellationTokenSource();
        IsBusy = true;
        try
        {
            Data = await read(mine.Token);
            Problem = null;
        }
        catch (OperationCanceledException) when (mine.IsCancellationRequested)
        {
            return;
        }
        catch (Exception fault) when (Problem.Of(fault) is { } problem)
        {
            LogProblem(typeof(T).Name, fault);
            Problem = problem;
        }
        finally
        {
            if (current == mine)
                (current, IsBusy) = (null, false);
        }
    }

    public void Dispose()
    {
        current?.Cancel();
        current = null;
    }

    [LoggerMessage(LogLevel.Warning, "{Read} could not be read")]
    private partial void LogProblem(string read, Exception fault);
}
