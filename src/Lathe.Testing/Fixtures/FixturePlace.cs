using Lathe.Language.Json;
using Lathe.Testing.Faking;

namespace Lathe.Testing.Fixtures;

/// <summary>Finds the value that a path of the reader names, such as <c>data.machines[3].name</c>.</summary>
internal static class FixturePlace
{
    /// <summary>Follows a path as far as it leads.</summary>
    /// <param name="response">Where it begins.</param>
    /// <param name="path">The path; null for none.</param>
    /// <returns>The value, or the innermost one around it.</returns>
    public static JsonNode Find(JsonNode response, string? path)
    {
        var node = response;
        foreach (var step in path is null ? [] : FakePath.Parse(path))
        {
            var next = (step, node) switch
            {
                (string key, JsonObject fields) => fields.Find(key),
                (int index, JsonArray items) when index < items.Items.Count => items.Items[index],
                _ => null,
            };
            if (next is null)
                break;
            node = next;
        }

        return node;
    }
}
