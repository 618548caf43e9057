using System.Globalization;
using System.Text.Json;
using Lathe.Tool.Output;

namespace Lathe.Tool.Operations;

/// <summary>Writes what projects ask of their APIs.</summary>
internal static class InventoryText
{
    public static void Write(TextWriter output, IReadOnlyList<Inventory> inventories)
    {
        foreach (var inventory in inventories)
        {
            if (inventories.Count > 1)
                output.WriteLine($"project {inventory.Project}");
            foreach (var operation in inventory.Operations)
            {
                output.WriteLine(Line(operation));
            }

            foreach (var deprecated in inventory.Deprecated)
                output.WriteLine(PlainText.Line(deprecated.ToString()));
            if (inventory.Scopes.Count > 0)
                output.WriteLine(
                    PlainText.Line(
                        $"This project needs a key with the scope{(inventory.Scopes.Count == 1 ? string.Empty : "s")} "
                            + $"{string.Join(", ", inventory.Scopes)}, nothing else."));
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{inventory.Operations.Count} operation{(inventory.Operations.Count == 1 ? " uses" : "s use")} "
                + $"{PlainText.Count(inventory.UsedFields, "field")}. Unused: "
                + $"{PlainText.Count(inventory.UnusedFields.Count, "field")} of the same types, "
                + $"{PlainText.Count(inventory.UnusedTypes.Count, "other type")} (--format json lists them)."));
        }
    }

    public static void WriteJson(Utf8JsonWriter json, IReadOnlyList<Inventory> inventories)
    {
        json.WriteStartObject();
        json.WriteStartArray("projects");
        foreach (var inventory in inventories)
        {
            json.WriteStartObject();
            json.WriteString("project", inventory.Project);
            json.WriteStartArray("operations");
            foreach (var operation in inventory.Operations)
                WriteOperation(json, operation);
            json.WriteEndArray();
            WriteStrings(json, "scopes", inventory.Scopes);
            json.WriteStartArray("deprecated");
            foreach (var deprecated in inventory.Deprecated)
            {
                json.WriteStartObject();
                json.WriteString("message", deprecated.Message);
                JsonFormat.WriteLocation(json, FindingLocation.From(deprecated.Locations[0]));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            WriteStrings(json, "unusedFields", inventory.UnusedFields);
            WriteStrings(json, "unusedTypes", inventory.UnusedTypes);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteOperation(Utf8JsonWriter json, ListedOperation operation)
    {
        json.WriteStartObject();
        json.WriteString("operation", operation.Name);
        json.WriteString("type", operation.Type.ToString().ToLowerInvariant());
        JsonFormat.WriteLocation(json, FindingLocation.From(operation.Location));
        WriteStrings(json, "variables", operation.Variables);
        json.WriteNumber("depth", operation.Size.Depth);
        json.WriteNumber("nodes", operation.Size.Nodes);
        WriteStrings(json, "scopes", operation.Scopes);
        json.WriteEndObject();
    }

    private static void WriteStrings(Utf8JsonWriter json, string name, IReadOnlyList<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }

    private static string Line(ListedOperation operation)
    {
        var kind = operation.Type.ToString().ToLowerInvariant();
        var variables = operation.Variables.Count == 0 ? string.Empty : $"({string.Join(", ", operation.Variables)})";
        var size = string.Create(CultureInfo.InvariantCulture, $"depth {operation.Size.Depth}, nodes {operation.Size.Nodes}");
        var scopes = operation.Scopes.Count == 0 ? string.Empty : PlainText.Line($", scopes {string.Join(", ", operation.Scopes)}");
        var position = operation.Location.Position;
        var place = string.Create(CultureInfo.InvariantCulture, $"{operation.Location.Source.Path}:{position.Line}:{position.Column}");
        return $"{kind} {operation.Name ?? "(anonymous)"}{variables}  {size}{scopes}  {place}";
    }
}
