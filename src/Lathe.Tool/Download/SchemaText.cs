using System.Text.Json;
using Lathe.Language.Printing;
using Lathe.Language.Text;
using Lathe.Language.TypeSystem;
using Lathe.Tool.Drift;
using Lathe.Tool.Output;

namespace Lathe.Tool.Download;

/// <summary>Writes a downloaded schema as a file that differs from the last one only where the schema does.</summary>
internal static class SchemaText
{
    /// <summary>Reads the introspection result and looks at every definition.</summary>
    public static Schema Read(DownloadedSchema downloaded, string name, CancellationToken cancellationToken) =>
        SchemaFiles.Create([Source(downloaded, name)], name, cancellationToken);

    /// <summary>Reads the introspection result, for a comparison that looks at what differs.</summary>
    public static Schema Index(DownloadedSchema downloaded, string name, CancellationToken cancellationToken) =>
        SchemaFiles.Index([Source(downloaded, name)], name, cancellationToken);

    /// <summary>Writes SDL, or JSON where the file name says so.</summary>
    public static string Write(DownloadedSchema downloaded, Schema schema, string path, CancellationToken cancellationToken) =>
        IsJson(path)
            ? JsonFormat.ToText(json => WriteSorted(json, downloaded.Data)) + "\n"
            : SchemaPrinter.Print(schema, isSorted: true, cancellationToken);

    public static bool IsJson(string path) => path.EndsWith(".json", StringComparison.OrdinalIgnoreCase);

    private static SourceText Source(DownloadedSchema downloaded, string name) => new(name + ".json", downloaded.Data.GetRawText());

    private static void WriteSorted(Utf8JsonWriter json, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                json.WriteStartObject();
                foreach (var property in element.EnumerateObject())
                {
                    json.WritePropertyName(property.Name);
                    WriteSorted(json, property.Value);
                }

                json.WriteEndObject();
                break;
            case JsonValueKind.Array:
                json.WriteStartArray();
                foreach (var item in element.EnumerateArray().OrderBy(SortKey, StringComparer.Ordinal))
                    WriteSorted(json, item);
                json.WriteEndArray();
                break;
            default:
                element.WriteTo(json);
                break;
        }
    }

    private static string SortKey(JsonElement item) => item.ValueKind switch
    {
        JsonValueKind.String => item.GetString()!,
        JsonValueKind.Object when item.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.String => name.GetString()!,
        _ => string.Empty,
    };
}
