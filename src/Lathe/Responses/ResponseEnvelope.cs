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
    private readonly BearerToken? _sent;
    private ulong _seen;
    private int _dataAt;

    private ResponseEnvelope(ReadOnlySpan<byte> json, int maxDepth, BearerToken? sent)
    {
        _json = json;
        _maxDepth = maxDepth;
        _sent = sent;
    }

    public TData? Data { get; private set; }

    /// <summary>Gets the errors, without the key should it be in one; null when there are none.</summary>
    public IReadOnlyList<GraphQLError>? Errors { get; private set; }

    public JsonElement? Extensions { get; private set; }

    /// <summary>Reads a whole answer.</summary>
    /// <param name="readData">Reads <c>data</c> when it is not null.</param>
    /// <param name="json">The answer. Nothing of it is kept.</param>
    /// <param name="maxDepth">How deep it may nest.</param>
    /// <param name="sent">The key that was sent, or null.</param>
    /// <exception cref="GraphQLReadException">The answer is not what the operation asks for.</exception>
    /// <exception cref="GraphQLResponseException">The answer is JSON, but no GraphQL response.</exception>
    public static ResponseEnvelope<TData> Read(JsonRead<TData> readData, ReadOnlySpan<byte> json, int maxDepth, BearerToken? sent = null)
    {
        if (json.StartsWith("\uFEFF"u8))
            json = json[3..];
        var first = json.IndexOfAnyExcept(" \t\r\n"u8);
        if (first >= 0 && json[first] == (byte)'[')
            throw new GraphQLResponseException("The answer is a JSON array, as servers answer batches, and not one response.", null);
        var envelope = new ResponseEnvelope<TData>(json, maxDepth, sent);
        var cursor = new JsonCursor(json, maxDepth);
        var names = ResponseMembers.Names;
        var name = cursor.TryStartObject("{\"data\":"u8) ? DataMember : cursor.StartObject(names);
        for (; name != JsonNames.End; name = cursor.NextName(names, envelope._seen))
            envelope.ReadMember(ref cursor, name, readData);
        cursor.ReadEndOfDocument();
        if (cursor.IsAskedForErrors)
            envelope.JoinErrors(cursor, readData);
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
                if (cursor.TryReadNull())
                    break;
                _dataAt = cursor.Position;
                Data = readData(ref cursor);
                break;
            case ErrorsMember:
                Errors = HttpFailureReader.Erase(ErrorReader.ReadErrors(Skip(ref cursor), _maxDepth), _sent);
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

    private void JoinErrors(JsonCursor first, JsonRead<TData> readData)
    {
        if (Errors is not { Count: > 0 } errors)
        {
            first.RefuseUnexplainedNulls();
            return;
        }

        var cursor = first.Again(_dataAt, ErrorPlaces.Find(_json, _dataAt, errors, _maxDepth));
        Data = readData(ref cursor);
        if (cursor.Thrown is not null)
            Data = null;
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
