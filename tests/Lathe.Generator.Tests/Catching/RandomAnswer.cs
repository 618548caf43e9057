using System.Text.Json.Nodes;

namespace Lathe.Generator.Tests.Catching;

/// <summary>
/// A random answer with errors: those of a server that keeps the specification, and some of servers that do not. Errors stand before or behind the
/// data.
/// </summary>
internal sealed class RandomAnswer
{
    private readonly Random _random;
    private readonly double _errorShare;
    private readonly double _nullShare;
    private readonly bool _writesIndexesAsText;
    private readonly List<JsonObject> _errors = [];

    public RandomAnswer(Place root, int seed)
    {
        _random = new Random(seed);
        _errorShare = _random.Next(3) switch { 0 => 0, 1 => 0.05, _ => 0.2 };
        _nullShare = _random.Next(3) switch { 0 => 0, 1 => 0.1, _ => 0.3 };
        _writesIndexesAsText = _random.Next(8) == 0;
        Data = Value(root, []);
        if (_random.Next(12) == 0)
            _errors.Add(Error("placeless", null));
        if (_random.Next(20) == 0)
            _errors.Add(Error("nowhere", [.. new JsonNode[] { "f0", "nothing", 7 }]));
        if (_random.Next(20) == 0)
            _errors.Add(Error("again", [.. new JsonNode[] { "f0" }]));
        for (var i = _errors.Count - 1; i > 0; i--)
        {
            var other = _random.Next(i + 1);
            (_errors[i], _errors[other]) = (_errors[other], _errors[i]);
        }

        Errors = [.. _errors];
    }

    public JsonNode? Data { get; }

    public IReadOnlyList<JsonObject> Errors { get; }

    public string Text()
    {
        var data = $"\"data\":{Data?.ToJsonString() ?? "null"}";
        var errors = $"\"errors\":[{string.Join(',', Errors.Select(static one => one.ToJsonString()))}]";
        var isFirst = _random.Next(2) == 0;
        return Errors.Count == 0 && _random.Next(2) == 0 ? $"{{{data}}}" : isFirst ? $"{{{errors},{data}}}" : $"{{{data},{errors}}}";
    }

    // Null for a place that is null; where that may not be, what holds it is null too.
    private JsonNode? Value(Place place, object[] path)
    {
        if (path.Length > 0 && _random.NextDouble() < _errorShare)
        {
            _errors.Add(Error($"e{_errors.Count}", [.. path.Select(step => step is int index && !_writesIndexesAsText ? (JsonNode)index
                : step.ToString()!)]));
            return null;
        }

        if (path.Length > 0 && !place.IsNonNull && _random.NextDouble() < (place.IsSemantic ? _nullShare / 40 : _nullShare))
            return null;
        if (place.Item is { } item)
        {
            var list = new JsonArray();
            var count = _random.Next(4);
            for (var i = 0; i < count; i++)
            {
                var value = Value(item, [.. path, i]);
                if (value is null && item.IsNonNull)
                    return null;
                list.Add(value);
            }

            return list;
        }

        if (place.Fields is not { } fields)
            return _random.Next(100);
        var result = new JsonObject();
        foreach (var (key, field) in fields)
        {
            var value = Value(field, [.. path, key]);
            if (value is null && field.IsNonNull)
                return null;
            result[key] = value;
        }

        return result;
    }

    private static JsonObject Error(string message, JsonArray? path)
    {
        var error = new JsonObject { ["message"] = message };
        if (path is not null)
            error["path"] = path;
        return error;
    }
}
