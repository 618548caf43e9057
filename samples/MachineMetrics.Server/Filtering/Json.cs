using System.Text.Json.Nodes;

namespace MachineMetrics.Server.Filtering;

/// <summary>Containment of JSON values, as PostgreSQL's jsonb has it.</summary>
internal static class Json
{
    /// <summary>An object contains its members' parts, an array contains elements in any order.</summary>
    public static bool Contains(JsonNode? whole, JsonNode? part) => (whole, part) switch
    {
        (JsonObject left, JsonObject right) =>
            right.All(member => left.TryGetPropertyValue(member.Key, out var value) && Contains(value, member.Value)),
        (JsonArray left, JsonArray right) => right.All(item => left.Any(element => Contains(element, item))),
        (JsonArray left, JsonValue right) => left.Any(element => JsonNode.DeepEquals(element, right)),
        _ => JsonNode.DeepEquals(whole, part),
    };

    /// <summary>Whether an object has a member, or an array a text, of this name.</summary>
    public static bool HasKey(JsonNode json, string key) => json switch
    {
        JsonObject members => members.ContainsKey(key),
        JsonArray items => items.Any(item => item is JsonValue value && value.TryGetValue<string>(out var text) && text == key),
        _ => false,
    };
}
