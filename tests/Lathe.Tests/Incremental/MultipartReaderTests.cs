using System.Text;
using Lathe.Headers;
using Lathe.Incremental;
using Lathe.Tests.Support;

namespace Lathe.Tests.Incremental;

public sealed class MultipartReaderTests
{
    private const string Parts = "preamble, to be ignored\r\n--b1\r\nContent-Type: application/json\r\n\r\n{\"a\":\"--b1 is no delimiter\"}\r\n"
        + "--b1 \t\r\n\r\n{\"no\":\"headers\"}\r\n--b\r\n--b1\n\n{\"line\":\n\"feeds\"}\n--b1\r\n\r\n\r\n--b1\r\nX: y\n\n{}\r\n--b1--\r\nepilogue "
        + "--b1";

    [Fact]
    public async Task PartsArePutTogetherFromPiecesOfAnySize()
    {
        foreach (var size in new[] { 1, 2, 3, 5, 7, 64, 4096 })
        {
            var (bodies, isClosed) = await ReadAsync(Parts, "b1", size);
            Assert.Equal(["{\"a\":\"--b1 is no delimiter\"}", "{\"no\":\"headers\"}\r\n--b", "{\"line\":\n\"feeds\"}", "{}"], bodies);
            Assert.True(isClosed);
        }
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("no delimiter at all", 0)]
    [InlineData("---\r\n\r\n{}\r\n", 0)]
    [InlineData("---\r\n\r\n{}\r\n---", 1)]
    [InlineData("---\r\n\r\n{}\r\n----", 1)]
    [InlineData("---\r\n\r\n{}\r\n---\r\n", 1)]
    public async Task AnAnswerThatIsCutIsNotClosed(string text, int count)
    {
        var (bodies, isClosed) = await ReadAsync(text, "-", 3);
        Assert.Equal(count, bodies.Count);
        Assert.False(isClosed);
    }

    [Fact]
    public async Task ALargePartGrowsTheBuffer()
    {
        var large = new string('x', 300_000);
        var (bodies, isClosed) = await ReadAsync("-----\r\n\r\n" + large + "\r\n-----\r\n\r\n{}\r\n-------", "---", 4096);
        Assert.Equal([large, "{}"], bodies);
        Assert.True(isClosed);
    }

    [Theory]
    [InlineData("multipart/mixed; boundary=\"a-b\"; deferSpec=20220824", "a-b")]
    [InlineData("multipart/mixed;deferSpec=20220824;Boundary=x", "x")]
    [InlineData("multipart/mixed", "-")]
    [InlineData("multipart/mixed; boundary=", "-")]
    public void TheBoundaryIsThatOfTheMediaType(string type, string boundary) => Assert.Equal(boundary, MediaTypes.Boundary(type));

    [Fact]
    public async Task AfterEachDamagedAnswerThereIsAResultOrATypedExceptionAndNoBufferIsLost()
    {
        const string Good = "\r\n---\r\nContent-Type: "
            + "application/json\r\n\r\n{\"data\":{\"machines\":[{\"name\":\"Mill\"}]},\"pending\":[{\"id\":\"0\","
            + "\"path\":[\"machines\",0]}],\"hasNext\":true}\r\n---\r\n\r\n"
            + "{\"incremental\":[{\"id\":\"0\",\"data\":{\"number\":1},\"errors\":[{\"message\":\"\\u00e9\"}]}],"
            + "\"completed\":[{\"id\":\"0\"}],\"hasNext\":false}\r\n-----\r\n";
        var pool = new CountingPool();
        var random = new Random(42);
        await using var server = new FaultServer(async (stream, _) =>
        {
            var body = Damage(Encoding.UTF8.GetBytes(Good), random);
            await FaultServer.WriteAsync(
                stream, $"HTTP/1.1 200 OK\r\nContent-Type: multipart/mixed; boundary=-\r\nContent-Length: {body.Length}", body);
            return true;
        });
        using var http = new HttpClient();
        var transport = new HttpGraphQLTransport(http, new() { Endpoint = server.Endpoint }, "parts", null, null, pool);
        var outcomes = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < 3000; i++)
        {
            var outcome = await OutcomeAsync(transport);
            outcomes[outcome] = outcomes.GetValueOrDefault(outcome) + 1;
        }

        for (var i = 0; i < 200 && pool.Outstanding > 0; i++)
            await Task.Delay(5, TestContext.Current.CancellationToken);
        Assert.Equal(0, pool.Outstanding);
        Assert.True(outcomes["result"] > 100 && outcomes[nameof(GraphQLResponseException)] > 500, string.Join(", ", outcomes));
    }

    private static async Task<string> OutcomeAsync(HttpGraphQLTransport transport)
    {
        try
        {
            await transport.SendAsync(MachinesOperation.Deferred, cancellationToken: TestContext.Current.CancellationToken);
            return "result";
        }
        catch (GraphQLTransportException exception)
        {
            return exception.GetType().Name;
        }
    }

    private static byte[] Damage(byte[] body, Random random)
    {
        var at = random.Next(body.Length);
        switch (random.Next(4))
        {
            case 0:
                body[at] = (byte)random.Next(256);
                return body;
            case 1:
                return body[..at];
            case 2:
                return [.. body, .. body.AsSpan(at)];
            default:
                body[at] = (byte)"{}[]\",:0n-\n"[random.Next(11)];
                return body;
        }
    }

    private static async Task<(List<string> Bodies, bool IsClosed)> ReadAsync(string text, string boundary, int size)
    {
        var pool = new CountingPool();
        var bodies = new List<string>();
        using var stream = new PieceStream(Encoding.UTF8.GetBytes(text), size);
        bool isClosed;
        using (var reader = new MultipartReader(stream, boundary, pool, 1_000_000, "x"))
        {
            while (await reader.ReadAsync(TestContext.Current.CancellationToken) is { } body)
                bodies.Add(Encoding.UTF8.GetString(body.Span).TrimEnd());
            isClosed = reader.IsClosed;
        }

        Assert.Equal(0, pool.Outstanding);
        return (bodies, isClosed);
    }
}
