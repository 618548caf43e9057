using System.Diagnostics;
using System.Net;

namespace Lathe.Calls;

/// <summary>What is learnt of a call on its way; written out once when it ends.</summary>
internal sealed class OperationObservation
{
    private short _status;

    public Activity? Activity { get; init; }

    public long StartedAt { get; init; }

    /// <summary>How long the call may take from <see cref="StartedAt"/>.</summary>
    public TimeSpan Timeout { get; init; } = System.Threading.Timeout.InfiniteTimeSpan;

    /// <summary>How often the call has been sent again after a refusal.</summary>
    public int Retries { get; set; }

    public CallPhase Phase { get; set; }

    public int RequestSize { get; set; }

    public int ResponseSize { get; set; }

    public HttpStatusCode? Status
    {
        get => _status == 0 ? null : (HttpStatusCode)_status;
        set => _status = (short)(value ?? 0);
    }

    /// <summary>Gets whether the call has this much time left.</summary>
    public bool HasTimeFor(TimeSpan wait, TimeProvider time) =>
        Timeout == System.Threading.Timeout.InfiniteTimeSpan || time.GetElapsedTime(StartedAt) + wait < Timeout;
}
