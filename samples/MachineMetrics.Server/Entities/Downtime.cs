namespace MachineMetrics.Server.Entities;

/// <summary>A downtime category.</summary>
public sealed class AnnotationType
{
    public required int AnnotationTypeRef { get; init; }

    /// <summary>Gets the name; a child's begins with its parent's and a pipe.</summary>
    public required string Name { get; init; }
    public required bool IsPlanned { get; init; }
    public string? Color { get; init; }
    public DateTimeOffset? ArchivedAt { get; init; }
    public AnnotationType? Parent { get; init => (field = value)?.Children.Add(this); }
    public List<AnnotationType> Children { get; } = [];
}

/// <summary>A downtime interval; open while the machine is down.</summary>
public sealed record Annotation
{
    public required int AnnotationRef { get; init; }
    public required Machine Machine { get; init => (field = value).Annotations = [.. value.Annotations, this]; }
    public AnnotationType? AnnotationType { get; init; }
    public string? Description { get; init; }
    public bool IsPlanned => AnnotationType?.IsPlanned ?? false;
    public required DateTimeOffset StartAt { get; init; }
    public DateTimeOffset? EndAt { get; init; }
    public DateTimeOffset UpdatedAt => EndAt ?? StartAt;
    public Operator? Operator { get; init; }
}
