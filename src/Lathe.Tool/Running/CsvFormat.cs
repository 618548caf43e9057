using System.Text.Json;
using Lathe.Tool.Output;

namespace Lathe.Tool.Running;

/// <summary>Writes rows as comma-separated values (RFC 4180, lines that end in LF): null is empty, an empty text is <c>""</c>.</summary>
/// <param name="rows">The columns.</param>
/// <param name="output">Where they go.</param>
/// <param name="isTerminal">Whether a person looks: then control characters are not written as they are.</param>
internal sealed class CsvFormat(ResultRows rows, TextWriter output, bool isTerminal)
{
    public void WriteHead() => WriteLine(rows.Columns.Select(column => column.Count == 0 ? rows.Path[^1] : string.Join('.', column)));

    public void Write(JsonElement row) => WriteLine(rows.Columns.Select(column => Text(ResponseKeys.Follow(row, column))));

    private void WriteLine(IEnumerable<string?> cells) => output.Write(string.Join(',', cells.Select(Quoted)) + "\n");

    private static string? Text(JsonElement cell) => cell.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => null,
        JsonValueKind.String => cell.GetString(),
        JsonValueKind.Object or JsonValueKind.Array => JsonFormat.ToLine(cell),
        _ => cell.GetRawText(),
    };

    private string Quoted(string? cell)
    {
        if (cell is null)
            return string.Empty;
        var text = isTerminal ? PlainText.Lines(cell) : cell;
        return text.Length == 0 || text.AsSpan().IndexOfAny(",\"\r\n") >= 0 || text[0] == ' ' || text[^1] == ' '
            ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : text;
    }
}
