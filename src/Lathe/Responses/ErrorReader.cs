using System.Text.Json;
using System.Text.Unicode;

namespace Lathe.Responses;

/// <summary>Reads a response's <c>errors</c> and <c>extensions</c>: rare, so by System.Text.Json, and lenient in what does not matter.</summary>
internal static class ErrorReader
{
    public static IReadOnlyList<GraphQLError> ReadErrors(ReadOnlySpan<byte> json, int maxDepth)
    {
        var element = Parse(json, "errors", maxDepth);
        if (element.ValueKind == JsonValueKind.Null)
            return [];
        if (element.ValueKind != JsonValueKind.Array)
            throw Wrong("errors", element, "a list");
        var errors = new GraphQLError[element.GetArrayLength()];
        var index = 0;
        foreach (var error in element.EnumerateArray())
            errors[index] = ReadError(error, index++);
        return errors;
    }

    public static JsonElement? ReadExtensions(ReadOnlySpan<byte> json, int maxDepth)
    {
        var element = Parse(json, "extensions", maxDepth);
        return element.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.Object => element,
            _ => throw Wrong("extensions", element, "an object"),
        };
    }

    private static JsonElement Parse(ReadOnlySpan<byte> json, string path, int maxDepth)
    {
        if (!Utf8.IsValid(json))
            throw new GraphQLResponseException($"'{path}' of the answer is not valid UTF-8.", path);
        try
        {
            var reader = new Utf8JsonReader(UnicodeEscapes.Mend(json), new JsonReaderOptions { MaxDepth = maxDepth });
            return JsonElement.ParseValue(ref reader);
        }
        catch (JsonException)
        {
            // Its message would repeat what the server wrote.
            throw new GraphQLResponseException($"'{path}' of the answer is not valid JSON, or nested too deep.", path);
        }
    }

    private static GraphQLError ReadError(JsonElement error, int index)
    {
        if (Text(error) is { } message)
            return new GraphQLError(message);
        if (error.ValueKind != JsonValueKind.Object)
            throw Wrong($"errors[{index}]", error, "an object");
        var extensions = Member(error, "extensions", JsonValueKind.Object);
        return new GraphQLError(Text(Member(error, "message", JsonValueKind.String)) ?? "The server gave no message.")
        {
            Locations = ReadLocations(Member(error, "locations", JsonValueKind.Array)),
            Path = ReadPath(Member(error, "path", JsonValueKind.Array)),
            Extensions = extensions,
        };
    }

    private static List<GraphQLErrorLocation> ReadLocations(JsonElement? locations)
    {
        var result = new List<GraphQLErrorLocation>();
        foreach (var location in locations?.EnumerateArray() ?? default)
        {
            if (location.ValueKind == JsonValueKind.Object && Number(location, "line") is { } line && Number(location, "column") is { } column)
                result.Add(new GraphQLErrorLocation(line, column));
        }

        return result;
    }

    private static List<GraphQLPathSegment> ReadPath(JsonElement? path)
    {
        var result = new List<GraphQLPathSegment>();
        foreach (var segment in path?.EnumerateArray() ?? default)
        {
            if (segment.ValueKind == JsonValueKind.Number && segment.TryGetInt32(out var index))
                result.Add(new GraphQLPathSegment(index));
            else if (Text(segment) is { } name)
                result.Add(new GraphQLPathSegment(name));
        }

        return result;
    }

    private static JsonElement? Member(JsonElement parent, string name, JsonValueKind kind) =>
        parent.TryGetProperty(name, out var value) && value.ValueKind == kind ? value : null;

    private static int? Number(JsonElement parent, string name) =>
        Member(parent, name, JsonValueKind.Number) is { } value && value.TryGetInt32(out var number) ? number : null;

    private static string? Text(JsonElement? value) => value is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    private static GraphQLResponseException Wrong(string path, JsonElement actual, string expected) => new(
        $"'{path}' of the answer holds {actual.ValueKind} where GraphQL has {expected}.", path);
}
