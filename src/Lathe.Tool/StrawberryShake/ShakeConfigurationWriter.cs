using System.Text.Json;
using Lathe.Language.Json;
using Lathe.Tool.Output;
using Lathe.Tool.Scaffolding;

namespace Lathe.Tool.StrawberryShake;

/// <summary>Writes the configuration that stands for those of Strawberry Shake: one project, or several under <c>projects</c>.</summary>
internal static class ShakeConfigurationWriter
{
    public static string Write(ShakeImport import) => JsonFormat.ToText(json =>
    {
        json.WriteStartObject();
        json.WriteString("$schema", ConfigurationSchema.Reference);
        if (import.Clients.Count == 1)
        {
            WriteProject(json, import, import.Clients[0]);
        }
        else
        {
            json.WriteStartObject("projects");
            foreach (var (name, client) in Named(import.Clients))
            {
                json.WriteStartObject(name);
                WriteProject(json, import, client);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }) + "\n";

    private static IEnumerable<(string Name, ShakeClient Client)> Named(IReadOnlyList<ShakeClient> clients)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var client in clients)
        {
            var name = client.Name ?? Path.GetFileName(client.Folder);
            if (name.EndsWith("Client", StringComparison.Ordinal) && name.Length > "Client".Length)
                name = name[..^"Client".Length];
            name = name.Length == 0 ? "default" : char.ToLowerInvariant(name[0]) + name[1..];
            var free = name;
            for (var i = 2; !taken.Add(free); i++)
                free = name + i;
            yield return (free, client);
        }
    }

    private static void WriteProject(Utf8JsonWriter json, ShakeImport import, ShakeClient client)
    {
        WriteStrings(json, "schema", client.Schema.Select(client.FromProject));
        WriteStrings(json, "documents", client.Documents.Select(client.FromProject));
        json.WriteStartObject("extensions");
        json.WriteStartObject("lathe");
        if (client.Name is { } name && ShakeConfiguration.IsName(name))
            json.WriteString("client", name);
        if (client.Namespace is { } @namespace && ShakeConfiguration.IsName(@namespace))
            json.WriteString("namespace", @namespace);
        if (client.IsInternal)
            json.WriteString("accessibility", "internal");
        if (client.Url is { } url && ShakeConfiguration.IsEndpoint(url))
            json.WriteString("endpoint", url);
        if (import.Extensions[client].Count > 0)
            WriteStrings(json, "schemaExtensions", import.Extensions[client]);
        if (import.Scalars[client].Count > 0)
        {
            json.WriteStartObject("scalars");
            foreach (var (scalar, type) in import.Scalars[client])
                json.WriteString(scalar, type);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        WriteOthers(json, client);
        json.WriteEndObject();
    }

    // Sections of other tools stay as they are.
    private static void WriteOthers(Utf8JsonWriter json, ShakeClient client)
    {
        if (JsonParser.Parse(client.Source).Root is not JsonObject root || root.Find("extensions") is not JsonObject extensions)
            return;
        foreach (var section in extensions.Properties.Where(section => section.Name is not ("strawberryShake" or "lathe")))
        {
            json.WritePropertyName(section.Name);
            json.WriteRawValue(client.Source.Text.AsSpan(section.Value.Span.Start, section.Value.Span.Length));
        }
    }

    private static void WriteStrings(Utf8JsonWriter json, string key, IEnumerable<string> values)
    {
        string[] all = [.. values];
        if (all.Length == 1)
        {
            json.WriteString(key, all[0]);
            return;
        }

        json.WriteStartArray(key);
        foreach (var value in all)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
