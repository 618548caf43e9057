using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace ShopFloor.Worker.Reports;

/// <summary>A day's file: whole, or not there.</summary>
internal static class ShiftReportFile
{
    // Names come from elsewhere; what a spreadsheet would take for a formula is escaped.
    private static readonly CsvConfiguration s_format = new(CultureInfo.InvariantCulture)
    {
        NewLine = "\n",
        InjectionOptions = InjectionOptions.Escape,
    };

    public static string PathOf(string folder, DateOnly day) => Path.Combine(folder, $"shift-{day:yyyy-MM-dd}.csv");

    public static async Task WriteAsync(string folder, DateOnly day, IReadOnlyList<ShiftRow> rows, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        var path = PathOf(folder, day);
        var draft = path + ".draft";
        try
        {
            await using (var text = new StreamWriter(draft))
            await using (var csv = new CsvWriter(text, s_format))
            {
                csv.Context.TypeConverterOptionsCache.GetOptions<DateOnly>().Formats = ["yyyy-MM-dd"];
                await csv.WriteRecordsAsync(rows, cancellationToken);
            }

            File.Move(draft, path, overwrite: true);
        }
        finally
        {
            File.Delete(draft);
        }
    }
}
