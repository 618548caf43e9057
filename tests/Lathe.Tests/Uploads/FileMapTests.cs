using System.Buffers;
using System.Text;
using System.Text.Json;
using Lathe.Requests;
using Lathe.Tests.Support;
using Lathe.Uploads;

namespace Lathe.Tests.Uploads;

/// <summary>Where the files of a request are in its variables.</summary>
public sealed class FileMapTests
{
    private static readonly GraphQLFile s_a = GraphQLFile.FromBytes(new byte[] { 1 }, "a");
    private static readonly GraphQLFile s_b = GraphQLFile.FromBytes(new byte[] { 2 }, "b");

    [Fact]
    public void PathsLeadToEachPlace()
    {
        var (map, json) = Write(writer =>
        {
            writer.WriteStartObject();
            writer.WriteNull("none");
            writer.WritePropertyName("file");
            Put(writer, s_a);
            writer.WriteStartArray("list");
            writer.WriteNullValue();
            Put(writer, s_b);
            writer.WriteNullValue();
            writer.WriteStartObject();
            writer.WriteString("x", "null, \"null\"");
            writer.WritePropertyName("ü");
            Put(writer, s_a);
            writer.WriteEndObject();
            writer.WriteStartArray();
            Put(writer, s_b);
            writer.WriteEndArray();
            writer.WriteEndArray();
            writer.WriteNull("last");
            writer.WriteEndObject();
        });
        Assert.Equal("""{"0":["variables.file","variables.list.3.\u00FC"],"1":["variables.list.1","variables.list.4.0"]}""", map);
        Assert.Equal("""{"none":null,"file":null,"list":[null,null,null,{"x":"null, \"null\"","ü":null},[null]],"last":null}""", json);
    }

    [Fact]
    public void WithoutFilesThereIsNoMap() => Assert.Null(Write(static writer =>
    {
        writer.WriteStartObject();
        writer.WriteNull("none");
        writer.WriteEndObject();
    }).Map);

    [Fact]
    public void ATransportThatHasNoFilesRefusesThem()
    {
        var pool = new CountingPool();
        var exception = Assert.Throws<GraphQLUploadException>(
            () => RequestWriter.Write(pool, MachinesOperation.Query, new Variables(static writer => Put(writer, s_a)), RequestForm.Text));
        Assert.Contains("WebSockets", exception.Message, StringComparison.Ordinal);
        Assert.Equal(0, pool.Outstanding);
        using var json = new Utf8JsonWriter(new MemoryStream());
        Assert.Throws<GraphQLUploadException>(() => Put(json, s_a));
    }

    private static void Put(Utf8JsonWriter writer, GraphQLFile file) => Write<GraphQLFile>(writer, file);

    private static void Write<T>(Utf8JsonWriter writer, T value)
        where T : IScalarConverter<T> => T.Write(writer, value);

    private static (string? Map, string Json) Write(Action<Utf8JsonWriter> write)
    {
        using var body = RequestWriter.Write(ArrayPool<byte>.Shared, MachinesOperation.Query, new Variables(write), RequestForm.Text, out var files);
        var text = Encoding.UTF8.GetString(body.Span);
        var variables = text[(text.IndexOf("\"variables\":", StringComparison.Ordinal) + 12)..^1];
        return (files is null ? null : Encoding.UTF8.GetString(((FileMap)files).ToJson()), variables);
    }

    internal sealed class Variables(Action<Utf8JsonWriter> write) : IGraphQLVariables
    {
        public void WriteTo(Utf8JsonWriter writer) => write(writer);
    }
}
