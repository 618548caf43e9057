using System.Text.Json.Serialization;

namespace MachineMetrics.Rest;

/// <summary>A request for the production report.</summary>
public sealed record ProductionQuery
{
    /// <summary>Gets the first day.</summary>
    public required DateOnly StartDay { get; init; }

    /// <summary>Gets the last day.</summary>
    public required DateOnly EndDay { get; init; }

    /// <summary>Gets what to report.</summary>
    public required IReadOnlyList<MetricItem> Data { get; init; }

    /// <summary>Gets what rows stand for, the outermost group first; empty for the company as one.</summary>
    public IReadOnlyList<GroupItem> GroupBy { get; init; } = [];

    /// <summary>Gets which members of each group stay, by their ids; empty for all.</summary>
    public ProductionFilter Filter { get; init; } = new();

    /// <summary>Gets a value indicating whether there is one row for each combination of groups.</summary>
    public bool Flatten { get; init; } = true;
}

/// <summary>What a report counts, such as <c>utilizationRate</c>.</summary>
public sealed record MetricItem(string Metric);

/// <summary>What the rows of a report stand for, such as <c>day</c> or <c>machine</c>.</summary>
public sealed record GroupItem(string Group);

/// <summary>Which members of a group stay.</summary>
public sealed record ProductionFilter
{
    /// <summary>Gets the <c>machineId</c>s that stay; empty for all machines.</summary>
    public IReadOnlyList<Guid> Machine { get; init; } = [];
}

/// <summary>The answer: one row for each group, and one for all of them. What was not asked for is null.</summary>
public sealed record ProductionReport(ProductionRow Aggregate, IReadOnlyList<ProductionRow> Items);

/// <summary>A row; rates are fractions of 1, and null where nothing was to be made.</summary>
public sealed record ProductionRow
{
    public string? Machine { get; init; }

    public DateOnly? Day { get; init; }

    public string? Shift { get; init; }

    public int? GoodParts { get; init; }

    /// <summary>Gets how long machines stood, in milliseconds.</summary>
    public double? Downtime { get; init; }

    public int? TotalParts { get; init; }

    public int? RejectedParts { get; init; }

    public double? UtilizationRate { get; init; }

    public double? Oee { get; init; }
}

/// <summary>What the API says of a request that it refuses.</summary>
public sealed record ProductionError(string? Message, IReadOnlyList<ProductionFieldError>? Errors);

/// <summary>What is wrong with one field of a request.</summary>
public sealed record ProductionFieldError(string? Field, string? Message);

[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(ProductionQuery))]
[JsonSerializable(typeof(ProductionReport))]
[JsonSerializable(typeof(ProductionError))]
internal sealed partial class ProductionJson : JsonSerializerContext;
