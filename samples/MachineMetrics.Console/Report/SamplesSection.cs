using Spectre.Console;
using Spectre.Console.Rendering;

namespace ShopFloor.Report;

/// <summary>The last samples of one metric, with a line that shows their course.</summary>
internal static class SamplesSection
{
    private const string Bars = "▁▂▃▄▅▆▇█";
    private const int Shown = 5;

    public static IRenderable Render(Floor floor)
    {
        if (floor.Samples is not { Values.Count: > 0 } samples)
            return Layout.Section("Samples: none", new Text("No machine reports this metric. Pass --machine REF and --metric KEY."));
        var table = Layout.Table("Time", ">Value");
        foreach (var sample in samples.Values.Reverse().Take(Shown))
            table.AddRow(
                Layout.Plain(Layout.Number($"{sample.At.UtcDateTime:HH:mm:ss}")),
                Layout.Plain(sample.Value is { } value ? Layout.Number($"{value:0.#}") : null));
        var title = Layout.Number($"Samples: {samples.MetricKey} of {samples.Machine}, the last {samples.Window.TotalMinutes} minutes");
        return Layout.Section(title, new Rows(new Text(Course([.. samples.Values.Select(sample => sample.Value)])), table));
    }

    /// <summary>One bar for each sample, from the lowest to the highest value; a gap where there is none.</summary>
    internal static string Course(IReadOnlyList<decimal?> values)
    {
        var (low, high) = (values.Min() ?? 0, values.Max() ?? 0);
        return string.Concat(values.Select(value =>
            value is not { } number ? ' ' : Bars[high == low ? 0 : (int)((number - low) / (high - low) * (Bars.Length - 1))]));
    }
}
