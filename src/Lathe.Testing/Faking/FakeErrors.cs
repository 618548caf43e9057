using System.Text.Json.Nodes;
using Lathe.Language.TypeSystem;

namespace Lathe.Testing.Faking;

/// <summary>
/// Puts nulls and errors into an answer as a server does: a null where none may be is one of the next place that may be null (section
/// 6.4.4).
/// </summary>
internal static class FakeErrors
{
    /// <summary>Makes places null.</summary>
    /// <param name="root">What is selected of <c>data</c>.</param>
    /// <param name="data">The value of <c>data</c>, which is changed.</param>
    /// <param name="errors">The places.</param>
    /// <returns>The response.</returns>
    /// <exception cref="InvalidOperationException">The answer has no such place.</exception>
    public static JsonObject Apply(FakeComposite root, JsonNode data, IReadOnlyList<FakeError> errors)
    {
        var response = new JsonObject { ["data"] = data };
        var listed = new JsonArray();
        foreach (var error in errors)
        {
            var path = FakePath.Parse(error.Path);
            if (response["data"] is { } left)
                Clear(response, root, left, path, error.Path);
            if (error.Message is { } message)
                listed.Add((JsonNode)Error(error, path, message));
        }

        if (listed.Count > 0)
            response["errors"] = listed;
        return response;
    }

    private static void Clear(JsonObject response, FakeComposite root, JsonNode? node, IReadOnlyList<object> path, string text)
    {
        var clear = () => response["data"] = null;
        var composite = root;
        TypeReference? type = null;
        foreach (var step in path)
        {
            // Another error has already made the object around this place null.
            if (node is null)
                return;
            var owner = node;
            if (step is string key && owner is JsonObject fields && composite?.Find(key) is { } field && fields.ContainsKey(key))
                (type, composite, node) = (field.SentType, field.Composite, fields[key]);
            else if (step is int index && owner is JsonArray items && index < items.Count && type?.Nullable is ListTypeReference list)
                (type, node) = (list.ItemType, items[index]);
            else
                throw Missing(text, step, owner);
            if (!type.IsNonNull)
                clear = step is string name ? () => owner[name] = null : () => owner[(int)step] = null;
        }

        clear();
    }

    private static JsonObject Error(FakeError error, IReadOnlyList<object> path, string message)
    {
        var result = new JsonObject
        {
            ["message"] = message,
            ["path"] = new JsonArray([.. path.Select(static step => step is int index ? JsonValue.Create(index) : JsonValue.Create((string)step))]),
        };
        if (error.Code is { } code)
            result["extensions"] = new JsonObject { ["code"] = code };
        return result;
    }

    private static InvalidOperationException Missing(string path, object step, JsonNode node)
    {
        var there = node switch
        {
            JsonObject fields => "There are: " + string.Join(", ", fields.Select(static one => one.Key)),
            JsonArray items => $"There are {items.Count} items",
            _ => "It is a value",
        };
        return new($"The answer has no '{path}': there is no '{step}'. {there}.");
    }
}
