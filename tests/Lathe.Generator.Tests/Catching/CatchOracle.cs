using System.Globalization;
using System.Text.Json.Nodes;

namespace Lathe.Generator.Tests.Catching;

/// <summary>
/// Says what an answer is to be read as, from the specification alone: no tables, no second reading, each path compared with each error.
/// </summary>
internal sealed class CatchOracle(JsonNode? data, IReadOnlyList<JsonObject> errors)
{
    private string? _unexplained;

    public string Read(Place root)
    {
        if (data is null)
            return "null";
        var (text, thrown) = Read(root, data, []);
        return _unexplained is { } path ? $"GraphQLUnexplainedNullException at {path}" : thrown is null ? text : "null";
    }

    private (string Text, string? Thrown) Read(Place place, JsonNode? value, object[] path)
    {
        var word = place.Catch ?? (place.IsNonNull ? null : place.ByDefault ?? (place.IsSemantic ? "THROW" : null));
        var (text, thrown) = value is null ? ("null", ErrorAt(path)) : ReadValue(place, value, path);
        if (value is null && thrown is null && (place.IsSemantic || place.IsNonNull))
            _unexplained ??= "data" + string.Concat(path.Select(static step => step is int index ? $"[{index}]" : $".{step}"));
        return word switch
        {
            "RESULT" => (thrown is null ? text : "!" + thrown, null),
            "NULL" => (thrown is null ? text : "null", null),
            "THROW" => (text, thrown),
            _ => (text, value is null ? null : thrown),
        };
    }

    private (string Text, string? Thrown) ReadValue(Place place, JsonNode value, object[] path)
    {
        if (place.Item is { } item)
        {
            var items = value.AsArray().Select((one, index) => Read(item, one, [.. path, index])).ToList();
            return ($"[{string.Join(' ', items.Select(static one => one.Text))}]", First(items));
        }

        if (place.Fields is not { } fields)
            return (value.ToJsonString(), null);
        var members = fields.Select(one => Read(one.Place, value[one.Key], [.. path, one.Key])).ToList();
        var texts = fields.Zip(members, static (field, member) => $"{field.Key.ToUpperInvariant()}:{member.Text}");
        return ($"{{{string.Join(' ', texts)}}}", First(members));
    }

    private static string? First(List<(string Text, string? Thrown)> parts) =>
        parts.Select(static one => one.Thrown).FirstOrDefault(static thrown => thrown is not null);

    // The error of the place or of one below it; else one that is of no place there is.
    private string? ErrorAt(object[] path) =>
        (errors.FirstOrDefault(error => PathOf(error) is { Length: > 0 } own && own.Length >= path.Length && own.Take(path.Length)
            .SequenceEqual(path))
            ?? errors.FirstOrDefault(error => !HasPlace(PathOf(error))))?["message"]!.GetValue<string>();

    private bool HasPlace(object[]? path)
    {
        if (path is null)
            return false;
        var at = data;
        foreach (var step in path)
        {
            if (at is null)
                return true;
            if (step is int index)
            {
                if (at is not JsonArray list || index >= list.Count)
                    return false;
                at = list[index];
            }
            else
            {
                if (at is not JsonObject fields || !fields.ContainsKey((string)step))
                    return false;
                at = fields[(string)step];
            }
        }

        return true;
    }

    private static object[]? PathOf(JsonObject error) => (error["path"] as JsonArray)?
        .Select(static step => step!.ToString() is var text && char.IsAsciiDigit(text[0]) ? int.Parse(text, CultureInfo.InvariantCulture)
            : (object)text)
        .ToArray();
}
