namespace ShopFloor.Web.Reading;

/// <summary>What was made on some days, and what kept machines from it.</summary>
/// <param name="Days">The days.</param>
/// <param name="Utilisation">One item a day.</param>
/// <param name="Parts">How many parts were made.</param>
/// <param name="Rejected">How many of them were rejected.</param>
/// <param name="Rate">The utilisation of all days, a fraction of 1; null where no shift was planned.</param>
/// <param name="Downtime">The reasons, the longest first; null where they were not asked for.</param>
public sealed record Production(
    Days Days, IReadOnlyList<DayRate> Utilisation, int Parts, int Rejected, double? Rate, IReadOnlyList<DowntimeShare>? Downtime);

/// <summary>A day's utilisation as a fraction of 1; null where no shift was planned.</summary>
public sealed record DayRate(DateOnly Day, double? Rate);

/// <summary>How long machines stood for one reason.</summary>
public sealed record DowntimeShare(string Reason, bool IsPlanned, TimeSpan Length);
