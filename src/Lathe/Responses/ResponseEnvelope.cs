using System.Text.Json;
using Lathe.Json;

namespace Lathe.Responses;

/// <summary>Reads <c>{"data":..., "errors":[...], "extensions":{...}}</c> in any order (GraphQL specification, section 7.1).</summary>
internal ref struct ResponseEnvelope<TData>
    where TData : class
{
    private const int DataMember = 0;
    private const int ErrorsMember = 1;
    private const int ExtensionsMember = 2;

    private readonly ReadOnlySpan<byte> _json;
    private readonly int _maxDepth;
    private ulong _seen;

    private ResponseEnvelope(ReadOnlySpan<byte> json, int maxDepth)
    {
        _json = json;
        _maxDepth = maxDepth;
    }

    public TData? Data { get; private set; }

    public IReadOnlyList<GraphQLError>? Errors { get; private set; }

    public JsonElement? Extensions { get; private set; }

    /// <summary>Reads a whole answer.</summary>
    /// <param name="readData">Reads <c>data</c> when it is not null.</param>
    /// <param name="json">The answer. Nothing of it is kept.</param>
    /// <param name="maxDepth">How deep it may nest.</param>
    /// <exception cref="GraphQLReadException">The answer is not what the operation asks for.</exception>
    /// <exception cref="GraphQLResponseException">The answer is JSON, but no GraphQL response.</exception>
    public static ResponseEnvelope<TData> Read(JsonRead<TData> readData, ReadOnlySpan<byte> json, int maxDepth)
    {
        if (json.StartsWith("\uFEFF"u8))
            json = json[3..];
        var first = json.IndexOfAnyExcept(" \t\r\n"u8);
        if (first >= 0 && json[first] == (byte)'[')
            throw new GraphQLResponseException("The answer is a JSON array, as servers answer batches, and not one response.", null);
        var envelope = new ResponseEnvelope<TData>(json, maxDepth);
        var cursor = new JsonCursor(json, maxDepth);
        var names = ResponseMembers.Names;
        var name = cursor.TryStartObject("{\"data\":"u8) ? DataMember : cursor.StartObject(names);
        for (; name != JsonNames.End; name = cursor.NextName(names, envelope._seen))
            envelope.ReadMember(ref cursor, name, readData);
        cursor.ReadEndOfDocument();
        if ((envelope._seen & 0b11) == 0)
            throw new GraphQLResponseException(
                "The answer is a JSON object with neither 'data' nor 'errors'. Is the endpoint a GraphQL server's?", null);
        return envelope;
    }

    private void ReadMember(ref JsonCursor cursor, int name, JsonRead<TData> readData)
    {
        if (name >= 0 && (_seen & (1UL << name)) != 0)
            throw new GraphQLResponseException($"The answer has '{ResponseMembers.Names.GetText(name)}' twice.", ResponseMembers.Names.GetText(name));
        switch (name)
        {
            case DataMember:
                Data = cursor.TryReadNull() ? null : readData(ref cursor);
                break;
            case ErrorsMember:
                Errors = ErrorReader.ReadErrors(Skip(ref cursor), _maxDepth);
                break;
            case ExtensionsMember:
                Extensions = ErrorReader.ReadExtensions(Skip(ref cursor), _maxDepth);
                break;
            default:
                cursor.SkipValue();
                return;
        }

        _seen |= 1UL << name;
    }

    private readonly ReadOnlySpan<byte> Skip(ref JsonCursor cursor)
    {
        var start = cursor.Position;
        cursor.SkipValue();
        return _json[start..cursor.Position];
    }
}

internal static class ResponseMembers
{
    public static readonly JsonNames Names = new("data errors extensions"u8);
}
