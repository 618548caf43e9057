using ShopFloor.Web.Components.Machines;

namespace ShopFloor.Web.Reading;

/// <summary>Which machines to show.</summary>
/// <param name="Text">A part of the name, the make or the model; empty for all.</param>
/// <param name="States">What they do; none for anything.</param>
/// <param name="AlarmsOnly">Whether only those with an alarm.</param>
public sealed record BoardFilter(string Text, IReadOnlyList<Execution> States, bool AlarmsOnly)
{
    private const int LongestText = 100;

    public static readonly BoardFilter All = new("", [], false);

    public bool IsAll => Text.Length == 0 && States.Count == 0 && !AlarmsOnly;

    /// <summary>Reads what an address says; what it says of unknown states is left out.</summary>
    public static BoardFilter Parse(string? text, string[]? states, bool alarmsOnly) => new(
        Cut(text), [.. Execution.All.Where(state => states?.Contains(state.Slug) == true)], alarmsOnly);

    public BoardFilter WithText(string? text) => this with { Text = Cut(text) };

    public BoardFilter WithState(Execution state, bool isWanted) =>
        this with { States = [.. Execution.All.Where(one => one == state ? isWanted : States.Contains(one))] };

    /// <summary>Writes what <see cref="Parse"/> reads.</summary>
    public string ToAddress()
    {
        string[] parts =
        [
            .. Text.Length > 0 ? [$"q={Uri.EscapeDataString(Text)}"] : Array.Empty<string>(),
            .. States.Select(state => $"state={state.Slug}"),
            .. AlarmsOnly ? ["alarms=true"] : Array.Empty<string>(),
        ];
        return parts.Length == 0 ? "/" : "/?" + string.Join('&', parts);
    }

    /// <summary>Gets the text as a pattern of <c>_ilike</c>, in which it stands for itself; null for no text.</summary>
    public string? ToPattern() => Text.Length == 0 ? null : $"%{Text.Replace(@"\", @"\\").Replace("%", @"\%").Replace("_", @"\_")}%";

    private static string Cut(string? text) => text?.Trim() is { } trimmed ? trimmed[..Math.Min(trimmed.Length, LongestText)] : "";
}
