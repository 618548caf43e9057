using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace ShopFloor.Report;

/// <summary>What the sections look alike in.</summary>
internal static class Layout
{
    public const string None = "-";

    /// <summary>A section with a table.</summary>
    public static Rows Section(string title, IRenderable content) => new(Text.Empty, new Markup($"[bold blue]{Markup.Escape(title)}[/]"), content);

    /// <summary>An empty table; a column's name that begins with <c>&gt;</c> is aligned to the right.</summary>
    public static Table Table(params string[] columns)
    {
        var table = new Table().Border(TableBorder.Rounded).BorderColor(Color.Grey);
        foreach (var column in columns)
        {
            table.AddColumn(column.StartsWith('>')
                ? new TableColumn(Markup.Escape(column[1..])).RightAligned()
                : new TableColumn(Markup.Escape(column)));
        }

        return table;
    }

    public static Text Plain(string? text) => new(string.IsNullOrEmpty(text) ? None : text);

    public static Text Colored(string? text, Color color) => new(string.IsNullOrEmpty(text) ? None : text, new Style(color));

    /// <summary>How long ago something was: <c>1 h 08 min</c>.</summary>
    public static Text Since(DateTimeOffset now, DateTimeOffset start)
    {
        var minutes = (long)(now - start).TotalMinutes;
        return new Text(minutes < 60 ? Number($"{minutes} min") : Number($"{minutes / 60} h {minutes % 60:00} min"));
    }

    public static Text Percent(double? fraction) => new(fraction is { } value ? Number($"{value * 100:0.0} %") : None);

    public static string Number(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
