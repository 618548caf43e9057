namespace Lathe.Costs;

/// <summary>Reads a time that a server counts from 1970.</summary>
internal static class UnixTime
{
    /// <param name="number">The number, or null.</param>
    /// <param name="unit">How many make a second.</param>
    /// <returns>The time; null when there is none, or .NET can't hold it.</returns>
    public static DateTimeOffset? Read(double? number, int unit) =>
        number / unit is { } seconds && seconds > 0 && seconds < 200_000_000_000 ? DateTimeOffset.UnixEpoch.AddSeconds(seconds) : null;
}
