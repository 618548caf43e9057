namespace ShopFloor.Web.Components.Machines;

/// <summary>What a machine does, in four words; controllers have more.</summary>
/// <param name="Slug">The name in addresses and style sheets.</param>
/// <param name="Label">The name for people.</param>
/// <param name="Values">The values of the metric MasterExecution.</param>
public sealed record Execution(string Slug, string Label, IReadOnlyList<string> Values)
{
    public static readonly Execution Running = new("running", "Running", ["ACTIVE"]);
    public static readonly Execution Interrupted = new("interrupted", "Interrupted", ["INTERRUPTED", "FEED_HOLD", "WAIT", "OPTIONAL_STOP"]);
    public static readonly Execution Stopped = new("stopped", "Stopped", ["STOPPED", "READY", "PROGRAM_STOPPED", "PROGRAM_COMPLETED"]);
    public static readonly Execution Offline = new("offline", "Offline", ["UNAVAILABLE"]);

    public static IReadOnlyList<Execution> All { get; } = [Running, Interrupted, Stopped, Offline];

    /// <summary>Finds what a value means; a machine that says nothing known is offline.</summary>
    public static Execution Of(string? value) => All.FirstOrDefault(execution => execution.Values.Contains(value)) ?? Offline;
}
