using Lathe.Buffers;

namespace Lathe.Batching;

/// <summary>One query of a batch, and the wait for its answer.</summary>
internal sealed class BatchEntry(string name, PooledBytes body)
{
    private readonly TaskCompletionSource<BatchAnswer?> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Name => name;

    public PooledBytes Body => body;

    /// <summary>Gets or sets what was sent; null before.</summary>
    public BatchSending? Sending { get; set; }

    /// <summary>Gets the answer; null when the query is to be sent alone.</summary>
    public Task<BatchAnswer?> Answer => _answer.Task;

    public void Complete(BatchAnswer? answer) => _answer.TrySetResult(answer);

    public void Fail(Exception failure)
    {
        _answer.TrySetException(failure);
        // The callers may have left.
        _ = _answer.Task.Exception;
    }
}

/// <summary>Where in the answer to a batch the response to one query is.</summary>
internal sealed record BatchAnswer(int Start, int Length);
