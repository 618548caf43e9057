using System.Globalization;
using System.Text.Json;

namespace Lathe.Json;

/// <summary>Reads and writes an error as responses have it (GraphQL specification, section 7.1.2): lenient in what does not matter.</summary>
internal static class ErrorJson
{
    /// <summary>Reads an error: an object, or its message alone; null for anything else.</summary>
    public static GraphQLError? Read(JsonElement error)
    {
        if (Text(error) is { } message)
            return new GraphQLError(message);
        if (error.ValueKind != JsonValueKind.Object)
            return null;
        var extensions = Member(error, "extensions", JsonValueKind.Object);
        return new GraphQLError(Text(Member(error, "message", JsonValueKind.String)) ?? "The server gave no message.")
        {
            Locations = ReadLocations(Member(error, "locations", JsonValueKind.Array)),
            Path = ReadPath(Member(error, "path", JsonValueKind.Array)),
            Extensions = extensions,
        };
    }

    public static void Write(Utf8JsonWriter writer, GraphQLError error)
    {
        writer.WriteStartObject();
        writer.WriteString("message"u8, error.Message);
        if (error.Locations.Count > 0)
            WriteLocations(writer, error.Locations);
        if (error.Path.Count > 0)
            WritePath(writer, error.Path);
        if (error.Extensions is { } extensions)
        {
            writer.WritePropertyName("extensions"u8);
            extensions.WriteTo(writer);
        }

        writer.WriteEndObject();
    }

    private static void WriteLocations(Utf8JsonWriter writer, IReadOnlyList<GraphQLErrorLocation> locations)
    {
        writer.WriteStartArray("locations"u8);
        foreach (var location in locations)
        {
            writer.WriteStartObject();
            writer.WriteNumber("line"u8, location.Line);
            writer.WriteNumber("column"u8, location.Column);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WritePath(Utf8JsonWriter writer, IReadOnlyList<GraphQLPathSegment> path)
    {
        writer.WriteStartArray("path"u8);
        foreach (var segment in path)
        {
            if (segment.Index is { } index)
                writer.WriteNumberValue(index);
            else
                writer.WriteStringValue(segment.Name);
        }

        writer.WriteEndArray();
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

    // A path of which a step is left out leads to another place, whose null would then have the error.
    private static List<GraphQLPathSegment> ReadPath(JsonElement? path)
    {
        var result = new List<GraphQLPathSegment>();
        foreach (var segment in path?.EnumerateArray() ?? default)
        {
            if (Index(segment) is { } index)
                result.Add(new GraphQLPathSegment(index));
            else if (Text(segment) is { } name)
                result.Add(Segment(name));
            else
                return [];
        }

        return result;
    }

    // Some servers write 1.0.
    private static int? Index(JsonElement segment) => segment.ValueKind != JsonValueKind.Number ? null
        : segment.TryGetInt32(out var index) ? index
        : segment.TryGetDouble(out var number) && number == (int)number ? (int)number
        : null;

    // No response key begins with a digit, and some servers write an index as text.
    private static GraphQLPathSegment Segment(string name) =>
        int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? new GraphQLPathSegment(index)
            : new GraphQLPathSegment(name);

    private static JsonElement? Member(JsonElement parent, string name, JsonValueKind kind) =>
        parent.TryGetProperty(name, out var value) && value.ValueKind == kind ? value : null;

    private static int? Number(JsonElement parent, string name) =>
        Member(parent, name, JsonValueKind.Number) is { } value && value.TryGetInt32(out var number) ? number : null;

    private static string? Text(JsonElement? value) => value is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
}
