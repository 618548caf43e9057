using System.Text.Json;
using System.Text.Unicode;
using Lathe.Json;

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
        {
            errors[index] = ErrorJson.Read(error) ?? throw Wrong($"errors[{index}]", error, "an object");
            index++;
        }

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

    private static GraphQLResponseException Wrong(string path, JsonElement actual, string expected) => new(
        $"'{path}' of the answer holds {actual.ValueKind} where GraphQL has {expected}.", path);
}
