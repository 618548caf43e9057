namespace MachineMetrics.Server.Entities;

/// <summary>The <c>args</c> of the root fields that read one machine within a half-open window of time.</summary>
public sealed record Window(int MachineRef, string? MetricKey, DateTimeOffset StartAt, DateTimeOffset EndAt, TimeSpan? Bucket)
{
    /// <summary>Reads the input object; its members have been coerced to the schema's types.</summary>
    public static Window From(IDictionary<string, object?> args) => new(
        (int)args["machineRef"]!,
        args.TryGetValue("metricKey", out var key) ? (string?)key : null,
        (DateTimeOffset)args["windowStartAt"]!,
        (DateTimeOffset)args["windowEndAt"]!,
        args.TryGetValue("bucket", out var bucket) ? (TimeSpan?)bucket : null);

    /// <summary>Says what is wrong with the window, or returns null.</summary>
    public string? Fault() =>
        StartAt >= EndAt ? "windowStartAt must be before windowEndAt."
        : Bucket <= TimeSpan.Zero ? "bucket must be longer than nothing."
        : null;

    public IEnumerable<T> Of<T>(Shop shop, Func<Machine, IEnumerable<T>> signals) =>
        shop.Machines.Where(machine => machine.MachineRef == MachineRef).SelectMany(signals);

    public bool Contains(DateTimeOffset instant) => StartAt <= instant && instant < EndAt;

    public bool Overlaps(DateTimeOffset start, DateTimeOffset? end) => start < EndAt && (end is null || end > StartAt);

    /// <summary>Gets the start of the bucket, counted from the window's start, in which an instant lies.</summary>
    public DateTimeOffset BucketOf(DateTimeOffset instant) =>
        Bucket is { } bucket ? StartAt + bucket * Math.Floor((instant - StartAt) / bucket) : StartAt;
}
