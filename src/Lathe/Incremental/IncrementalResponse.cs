using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Lathe.Buffers;

namespace Lathe.Incremental;

/// <summary>
/// Merges the parts of an answer to an operation with <c>@defer</c> or <c>@stream</c> into one response. Reads the current format
/// (<c>pending</c>, <c>incremental</c> with <c>id</c>, <c>completed</c>) and the older ones (<c>path</c> on each patch, in a list or on the part
/// itself).
/// </summary>
internal sealed class IncrementalResponse(int maxDepth)
{
    private readonly Dictionary<string, JsonArray> _pending = new(StringComparer.Ordinal);
    private readonly JsonArray _errors = [];
    private JsonObject? _extensions;
    private JsonNode? _data;
    private bool _isStarted;

    /// <summary>Gets whether the server has said that more parts come; null when it says nothing.</summary>
    public bool? HasNext { get; private set; }

    /// <summary>Merges a part.</summary>
    /// <exception cref="GraphQLResponseException">It is no JSON object, or changes a place that is not there.</exception>
    public void Add(ReadOnlySpan<byte> json)
    {
        try
        {
            var text = Utf8.IsValid(json) ? json : throw new JsonException("The part is not valid UTF-8.");
            if (JsonNode.Parse(text, null, new JsonDocumentOptions { MaxDepth = maxDepth }) is JsonObject part)
                Add(part);
            else
                throw new JsonException("The part is no JSON object.");
        }
        catch (JsonException exception)
        {
            // Its own message would repeat what the server wrote.
            var place = exception.BytePositionInLine is { } at ? $" (line {exception.LineNumber + 1}, byte {at})" : "";
            throw new GraphQLResponseException($"A part of the answer is not valid JSON, no object, or nested too deep{place}.", null);
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException or FormatException)
        {
            throw new GraphQLResponseException(
                $"A part of the answer is not valid JSON: it has a member twice, or text that is no Unicode ({exception.GetType().Name}).", null);
        }
    }

    /// <summary>Writes what has come so far as one response.</summary>
    /// <returns>The JSON; the caller releases it.</returns>
    public PooledBytes Write(ArrayPool<byte> pool)
    {
        var buffer = new PooledBufferWriter();
        buffer.Start(pool, 16 * 1024);
        try
        {
            // A patch may nest as deep as a part, below a path of the same depth. The final reader applies the bound.
            using var writer = new Utf8JsonWriter(
                buffer, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = (2 * maxDepth) + 8 });
            WriteTo(writer);
            writer.Flush();
            var (array, length) = buffer.Detach();
            return new PooledBytes(pool, array, length);
        }
        catch (InvalidOperationException exception)
        {
            throw new GraphQLResponseException("The parts of the answer hold text that is not valid Unicode.", null, exception);
        }
        finally
        {
            buffer.Abandon();
        }
    }

    private void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        if (_isStarted)
        {
            writer.WritePropertyName("data");
            WriteTo(writer, _data);
        }

        if (_errors.Count > 0)
        {
            writer.WritePropertyName("errors");
            _errors.WriteTo(writer);
        }

        if (_extensions is not null)
        {
            writer.WritePropertyName("extensions");
            _extensions.WriteTo(writer);
        }

        writer.WriteEndObject();
    }

    private static void WriteTo(Utf8JsonWriter writer, JsonNode? node)
    {
        if (node is null)
            writer.WriteNullValue();
        else
            node.WriteTo(writer);
    }

    private void Add(JsonObject part)
    {
        HasNext = (part["hasNext"] as JsonValue)?.TryGetValue<bool>(out var hasNext) == true ? hasNext : HasNext;
        foreach (var pending in Objects(part["pending"]))
        {
            if (Text(pending["id"]) is { } id && pending["path"] is JsonArray path)
                _pending[id] = path;
        }

        if (part.ContainsKey("path"))
            Patch(part);
        else
            Begin(part);
        foreach (var patch in Objects(part["incremental"]))
            Patch(patch);
        foreach (var completed in Objects(part["completed"]))
        {
            TakeErrors(completed);
            if (Text(completed["id"]) is { } id)
                _pending.Remove(id);
        }
    }

    private void Begin(JsonObject part)
    {
        TakeErrors(part);
        if (!part.Remove("data", out var data))
            return;
        (_data, _isStarted) = _isStarted
            ? throw new GraphQLResponseException("The answer has 'data' twice.", "data")
            : (data, true);
    }

    private void Patch(JsonObject patch)
    {
        TakeErrors(patch);
        var path = new List<JsonNode?>();
        if (Text(patch["id"]) is { } id)
        {
            path.AddRange(_pending.TryGetValue(id, out var known)
                ? known
                : throw new GraphQLResponseException("A part of the answer is for an 'id' that was not announced.", null));
            path.AddRange(patch["subPath"] as JsonArray ?? []);
        }
        else
        {
            path.AddRange(patch["path"] as JsonArray ?? []);
        }

        var place = new IncrementalPath(path, maxDepth);
        if (patch.Remove("items", out var items) && items is JsonArray list)
            place.Append(_data, list);
        else if (patch.Remove("data", out var data) && data is not null)
            place.Merge(_data, data);
    }

    private void TakeErrors(JsonObject source)
    {
        if (source.Remove("errors", out var errors) && errors is JsonArray list)
            IncrementalPath.Move(list, _errors);
        if (source.Remove("extensions", out var extensions) && extensions is JsonObject more)
            IncrementalPath.Merge(_extensions ??= [], more);
    }

    private static IEnumerable<JsonObject> Objects(JsonNode? list) => (list as JsonArray)?.OfType<JsonObject>() ?? [];

    private static string? Text(JsonNode? node) => (node as JsonValue)?.TryGetValue<string>(out var text) == true ? text : null;
}
