using System.Text.Json.Nodes;

namespace Lathe.Incremental;

/// <summary>The place in a response that a later part adds to.</summary>
internal sealed class IncrementalPath
{
    private readonly List<JsonNode?> _path;

    /// <summary>Makes a path.</summary>
    /// <param name="path">Names and indexes, from <c>data</c>.</param>
    /// <param name="maxDepth">How long it may be.</param>
    public IncrementalPath(List<JsonNode?> path, int maxDepth) =>
        _path = path.Count <= maxDepth
            ? path
            : throw new GraphQLResponseException("A part of the answer is for a place that is nested too deep.", null);

    /// <summary>Merges the fields of a deferred fragment into the object that is there, or adds an item that comes next in a list.</summary>
    public void Merge(JsonNode? root, JsonNode data)
    {
        if (_path is [.., { } last] && Index(last) is { } index && Find(root, _path.Count - 1) is JsonArray list && index == list.Count)
            list.Add(data);
        else if (Find(root, _path.Count) is JsonObject target && data is JsonObject source)
            Merge(target, source);
        else
            throw Nowhere();
    }

    /// <summary>Adds items to the list that is there.</summary>
    public void Append(JsonNode? root, JsonArray items)
    {
        if (Find(root, _path.Count) is JsonArray whole)
            Move(items, whole);
        // The older format names the index of the first item too.
        else if (_path is [.., { } last] && Index(last) is { } index && Find(root, _path.Count - 1) is JsonArray list && index == list.Count)
            Move(items, list);
        else
            throw Nowhere();
    }

    /// <summary>Adds all members of an object to another; objects that both have are merged.</summary>
    public static void Merge(JsonObject target, JsonObject source)
    {
        var members = source.ToArray();
        source.Clear();
        foreach (var (name, value) in members)
            target[name] = target.TryGetPropertyValue(name, out var known) && TryMerge(known, value) ? known : value;
    }

    /// <summary>Moves all items of a list to another's end.</summary>
    public static void Move(JsonArray source, JsonArray target)
    {
        var items = source.ToArray();
        source.Clear();
        foreach (var item in items)
            target.Add(item);
    }

    private static bool TryMerge(JsonNode? known, JsonNode? value)
    {
        if (known is JsonObject target && value is JsonObject source)
        {
            Merge(target, source);
            return true;
        }

        if (known is not JsonArray list || value is not JsonArray items || list.Count != items.Count)
            return false;
        // Items that are not objects appear again with the same value.
        for (var index = 0; index < list.Count; index++)
            TryMerge(list[index], items[index]);
        return true;
    }

    private JsonNode? Find(JsonNode? node, int steps)
    {
        for (var step = 0; step < steps; step++)
        {
            node = (node, Index(_path[step])) switch
            {
                (JsonArray list, { } index) when index >= 0 && index < list.Count => list[index],
                (JsonObject parent, null) when _path[step] is JsonValue value && value.TryGetValue<string>(out var name) => parent[name],
                _ => null,
            };
        }

        return node;
    }

    private GraphQLResponseException Nowhere()
    {
        var segments = _path.Select(
            step => Index(step) is { } index ? new GraphQLPathSegment(index) : new GraphQLPathSegment(step?.ToString() ?? ""));
        var path = GraphQLPathSegment.Join([new("data"), .. segments]);
        return new GraphQLResponseException("A part of the answer is for a place that is not there, or of another kind.", path);
    }

    private static int? Index(JsonNode? step) => step is JsonValue value && value.TryGetValue<int>(out var index) ? index : null;
}
