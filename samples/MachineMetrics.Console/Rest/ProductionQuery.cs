using System.Text.Json.Serialization;

namespace ShopFloor.Rest;

/// <summary>A request for the production report.</summary>
internal sealed record ProductionQuery
{
    /// <summary>Gets the first day.</summary>
    public required DateOnly StartDay { get; init; }

    /// <summary>Gets the last day.</summary>
    public required DateOnly EndDay { get; init; }

    /// <summary>Gets what to report.</summary>
    public required IReadOnlyList<MetricItem> Data { get; init; }

    /// <summary>Gets what rows stand for, the outermost group first; empty for the company as one.</summary>
    public IReadOnlyList<GroupItem> GroupBy { get; init; } = [];

    /// <summary>Gets a value indicating whether there is one row for each combination of groups.</summary>
    public bool Flatten { get; init; } = true;
}

internal sealed record MetricItem(string Metric);

internal sealed record GroupItem(string Group);

/// <summary>The answer: one row for each group, and one for all of them. What was not asked for is null.</summary>
internal sealed record ProductionReport(ProductionRow Aggregate, IReadOnlyList<ProductionRow> Items);

/// <summary>A row; rates are fractions of 1, and null where nothing was to be made.</summary>
internal sealed record ProductionRow
{
    public string? Machine { get; init; }

    public int? TotalParts { get; init; }

    public int? RejectedParts { get; init; }

    public double? UtilizationRate { get; init; }

    public double? Oee { get; init; }
}

/// <summary>What the API says of a request that it refuses.</summary>
internal sealed record ProductionError(string? Message, IReadOnlyList<ProductionFieldError>? Errors);

internal sealed record ProductionFieldError(string? Field, string? Message);

[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(ProductionQuery))]
[JsonSerializable(typeof(ProductionReport))]
[JsonSerializable(typeof(ProductionError))]
internal sealed partial class ProductionJson : JsonSerializerContext;
