using System.Globalization;

namespace ShopFloor.Web.Components;

/// <summary>Numbers as SVG and people write them.</summary>
internal static class Svg
{
    /// <summary>Writes a fraction of 1 as a length, such as <c>12.5%</c>; what lies outside is cut.</summary>
    public static string Percent(double fraction) =>
        (Math.Clamp(double.IsFinite(fraction) ? fraction : 0, 0, 1) * 100).ToString("0.###", CultureInfo.InvariantCulture) + "%";

    /// <summary>Writes a small fraction of 1 for people, such as <c>3.4 %</c>.</summary>
    public static string Share(double fraction) => (fraction * 100).ToString("0.0", CultureInfo.InvariantCulture) + " %";

    /// <summary>Writes a fraction of 1 for people, such as <c>73 %</c>.</summary>
    public static string Whole(double fraction) => Math.Round(fraction * 100).ToString("0", CultureInfo.InvariantCulture) + " %";
}
