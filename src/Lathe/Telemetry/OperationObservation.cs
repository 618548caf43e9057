using System.Diagnostics;
using System.Net;

namespace Lathe;

/// <summary>What is learnt of a call on its way; written out once when it ends.</summary>
internal sealed class OperationObservation
{
    public Activity? Activity { get; init; }

    public long StartedAt { get; init; }

    public int RequestSize { get; set; }

    public int ResponseSize { get; set; }

    public HttpStatusCode? Status { get; set; }
}
