using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Lathe.Buffers;

namespace Lathe.WebSockets;

/// <summary>Writes the messages of a client into rented arrays.</summary>
internal static class SocketMessageWriter
{
    public static PooledBytes Subscribe(ArrayPool<byte> pool, long id, ReadOnlySpan<byte> payload) =>
        Concat(pool, Encoding.UTF8.GetBytes($$"""{"id":"{{id.ToString(CultureInfo.InvariantCulture)}}","type":"subscribe","payload":"""), payload, "}"u8);

    public static PooledBytes Complete(ArrayPool<byte> pool, long id) =>
        Concat(pool, Encoding.UTF8.GetBytes($$"""{"id":"{{id.ToString(CultureInfo.InvariantCulture)}}","type":"complete"}"""), [], []);

    public static PooledBytes Ping(ArrayPool<byte> pool) => Concat(pool, """{"type":"ping"}"""u8, [], []);

    public static PooledBytes Pong(ArrayPool<byte> pool) => Concat(pool, """{"type":"pong"}"""u8, [], []);

    public static PooledBytes Init(ArrayPool<byte> pool, BearerToken? key, GraphQLConnectionKeyShape shape)
    {
        if (key is null || shape == GraphQLConnectionKeyShape.None)
            return Concat(pool, """{"type":"connection_init"}"""u8, [], []);
        var (before, value, after) = shape switch
        {
            GraphQLConnectionKeyShape.Authorization => ("{\"Authorization\":\"", key.Header, "\"}"),
            GraphQLConnectionKeyShape.Headers => ("{\"headers\":{\"Authorization\":\"", key.Header, "\"}}"),
            _ => ("{\"headers\":{\"x-hasura-admin-secret\":\"", key.Value, "\"}}"),
        };
        var payload = Encoding.UTF8.GetBytes(before + JsonEncodedText.Encode(value) + after);
        var message = Concat(pool, """{"type":"connection_init","payload":"""u8, payload, "}"u8);
        Array.Clear(payload);
        return message;
    }

    private static PooledBytes Concat(ArrayPool<byte> pool, ReadOnlySpan<byte> start, ReadOnlySpan<byte> middle, ReadOnlySpan<byte> end)
    {
        var length = start.Length + middle.Length + end.Length;
        var array = pool.Rent(length);
        start.CopyTo(array);
        middle.CopyTo(array.AsSpan(start.Length));
        end.CopyTo(array.AsSpan(start.Length + middle.Length));
        return new PooledBytes(pool, array, length);
    }
}
