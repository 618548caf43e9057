using System.Text.Json;
using Lathe.Tool.Output;

namespace Lathe.Tool.Operations;

/// <summary>Writes persisted documents in the forms that servers take; sorted, so that a diff shows what changed.</summary>
internal static class Manifest
{
    private static readonly Dictionary<string, Action<Utf8JsonWriter, IReadOnlyList<PersistedDocument>>> s_formats = new(StringComparer.Ordinal)
    {
        ["apollo"] = WriteApollo,
        ["relay"] = WriteRelay,
    };

    public static string[] Names { get; } = [.. s_formats.Keys];

    public static string Write(string format, IReadOnlyList<PersistedDocument> documents) =>
        JsonFormat.ToText(json => s_formats[format](json, documents)) + "\n";

    private static void WriteApollo(Utf8JsonWriter json, IReadOnlyList<PersistedDocument> documents)
    {
        json.WriteStartObject();
        json.WriteString("format", "apollo-persisted-query-manifest");
        json.WriteNumber("version", 1);
        json.WriteStartArray("operations");
        foreach (var document in documents.OrderBy(document => document.Name, StringComparer.Ordinal))
        {
            json.WriteStartObject();
            json.WriteString("id", document.Id);
            json.WriteString("name", document.Name);
            json.WriteString("type", document.Type.ToString().ToLowerInvariant());
            json.WriteString("body", document.Body);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteRelay(Utf8JsonWriter json, IReadOnlyList<PersistedDocument> documents)
    {
        json.WriteStartObject();
        foreach (var document in documents.DistinctBy(document => document.Id).OrderBy(document => document.Id, StringComparer.Ordinal))
            json.WriteString(document.Id, document.Body);
        json.WriteEndObject();
    }
}
