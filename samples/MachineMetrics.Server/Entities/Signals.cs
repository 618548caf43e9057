using System.Text.Json.Nodes;

namespace MachineMetrics.Server.Entities;

/// <summary>A signal that a machine reports.</summary>
public sealed class Metric
{
    public required Machine Machine { get; init => (field = value).Metrics.Add(this); }
    public required string MetricKey { get; init; }
    public required string Type { get; init; }
    public string? Subtype { get; init; }
    public string? Name { get; init; }
    public string? Unit { get; init; }
    public DataItem? DataItem { get; init; }
}

public enum DataItemCategory
{
    Event,
    Sample,
    Condition,
}

/// <summary>A raw channel of an adapter.</summary>
public sealed class DataItem
{
    public required int DataItemRef { get; init; }
    public required Machine Machine { get; init => (field = value).DataItems.Add(this); }
    public required string Key { get; init; }
    public required DataItemCategory Category { get; init; }
    public string? Units { get; init; }
    public JsonNode? Options { get; init; }
}

/// <summary>The latest value of one state metric.</summary>
public sealed record CurrentState
{
    public required Metric Metric { get; init => (field = value).Machine.CurrentStates = [.. value.Machine.CurrentStates, this]; }
    public Machine Machine => Metric.Machine;
    public int MachineRef => Machine.MachineRef;
    public string MetricKey => Metric.MetricKey;
    public required DateTimeOffset StartAt { get; init; }
    public string? Value { get; init; }
    public string? Label { get; init; }
    public string? Description { get; init; }
}

/// <summary>A span of one state metric.</summary>
public sealed record StateInterval
{
    public required Machine Machine { get; init => (field = value).StateIntervals = [.. value.StateIntervals, this]; }
    public int MachineRef => Machine.MachineRef;
    public required string MetricKey { get; init; }
    public required DateTimeOffset StartAt { get; init; }
    public DateTimeOffset? EndAt { get; init; }
    public string? Value { get; init; }
}

/// <summary>A sample of one numeric metric.</summary>
public sealed class Quantity
{
    public required Machine Machine { get; init => (field = value).Quantities.Add(this); }
    public int MachineRef => Machine.MachineRef;
    public required string MetricKey { get; init; }
    public required long Sequence { get; init; }
    public required DateTimeOffset EventTime { get; init; }
    public decimal? Value { get; init; }
}

/// <summary>The statistics of a numeric metric within one bucket of a window.</summary>
public sealed class QuantityAggregate
{
    public required int MachineRef { get; init; }
    public required string MetricKey { get; init; }
    public required DateTimeOffset BucketStartAt { get; init; }
    public required int SampleCount { get; init; }
    public decimal? Average { get; init; }
    public decimal? Minimum { get; init; }
    public decimal? Maximum { get; init; }
}
