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

    /// <summary>Writes the first message, in the client's header and scheme for the key.</summary>
    public static PooledBytes Init(ArrayPool<byte> pool, BearerToken? key, SocketKeyForm form)
    {
        if (key is null || form.Shape == GraphQLConnectionKeyShape.None)
            return Concat(pool, """{"type":"connection_init"}"""u8, [], []);
        var value = key.HeaderFor(form.Scheme);
        // Large enough that the array never grows and leaves the key behind. An escaped character takes six bytes.
        var text = new ArrayBufferWriter<byte>(128 + (6 * (form.Header.Length + value.Length)));
        using (var json = new Utf8JsonWriter(text))
            WriteInit(json, form, value);
        var message = Concat(pool, text.WrittenSpan, [], [], isSecret: true);
        text.Clear();
        return message;
    }

    private static void WriteInit(Utf8JsonWriter json, SocketKeyForm form, string value)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "connection_init"u8);
        json.WriteStartObject("payload"u8);
        if (form.Shape == GraphQLConnectionKeyShape.Headers)
            json.WriteStartObject("headers"u8);
        json.WriteString(form.Header, value);
        if (form.Shape == GraphQLConnectionKeyShape.Headers)
            json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static PooledBytes Concat(
        ArrayPool<byte> pool, ReadOnlySpan<byte> start, ReadOnlySpan<byte> middle, ReadOnlySpan<byte> end, bool isSecret = false)
    {
        var length = start.Length + middle.Length + end.Length;
        var array = pool.Rent(length);
        start.CopyTo(array);
        middle.CopyTo(array.AsSpan(start.Length));
        end.CopyTo(array.AsSpan(start.Length + middle.Length));
        return new PooledBytes(pool, array, length, isSecret);
    }
}
