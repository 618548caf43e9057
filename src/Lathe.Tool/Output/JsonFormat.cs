using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Lathe.Tool.Output;

/// <summary>Writes JSON, indented, with characters as they are.</summary>
internal static class JsonFormat
{
    private static readonly JsonWriterOptions s_options = new()
    {
        Indented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly JsonWriterOptions s_lineOptions = s_options with { Indented = false };

    public static void Write(Report report, TextWriter output) => Write(report.WriteJson, output);

    public static void Write(Action<Utf8JsonWriter> write, TextWriter output) => output.WriteLine(ToText(write));

    public static string ToText(Action<Utf8JsonWriter> write) => ToText(write, s_options);

    /// <summary>Writes a value in one line.</summary>
    public static string ToLine(JsonElement value) => ToText(value.WriteTo, s_lineOptions);

    private static string ToText(Action<Utf8JsonWriter> write, JsonWriterOptions options)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, options))
            write(json);


        // The writer of .NET 8 ends lines as the machine does. Within a string a line break is escaped.
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length).ReplaceLineEndings("\n");
    }

    public static void WriteLocation(Utf8JsonWriter json, FindingLocation location)
    {
        json.WriteString("file", location.File);
        json.WriteNumber("line", location.Line);
        json.WriteNumber("column", location.Column);
    }
}
