using System.Text.Json;
using System.Text.Json.Nodes;
using Lathe.Tool.Download;
using Lathe.Tool.Output;

namespace Lathe.Tool.Recording;

/// <summary>An answer as a fixture holds it: without what is secret.</summary>
/// <param name="keys">The response keys whose values are erased.</param>
/// <param name="connection">Knows the keys that were sent, which a server may have answered with.</param>
internal sealed class RecordedAnswer(ErasedKeys keys, Connection connection)
{
    private static readonly string[] s_parts = ["errors", "data", "extensions"];

    private readonly ErasedText _texts = new();
    private readonly SortedSet<string> _erased = new(StringComparer.Ordinal);

    /// <summary>Gets the response keys of which something was erased.</summary>
    public IReadOnlyCollection<string> Erased => _erased;

    /// <summary>Writes the answer, indented, in the order in which the server gave it.</summary>
    public string Write(JsonElement answer)
    {
        var kept = new JsonObject();
        foreach (var part in s_parts)
        {
            if (answer.TryGetProperty(part, out var value))
                kept.Add(part, Copy(value, null));
        }

        return JsonFormat.ToText(json => kept.WriteTo(json)) + "\n";
    }

    private JsonNode? Copy(JsonElement value, ErasedType? erased) => value.ValueKind switch
    {
        JsonValueKind.Object => CopyObject(value, erased),
        JsonValueKind.Array => new JsonArray([.. value.EnumerateArray().Select(item => Copy(item, erased))]),
        JsonValueKind.String => CopyText(value.GetString()!, erased),
        JsonValueKind.Number => erased is not null || HoldsKey(value.GetRawText()) ? JsonValue.Create(0) : JsonNode.Parse(value.GetRawText()),
        JsonValueKind.True or JsonValueKind.False => JsonValue.Create(erased is null && value.GetBoolean()),
        _ => null,
    };

    private JsonObject CopyObject(JsonElement value, ErasedType? erased)
    {
        var copy = new JsonObject();
        foreach (var member in value.EnumerateObject())
        {
            // The __typename of an erased object stays.
            var own = member.Name == "__typename" ? null : keys.Find(member.Name) ?? erased;
            if (own is not null && member.Value.ValueKind != JsonValueKind.Null)
                _erased.Add(connection.WithoutSecrets(member.Name));
            copy[connection.WithoutSecrets(member.Name)] = Copy(member.Value, own);
        }

        return copy;
    }

    private JsonValue CopyText(string text, ErasedType? erased) =>
        JsonValue.Create(erased is null ? connection.WithoutSecrets(text) : _texts.Of(text, erased));

    private bool HoldsKey(string number) => connection.WithoutSecrets(number) != number;
}
