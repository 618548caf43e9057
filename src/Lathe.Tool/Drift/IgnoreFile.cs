using System.Globalization;
using Lathe.Language.Changes;
using Lathe.Language.Changes.Rules;
using Lathe.Language.Errors;
using Lathe.Language.Json;
using Lathe.Language.Text;
using Lathe.Tool.Files;
using Lathe.Tool.Hosting;
using Lathe.Tool.Output;

namespace Lathe.Tool.Drift;

/// <summary>A change that is known and let pass, for a reason and a time.</summary>
internal sealed record IgnoreEntry(string? Code, string Path, string Reason, DateOnly? Expires)
{
    /// <summary>Gets where it stands in the file.</summary>
    public string Place { get; init; } = string.Empty;

    public bool Covers(SchemaChange change) =>
        (Code is null || Code == change.Code) && Matches(Path, change.Coordinate.ToString());

    private static bool Matches(string pattern, string path) =>
        System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(pattern, path, ignoreCase: false);
}

/// <summary>The ignore file: <c>{"ignore":[{"code","path","reason","expires"}]}</c>.</summary>
internal sealed class IgnoreFile(IReadOnlyList<IgnoreEntry> entries)
{
    public const string DefaultName = ".lathe-ignore.json";

    private static readonly string[] s_members = ["code", "path", "reason", "expires"];
    private readonly HashSet<IgnoreEntry> _used = [];

    public static IgnoreFile Empty { get; } = new([]);

    public IgnoreEntry? Find(SchemaChange change)
    {
        var found = entries.FirstOrDefault(entry => entry.Covers(change));
        if (found is not null)
            _used.Add(found);
        return found;
    }

    /// <summary>Says which entries covered nothing, once all changes were asked for.</summary>
    public void ReportUnused(ToolHost host)
    {
        foreach (var entry in entries.Where(entry => !_used.Contains(entry)))
            host.Error.WriteLine($"{entry.Place}: the entry for '{entry.Path}' covers no change; remove it, or mend its path or code.");
    }

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
            host.Error.WriteLine(
                $"{expired.Place}: the entry for '{expired.Path}' expired on {expired.Expires:yyyy-MM-dd} and no longer counts ({expired.Reason}).");
        return new IgnoreFile([.. entries.Where(entry => entry.Expires is null || entry.Expires >= today)]);
    }

    private static IgnoreEntry ReadEntry(SourceText source, JsonNode node)
    {
        var place = Place(source, node);
        if (node is not JsonObject entry)
            throw new ToolException($"{place}: an entry is an object with a 'path' and a 'reason'; 'code' and 'expires' may follow.");

        // A misspelt or mistyped "expires" would let a change pass for ever.
        foreach (var unknown in entry.Properties.Where(property => !s_members.Contains(property.Name, StringComparer.Ordinal)))
            throw new ToolException(
                $"{Place(source, unknown.Value)}: an entry has no member '{PlainText.Line(unknown.Name)}'; it has {string.Join(", ", s_members)}.");
        var path = Text(source, entry, "path") ?? throw new ToolException(
            $"{place}: an entry needs a 'path' such as \"Machine.ref\"; '*' stands for any part of it.");
        var reason = Text(source, entry, "reason") ?? throw new ToolException(
            $"{place}: an entry needs a 'reason': why does the change not matter, or until when?");
        DateOnly? expires = null;
        if (Text(source, entry, "expires") is { } text)
        {
            expires = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
                ? date
                : throw new ToolException($"{place}: 'expires' must be a date such as \"2027-01-31\", not '{PlainText.Line(text)}'.");
        }

        return new IgnoreEntry(Code(source, entry), path, reason, expires) { Place = place };
    }

    private static string? Code(SourceText source, JsonObject entry)
    {
        if (Text(source, entry, "code") is not { } code || ChangeRules.Codes.Contains(code, StringComparer.Ordinal))
            return Text(source, entry, "code");
        var similar = new Suggestions().For(code, ChangeRules.Codes);
        throw new ToolException(
            $"{Place(source, entry.Find("code")!)}: there is no change '{PlainText.Line(code)}'.{similar} docs/tool.md lists all codes.");
    }

    private static string Place(SourceText source, JsonNode node)
    {
        var position = source.GetPosition(node.Span.Start);
        return $"{source.Path}({position.Line},{position.Column})";
    }

    private static string? Text(SourceText source, JsonObject entry, string key)
    {
        if (entry.Find(key) is not { } node)
            return null;
        return node is JsonString { Value: var text } && !string.IsNullOrWhiteSpace(text)
            ? text
            : throw new ToolException($"{Place(source, node)}: '{key}' must be a text that is not empty.");
    }
}
