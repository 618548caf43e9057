using System.Text;
using System.Text.Json;
using Lathe.Json;

namespace Lathe.Tests.Json;

/// <summary>Reads one value by the cursor, and gives what a writer writes.</summary>
internal static class JsonText
{
    public static T Read<T>(string text, JsonRead<T> read)
    {
        var cursor = new JsonCursor(Encoding.UTF8.GetBytes(text));
        var value = read(ref cursor);
        cursor.ReadEndOfDocument();
        return value;
    }

    public static GraphQLReadException Failure<T>(string text, JsonRead<T> read) => Assert.Throws<GraphQLReadException>(() => Read(text, read));

    public static string Write(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
            write(writer);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>Gives the object whose members are written.</summary>
    public static string Members(Action<InputWriter> write) => Write(writer => new InputWriter(writer).WriteValue(new Input(write)));

    public static JsonElement Element(string text) => JsonSerializer.Deserialize<JsonElement>(text);

    private sealed class Input(Action<InputWriter> write) : IGraphQLInput
    {
        public void WriteMembers(InputWriter json) => write(json);
    }
}
