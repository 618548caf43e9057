using Lathe.Language.Configuration;
using Lathe.Language.Json;
using Lathe.Language.Text;
using Lathe.Tool.Files;
using Lathe.Tool.Hosting;

namespace Lathe.Tool.StrawberryShake;

/// <summary>Reads <c>extensions.strawberryShake</c> of GraphQL Config.</summary>
internal static class ShakeConfiguration
{
    private const string Store = "Lathe has no store: each call asks the server. Watch() and ExecutionStrategy have no counterpart.";

    private const string Address = "The url is no plain http or https address, or holds a key: give it at run time, options.Endpoint.";

    // What each setting becomes. Settings of generated files have no meaning any more.
    private static readonly Dictionary<string, string> s_notes = new(StringComparer.Ordinal)
    {
        ["dependencyInjection"] = "Lathe always makes Add...Client(). A program without services makes a client of a transport (docs/transport.md).",
        ["razorComponents"] = "Lathe makes no Razor components; docs/blazor.md shows how a component calls the client.",
        ["requestStrategy"] = "Persisted operations are an option (docs/transport.md); 'lathe operations manifest' writes them.",
        ["transportProfiles"] = "There are no profiles. For subscriptions over WebSockets add AddWebSockets() to the client (docs/transport.md).",
    };

    /// <summary>Reads a configuration.</summary>
    /// <param name="path">The path, relative to the folder.</param>
    /// <param name="folder">The C# project's folder.</param>
    /// <returns>The client; null for a configuration that says nothing of Strawberry Shake.</returns>
    public static ShakeClient? Read(string path, string folder)
    {
        var source = TextFiles.Read(path, folder);
        var parsed = JsonParser.Parse(source);
        if (parsed.Error is { } error)
            throw new ToolException(error.ToString());
        if (parsed.Root is not JsonObject root || (root.Find("extensions") as JsonObject)?.Find("strawberryShake") is not JsonObject section)
            return null;
        var client = new ShakeClient(source, Path.GetDirectoryName(path)!.Replace('\\', '/'));
        return client with
        {
            Name = (section.Find("name") as JsonString)?.Value,
            Namespace = (section.Find("namespace") as JsonString)?.Value,
            Url = (section.Find("url") as JsonString)?.Value,
            IsInternal = section.Find("accessModifier") is JsonString { Value: "internal" },
            Schema = Strings(root.Find("schema")) is { Length: > 0 } schema ? schema : client.Schema,
            Documents = Strings(root.Find("documents")) is { Length: > 0 } documents ? documents : client.Documents,
            Notes = [.. Notes(source, section)],
        };
    }

    private static IEnumerable<MigrationNote> Notes(SourceText source, JsonObject section)
    {
        foreach (var property in section.Properties)
        {
            if (property.Name == "noStore" ? property.Value is JsonBoolean { Value: false } : false)
                yield return MigrationNote.At(source, property.NameSpan, Store);
            if (s_notes.TryGetValue(property.Name, out var message) && IsSet(property))
                yield return MigrationNote.At(source, property.NameSpan, message);
            if (property.Name is "name" or "namespace" && property.Value is JsonString { Value: var name } && !IsName(name))
                yield return MigrationNote.At(source, property.NameSpan, $"'{name}' is no C# name, so a default takes its place.");
            if (property.Name == "url" && property.Value is JsonString { Value: var url } && !IsEndpoint(url))
                yield return MigrationNote.At(source, property.NameSpan, Address);
        }
    }

    public static bool IsName(string name) => name.Split('.').All(CSharpName.IsIdentifier);

    public static bool IsEndpoint(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && address is { Scheme: "http" or "https", UserInfo: "", Query: "" };

    // Values that say what would happen anyway.
    private static bool IsSet(JsonProperty property) => property.Name switch
    {
        "dependencyInjection" => property.Value is JsonBoolean { Value: false },
        "razorComponents" => property.Value is JsonBoolean { Value: true },
        "requestStrategy" => property.Value is JsonString { Value: not ("Default" or "default") },
        "transportProfiles" => property.Value is JsonArray { Items: var profiles }
            && profiles.OfType<JsonObject>().SelectMany(profile => profile.Properties)
                .Any(kind => kind.Value is JsonString { Value: "WebSocket" or "InMemory" }),
        _ => true,
    };

    private static string[] Strings(JsonNode? node) => node switch
    {
        JsonString { Value: var value } => [value],
        JsonArray { Items: var items } => [.. items.OfType<JsonString>().Select(item => item.Value)],
        _ => [],
    };
}
