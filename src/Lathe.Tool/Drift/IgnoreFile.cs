using System.Globalization;
using Lathe.Language.Changes;
using Lathe.Language.Json;
using Lathe.Language.Syntax;
using Lathe.Tool.Files;
using Lathe.Tool.Hosting;

namespace Lathe.Tool.Drift;

/// <summary>A change that is known and let pass, for a reason and a time.</summary>
internal sealed record IgnoreEntry(string? Code, string Path, string Reason, DateOnly? Expires)
{
    public bool Covers(SchemaChange change) =>
        (Code is null || Code == change.Code) && Matches(Path, change.Coordinate.ToString());

    private static bool Matches(string pattern, string path) =>
        System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(pattern, path, ignoreCase: false);
}

/// <summary>The ignore file: <c>{"ignore":[{"code","path","reason","expires"}]}</c>.</summary>
internal sealed class IgnoreFile(IReadOnlyList<IgnoreEntry> entries)
{
    public const string DefaultName = ".lathe-ignore.json";

    public static IgnoreFile Empty { get; } = new([]);

    public IgnoreEntry? Find(SchemaChange change) => entries.FirstOrDefault(entry => entry.Covers(change));

    /// <summary>Reads the file that is named, or the default one beside the configuration where there is one.</summary>
    public static IgnoreFile Read(string? path, string folder, ToolHost host)
    {
        if (path is null && !File.Exists(System.IO.Path.Combine(folder, DefaultName)))
            return Empty;
        var source = TextFiles.Read(path ?? TextFiles.Display(System.IO.Path.Combine(folder, DefaultName), host.Folder), host.Folder);
        var parsed = JsonParser.Parse(source);
        if (parsed.Error is { } error)
            throw new ToolException(error.ToString());
        if ((parsed.Root as JsonObject)?.Find("ignore") is not JsonArray list)
            throw new ToolException($"{source.Path} must be an object with an array 'ignore'.");
        var today = DateOnly.FromDateTime(host.Clock.GetUtcNow().UtcDateTime);
        var entries = list.Items.Select(item => ReadEntry(source, item)).ToArray();
        foreach (var expired in entries.Where(entry => entry.Expires < today))
            host.Error.WriteLine($"{source.Path}: the entry for '{expired.Path}' expired on {expired.Expires:yyyy-MM-dd} and no longer counts ({expired.Reason}).");
        return new IgnoreFile([.. entries.Where(entry => entry.Expires is null || entry.Expires >= today)]);
    }

    private static IgnoreEntry ReadEntry(SourceText source, JsonNode node)
    {
        var position = source.GetPosition(node.Span.Start);
        var place = $"{source.Path}({position.Line},{position.Column})";
        var entry = node as JsonObject;
        if (Text(entry, "path") is not { } path || Text(entry, "reason") is not { } reason)
            throw new ToolException($"{place}: an entry needs a 'path' such as \"Machine.ref\" and a 'reason'; 'code' and 'expires' may follow.");
        DateOnly? expires = null;
        if (Text(entry, "expires") is { } text)
        {
            expires = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
                ? date
                : throw new ToolException($"{place}: 'expires' must be a date such as \"2027-01-31\", not '{text}'.");
        }

        return new IgnoreEntry(Text(entry, "code"), path, reason, expires);
    }

    private static string? Text(JsonObject? node, string key) =>
        node?.Find(key) is JsonString { Value: var text } && !string.IsNullOrWhiteSpace(text) ? text : null;
}
