using System.IO.Compression;
using System.Net.Sockets;
using System.Text;
using Lathe.Compression;
using Lathe.Tests.Support;

namespace Lathe.Tests.Transport;

/// <summary>After each randomly faulted answer there is a result or a typed exception, no buffer is lost, and the next call works.</summary>
public sealed class FaultTests
{
    private const int Faults = 10_000;
    private static readonly string[] s_encodings = ["gzip", "br", "zstd", "deflate"];
    private static readonly byte[] s_good = Encoding.UTF8.GetBytes(
        """{"data":{"machines":[{"name":"M\u00fcll \ud83d\ude00 é","number":1},{"name":"Lathe","number":-20,"x":[1,{"y":null}]}]},"errors":[{"message":"m","path":["a",1],"locations":[{"line":1,"column":2}],"extensions":{"code":"C"}}],"extensions":{"a":1.5e3}}""");

    [Fact]
    public async Task TenThousandFaultedAnswersGiveResultsOrTypedExceptions()
    {
        var seed = 20_261_123;
        var calls = 0;
        var pool = new CountingPool();
        await using var server = new FaultServer((stream, socket) =>
        {
            var number = Interlocked.Increment(ref calls);
            return AnswerAsync(stream, socket, new Random(seed + number), number);
        });
        using var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = System.Net.DecompressionMethods.All,
        };
        using var unpacking = new ZstdHandler { InnerHandler = handler };
        using var http = new HttpClient(unpacking);
        var transport = new HttpGraphQLTransport(
            http, new() { Endpoint = server.Endpoint, MaxResponseSize = 100_000, Timeout = TimeSpan.FromMinutes(2) }, "faults", null, null, pool);
        var outcomes = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < Faults; i++)
        {
            // Odd answers are faulted, even ones are good.
            var outcome = await OutcomeAsync(transport);
            outcomes[outcome] = outcomes.GetValueOrDefault(outcome) + 1;
            if (calls % 2 == 1)
                Assert.Equal("result", await OutcomeAsync(transport));
            await WaitForAsync(pool);
        }

        Assert.Equal(0, pool.Outstanding);
        Assert.True(pool.Rented > Faults);
        Assert.True(outcomes.Count >= 5, string.Join(", ", outcomes));
        Assert.True(outcomes["result"] > 100 && outcomes[nameof(GraphQLResponseException)] > 1000, string.Join(", ", outcomes));
    }

    [Fact]
    public async Task CancellationAtAnyMomentLosesNoBuffer()
    {
        var pool = new CountingPool();
        var random = new Random(7);
        await using var server = new FaultServer(async (stream, _) =>
        {
            await Task.Delay(random.Next(3));
            await stream.WriteAsync(Encoding.ASCII.GetBytes(FaultServer.Head(s_good.Length) + "\r\n\r\n"));
            await stream.WriteAsync(s_good.AsMemory(0, 20));
            await Task.Delay(random.Next(3));
            await stream.WriteAsync(s_good.AsMemory(20));
            return true;
        });
        using var http = new HttpClient();
        var transport = new HttpGraphQLTransport(http, new() { Endpoint = server.Endpoint }, "cancel", null, null, pool);
        var (canceled, finished) = (0, 0);
        for (var i = 0; i < 300 || ((canceled < 20 || finished < 20) && i < 5000); i++)
        {
            using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(random.Next(i < 300 ? 20 : 200)));
            try
            {
                await transport.SendAsync(MachinesOperation.Query, new TestVariables(("limit", i)), cancellationToken: cancel.Token);
                finished++;
            }
            catch (OperationCanceledException)
            {
                canceled++;
            }
        }

        await WaitForAsync(pool);
        Assert.Equal(0, pool.Outstanding);
        Assert.True(canceled >= 20 && finished >= 20, $"{canceled} canceled, {finished} finished");
        Assert.NotNull((await transport.SendAsync(MachinesOperation.Query, cancellationToken: TestContext.Current.CancellationToken)).Data);
    }

    private static async Task<string> OutcomeAsync(HttpGraphQLTransport transport)
    {
        try
        {
            var result = await transport.SendAsync(MachinesOperation.Query, cancellationToken: TestContext.Current.CancellationToken);
            Assert.NotNull(result.Errors);
            return "result";
        }
        catch (GraphQLTransportException exception)
        {
            Assert.NotEmpty(exception.Message);
            return exception.GetType().Name;
        }
    }

    // A connection that breaks may still be writing the request when the call ends.
    private static async Task WaitForAsync(CountingPool pool)
    {
        for (var i = 0; i < 200 && pool.Outstanding > 0; i++)
            await Task.Delay(5);
    }

    private static async Task<bool> AnswerAsync(Stream stream, Socket socket, Random random, int number)
    {
        if (number % 2 == 0)
        {
            await FaultServer.WriteAsync(stream, FaultServer.Head(s_good.Length), s_good);
            return true;
        }

        var body = Damage([.. s_good], random);
        switch (random.Next(12))
        {
            case 0:
                Reset(socket);
                return false;
            case 1:
                await FaultServer.WriteAsync(stream, FaultServer.Head(body.Length + 10), body);
                Reset(socket);
                return false;
            case 2:
                await FaultServer.WriteAsync(stream, FaultServer.Head(body.Length + random.Next(1, 100)), body);
                return false;
            case 3:
                await FaultServer.WriteAsync(
                    stream, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked", "ff\r\n{\"data\""u8);
                return false;
            case 4:
                await FaultServer.WriteAsync(stream, FaultServer.Head(body.Length, "\r\nContent-Encoding: " + s_encodings[random.Next(4)]), body);
                return true;
            case 5:
                var encoding = s_encodings[random.Next(4)];
                var packed = Damage(Pack(body, encoding), random);
                await FaultServer.WriteAsync(stream, FaultServer.Head(packed.Length, "\r\nContent-Encoding: " + encoding), packed);
                return true;
            case 6:
                // Bytes behind an answer that has no body would be the next answer's, so the connection is not kept.
                await FaultServer.WriteAsync(
                    stream,
                    $"HTTP/1.1 {random.Next(200, 600)} Odd\r\nContent-Type: text/{random.Next()}\r\nConnection: close\r\nContent-Length: "
                        + $"{body.Length}",
                    body);
                return false;
            case 7:
                await FaultServer.WriteAsync(stream, FaultServer.Head(2_000_000_000), body);
                return false;
            case 8:
                await FaultServer.WriteAsync(stream, "HTTP/1.1 20x nonsense", body);
                return false;
            default:
                await FaultServer.WriteAsync(stream, FaultServer.Head(body.Length), body);
                return true;
        }
    }

    private static byte[] Damage(byte[] body, Random random)
    {
        for (var times = random.Next(1, 4); times > 0 && body.Length > 1; times--)
        {
            var at = random.Next(body.Length);
            switch (random.Next(6))
            {
                case 0:
                    body[at] = (byte)random.Next(256);
                    break;
                case 1:
                    body = body[..at];
                    break;
                case 2:
                    body = [.. body, .. body.AsSpan(at)];
                    break;
                case 3:
                    body = [.. body.AsSpan(0, at), .. "[[{\"data\":\""u8, .. body.AsSpan(at)];
                    break;
                case 4:
                    body[at] = (byte)"{}[]\",:0n"[random.Next(9)];
                    break;
                default:
                    body = [.. body.AsSpan(0, at), .. body.AsSpan(Math.Min(body.Length, at + random.Next(20)))];
                    break;
            }
        }

        return body;
    }

    private static byte[] Pack(byte[] body, string encoding)
    {
        using var packed = new MemoryStream();
        using (Stream stream = encoding switch
        {
            "gzip" => new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true),
            "br" => new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true),
            "zstd" => new ZstdSharp.CompressionStream(packed, leaveOpen: true),
            _ => new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true),
        })
            stream.Write(body);
        return packed.ToArray();
    }

    private static void Reset(Socket socket)
    {
        socket.LingerState = new LingerOption(true, 0);
        socket.Close();
    }
}
