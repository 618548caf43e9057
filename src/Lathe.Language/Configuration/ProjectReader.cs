using Lathe.Language.Errors;
using Lathe.Language.Json;

namespace Lathe.Language.Configuration;

/// <summary>Reads what GraphQL Config defines for a project: its files and its extensions.</summary>
internal static class ProjectReader
{
    /// <summary>Gets what a project may say.</summary>
    public static string[] Keys { get; } = ["$schema", "schema", "documents", "include", "exclude", "extensions"];

    public static ConfiguredProject Read(ConfigurationValues values, JsonObject node, string name, SourceLocation location, string[] keys)
    {
        values.CheckKeys(node, "to GraphQL Config", keys);
        var extensions = values.Object(node.Find("extensions"), "'extensions'");
        CheckSectionName(values, extensions);
        AdviseMigration(values, extensions);
        var section = values.Object(extensions?.Find("lathe"), "'extensions.lathe'");
        var endpoint = section?.Find("endpoint");
        return new ConfiguredProject
        {
            Config = section is null ? new ClientConfig { ProjectName = name } : ClientSectionReader.Read(values, section, name),
            Location = location,
            Extent = node.Span,
            EndpointLocation = endpoint is null ? null : values.At(endpoint.Span),
            ClientLocation = section?.Find("client") is { } client ? values.At(client.Span) : null,
            ScalarLocations = ScalarLocations(values, section?.Find("scalars") as JsonObject),
            Schema = ReadSchema(values, node, location),
            SchemaExtensions = section is null ? [] : ReadPatterns(values, section, "schemaExtensions") ?? [],
            Documents = ReadPatterns(values, node, "documents"),
            Include = ReadPatterns(values, node, "include"),
            Exclude = ReadPatterns(values, node, "exclude") ?? [],
        };
    }

    private static void CheckSectionName(ConfigurationValues values, JsonObject? extensions)
    {
        // Other sections belong to other tools. This one can only be meant for Lathe.
        foreach (var property in extensions?.Properties ?? [])
        {
            if (new EditDistance(property.Name).To("lathe") is 1)
                values.Report(
                    ConfigurationErrors.UnknownKey,
                    $"'{property.Name}' is not Lathe's section. Did you mean \"lathe\"?",
                    values.At(property.NameSpan));
        }
    }

    // Its settings would be ignored without a word.
    private static void AdviseMigration(ConfigurationValues values, JsonObject? extensions)
    {
        if (extensions?.Find("lathe") is not null)
            return;
        foreach (var property in extensions?.Properties.Where(property => property.Name == "strawberryShake").Take(1) ?? [])
        {
            values.Report(
                ConfigurationErrors.StrawberryShake,
                "This section is Strawberry Shake's, and Lathe does not read it. Take its settings over with: lathe init --from-strawberry-shake",
                values.At(property.NameSpan));
        }
    }

    private static Dictionary<string, ScalarLocation> ScalarLocations(ConfigurationValues values, JsonObject? scalars)
    {
        var locations = new Dictionary<string, ScalarLocation>(StringComparer.Ordinal);
        foreach (var property in scalars?.Properties ?? [])
        {
            var detailed = property.Value as JsonObject;
            var name = values.At(property.NameSpan);
            var type = detailed is null ? values.At(property.Value.Span) : At(detailed.Find("type"), name);
            locations[property.Name] = new ScalarLocation(name, type, At(detailed?.Find("converter"), type));
        }

        return locations;

        SourceLocation At(JsonNode? node, SourceLocation otherwise) => node is null ? otherwise : values.At(node.Span);
    }

    private static List<ConfiguredPattern> ReadSchema(ConfigurationValues values, JsonObject node, SourceLocation location)
    {
        var schema = node.Find("schema");
        if (schema is null or JsonArray { Items.Count: 0 })
        {
            const string Message = "No 'schema' is named. Add \"schema\": \"path/to/schema.graphql\", or download one with: lathe schema download";
            values.Report(ConfigurationErrors.MissingSchema, Message, schema is null ? location : values.At(schema.Span));
            return [];
        }

        var patterns = ReadPatterns(values, node, "schema") ?? [];
        foreach (var remote in patterns.Where(pattern => SchemaAddress.Is(pattern.Glob.Text)))
            values.Report(ConfigurationErrors.RemoteSchema, SchemaAddress.Message(remote.Glob.Text), remote.Location);
        return [.. patterns.Where(pattern => !SchemaAddress.Is(pattern.Glob.Text))];
    }

    private static List<ConfiguredPattern>? ReadPatterns(ConfigurationValues values, JsonObject node, string key)
    {
        if (node.Find(key) is not { } value)
            return null;
        // An object is an address with options, such as headers.
        if (key == "schema" && (value as JsonObject ?? (value as JsonArray)?.Items.OfType<JsonObject>().FirstOrDefault()) is { } remote)
        {
            const string Message = "A schema with options is an address; a build reads files only. Download it with: lathe schema download";
            values.Report(ConfigurationErrors.RemoteSchema, Message, values.At(remote.Span));
            return [];
        }

        var patterns = values.Strings(value, $"'{key}'").Select(text => ReadPattern(values, text)).OfType<ConfiguredPattern>().ToList();
        if (key != "exclude" && patterns.Count > 0 && patterns.TrueForAll(pattern => pattern.IsNegated))
            values.Report(
                ConfigurationErrors.InvalidValue,
                $"'{key}' only leaves files out. Name the files to take before that, such as \"**/*.graphql\".",
                patterns[0].Location);
        return patterns;
    }

    private static ConfiguredPattern? ReadPattern(ConfigurationValues values, JsonString text)
    {
        var negated = text.Value[0] == '!';
        var pattern = negated ? text.Value.Substring(1) : text.Value;
        if (pattern.Length == 0)
            values.Invalid(text, "A pattern must follow the '!', such as \"!Drafts/**\".");
        else if (ExtendedGlob.FindUnread(pattern) is { } group)
            values.Invalid(
                text,
                $"A pattern cannot have a group after '{group}'. Write {{a,b}} for one of several. "
                    + "Write a pattern of its own, with '!' before it, for what to leave out.");
        else if (GlobPattern.Create(pattern) is { } glob)
            return new ConfiguredPattern(glob, negated, values.At(text.Span));
        else
            values.Invalid(text, "The braces of this pattern stand for more than 256 patterns. Use '*' instead.");
        return null;
    }
}
