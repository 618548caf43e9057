using System.Buffers.Text;
using System.Text.Json;

namespace Lathe.WebSockets;

/// <summary>Reads the envelope of a message: <c>{"id":"1","type":"next","payload":...}</c> in any order.</summary>
internal static class SocketMessageParser
{
    /// <summary>Reads a message; its type is <see cref="SocketMessageType.Invalid"/> when the protocol has no such message.</summary>
    public static SocketMessage Parse(byte[] array, int length, int maxDepth)
    {
        try
        {
            return Read(array, length, maxDepth);
        }
        catch (JsonException)
        {
            return new(array, SocketMessageType.Invalid, 0, 0, 0);
        }
    }

    private static SocketMessage Read(byte[] array, int length, int maxDepth)
    {
        var reader = new Utf8JsonReader(array.AsSpan(0, length), new JsonReaderOptions { MaxDepth = maxDepth + 1 });
        var (type, id, start, size, payload, seen) = (SocketMessageType.Invalid, 0L, 0, 0, JsonTokenType.None, 0);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            return new(array, SocketMessageType.Invalid, 0, 0, 0);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var member = reader.ValueTextEquals("type"u8) ? 1 : reader.ValueTextEquals("id"u8) ? 2 : reader.ValueTextEquals("payload"u8) ? 4 : 0;
            if ((seen & member) != 0)
                return new(array, SocketMessageType.Invalid, 0, 0, 0);
            seen |= member;
            reader.Read();
            if (member == 1 && reader.TokenType == JsonTokenType.String)
                type = TypeOf(ref reader);
            else if (member == 2)
                id = IdOf(ref reader);
            else if (member == 4)
                (start, payload) = ((int)reader.TokenStartIndex, reader.TokenType);
            reader.Skip();
            if (member == 4)
                size = (int)reader.BytesConsumed - start;
        }

        // Nothing may follow the object.
        reader.Read();
        return new(array, IsWhole(type, id, payload) ? type : SocketMessageType.Invalid, id, start, size);
    }

    private static bool IsWhole(SocketMessageType type, long id, JsonTokenType payload) => type switch
    {
        SocketMessageType.Next => id > 0 && payload == JsonTokenType.StartObject,
        SocketMessageType.Error => id > 0 && payload == JsonTokenType.StartArray,
        SocketMessageType.Complete => id > 0,
        _ => payload is JsonTokenType.None or JsonTokenType.Null or JsonTokenType.StartObject,
    };

    private static SocketMessageType TypeOf(ref Utf8JsonReader reader) =>
        reader.ValueTextEquals("next"u8) ? SocketMessageType.Next
        : reader.ValueTextEquals("complete"u8) ? SocketMessageType.Complete
        : reader.ValueTextEquals("ping"u8) ? SocketMessageType.Ping
        : reader.ValueTextEquals("pong"u8) ? SocketMessageType.Pong
        : reader.ValueTextEquals("error"u8) ? SocketMessageType.Error
        : reader.ValueTextEquals("connection_ack"u8) ? SocketMessageType.Ack
        : reader.ValueTextEquals("connection_error"u8) ? SocketMessageType.Refusal
        : SocketMessageType.Invalid;

    // Ids are ours: digits, never escaped.
    private static long IdOf(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String
        && Utf8Parser.TryParse(reader.ValueSpan, out long id, out var used) && used == reader.ValueSpan.Length ? id : 0;
}
