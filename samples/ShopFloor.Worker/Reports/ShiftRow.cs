namespace ShopFloor.Worker.Reports;

/// <summary>A line of the report: one machine in one shift.</summary>
/// <param name="Shift">The shift, or <c>No Shift</c>.</param>
/// <param name="Machine">The machine.</param>
/// <param name="Parts">How many parts it made.</param>
/// <param name="Rejected">How many of them were rejected.</param>
/// <param name="UtilisationPercent">How much of the time it ran; null outside of shifts.</param>
/// <param name="DowntimeMinutes">How long it stood in the shift.</param>
/// <param name="MainReasonOfDay">For which reason it stood longest on that day; null when it did not.</param>
internal sealed record ShiftRow(
    DateOnly Day, string Shift, string Machine, int Parts, int Rejected, decimal? UtilisationPercent, int DowntimeMinutes, string? MainReasonOfDay);
