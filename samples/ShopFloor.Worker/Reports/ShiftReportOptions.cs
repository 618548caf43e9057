using System.ComponentModel.DataAnnotations;

namespace ShopFloor.Worker.Reports;

/// <summary>When and where reports are written.</summary>
internal sealed class ShiftReportOptions
{
    /// <summary>Gets or sets the folder for the files; it is made if there is none. <c>reports</c> by default.</summary>
    [Required]
    public string Folder { get; set; } = "reports";

    /// <summary>Gets or sets when the report of the day before is due, in UTC. 06:30 by default.</summary>
    public TimeOnly At { get; set; } = new(6, 30);

    /// <summary>Gets or sets how long after a failure the next attempt is. Five minutes by default.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan RetryEvery { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Gets or sets how late a report may be before the program is unhealthy. One hour by default.</summary>
    public TimeSpan LateAfter { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Gets or sets how many stops are asked for at once. 200 by default.</summary>
    [Range(1, 1000)]
    public int PageSize { get; set; } = 200;

    /// <summary>Gets the newest day whose report is due.</summary>
    public DateOnly DueDay(DateTimeOffset now) =>
        DateOnly.FromDateTime(now.UtcDateTime).AddDays(TimeOnly.FromDateTime(now.UtcDateTime) >= At ? -1 : -2);

    /// <summary>Gets the instant at which the report of a day is due: in the morning after it.</summary>
    public DateTimeOffset DueAt(DateOnly day) => new(day.AddDays(1).ToDateTime(At), TimeSpan.Zero);
}
