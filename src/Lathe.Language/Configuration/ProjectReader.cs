using Lathe.Language.Errors;
using Lathe.Language.Json;

namespace Lathe.Language.Configuration;

/// <summary>Reads what GraphQL Config defines for a project: its files and its extensions.</summary>
internal static class ProjectReader
{
    public static ConfiguredProject Read(ConfigurationValues values, JsonObject node, string name, SourceLocation location)
    {
        values.CheckKeys(
            node, "to GraphQL Config", "$schema", "schema", "documents", "include", "exclude", "extensions", "projects");
        var extensions = values.Object(node.Find("extensions"), "'extensions'");
        var section = values.Object(extensions?.Find("lathe"), "'extensions.lathe'");
        var endpoint = section?.Find("endpoint");
        return new ConfiguredProject
        {
            Config = section is null ? new ClientConfig { ProjectName = name } : ClientSectionReader.Read(values, section, name),
            Location = location,
            EndpointLocation = endpoint is null ? null : values.At(endpoint.Span),
            ClientLocation = section?.Find("client") is { } client ? values.At(client.Span) : null,
            Schema = ReadSchema(values, node, location),
            Documents = ReadPatterns(values, node, "documents"),
            Include = ReadPatterns(values, node, "include"),
            Exclude = ReadPatterns(values, node, "exclude") ?? [],
        };
    }

    private static List<ConfiguredPattern> ReadSchema(ConfigurationValues values, JsonObject node, SourceLocation location)
    {
        if (node.Find("schema") is null)
        {
            const string Message = "No 'schema' is named. Add \"schema\": \"path/to/schema.graphql\", or download one with: lathe schema download";
            values.Report(ConfigurationErrors.MissingSchema, Message, location);
            return [];
        }

        var patterns = ReadPatterns(values, node, "schema") ?? [];
        foreach (var remote in patterns.Where(pattern => IsAddress(pattern.Glob.Text)))
        {
            var message = $"The schema '{remote.Glob.Text}' is an address; a build reads files only. Download it with: lathe schema download --endpoint {remote.Glob.Text}";
            values.Report(ConfigurationErrors.RemoteSchema, message, remote.Location);
        }

        return [.. patterns.Where(pattern => !IsAddress(pattern.Glob.Text))];
    }

    private static List<ConfiguredPattern>? ReadPatterns(ConfigurationValues values, JsonObject node, string key)
    {
        if (node.Find(key) is not { } value)
            return null;
        // An object stands for an address with options, such as headers.
        if (key == "schema" && (value as JsonObject ?? (value as JsonArray)?.Items.OfType<JsonObject>().FirstOrDefault()) is { } remote)
        {
            const string Message = "A schema with options is an address; a build reads files only. Download it with: lathe schema download";
            values.Report(ConfigurationErrors.RemoteSchema, Message, values.At(remote.Span));
            return [];
        }

        var patterns = new List<ConfiguredPattern>();
        foreach (var text in values.Strings(value, $"'{key}'"))
        {
            var negated = text.Value[0] == '!';
            if (GlobPattern.Create(negated ? text.Value.Substring(1) : text.Value) is { } glob)
                patterns.Add(new ConfiguredPattern(glob, negated, values.At(text.Span)));
            else
                values.Invalid(text, "The braces of this pattern stand for more than 256 patterns. Use '*' instead.");
        }

        return patterns;
    }

    private static bool IsAddress(string text) =>
        text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
}
