using System.Diagnostics;
using System.Text;
using Lathe.Compression;
using Lathe.Tests.Support;
using Microsoft.AspNetCore.Http;
using ZstdSharp;
using ZstdSharp.Unsafe;

namespace Lathe.Tests.Compression;

/// <summary>zstd answers that are whole, cut, damaged, or ask for more than they should.</summary>
[Collection(RunsAlone.Name)]
public sealed class ZstdTests
{
    private static readonly byte[] s_text = Encoding.UTF8.GetBytes(MachinesOperation.Machines(200));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AnAnswerThatIsCutAnywhereIsDamaged()
    {
        var packed = Pack(s_text);
        for (var length = 1; length < packed.Length; length++)
            await Assert.ThrowsAsync<InvalidDataException>(() => UnpackAsync(packed.AsMemory(0, length)));
        Assert.Equal(s_text, await UnpackAsync(packed));
        Assert.Empty(await UnpackAsync(default));
    }

    [Fact]
    public async Task ADamagedByteGivesDamagedDataOrAnExceptionThatSaysSo()
    {
        var (packed, damaged) = (Pack(s_text, checksum: true), 0);
        for (var at = 0; at < packed.Length; at++)
        {
            byte[] copy = [.. packed];
            copy[at] ^= 0x41;
            try
            {
                // A byte of the header may change what need not be checked, but never the text.
                Assert.Equal(s_text, await UnpackAsync(copy));
            }
            catch (InvalidDataException)
            {
                damaged++;
            }
        }

        Assert.True(damaged > packed.Length * 9 / 10, $"{damaged} of {packed.Length}");
    }

    [Theory]
    [InlineData(23, true)]
    [InlineData(24, false)]
    [InlineData(27, false)]
    public async Task AWindowBeyond8MBIsRefused(int windowLog, bool allowed)
    {
        var packed = Pack(s_text, windowLog);
        if (allowed)
        {
            Assert.Equal(s_text, await UnpackAsync(packed));
            return;
        }

        await using var server = await LoopbackServer.StartAsync(context => ReplyAsync(context, packed));
        await using var client = TestClient.Create(server.Endpoint);
        var exception = await Assert.ThrowsAsync<GraphQLResponseException>(() => client.MachinesAsync());
        Assert.Equal("The answer to Machines is damaged: it can't be decompressed.", exception.Message);
        Assert.IsType<InvalidDataException>(exception.InnerException);
    }

    [Fact]
    public async Task FramesThatFollowEachOtherAreOneText()
    {
        byte[] packed = [.. Pack(s_text), .. "\u0050\u002a\u004d\u0018\u0002\0\0\0xx"u8, .. Pack(s_text)];
        byte[] twice = [.. s_text, .. s_text];
        Assert.Equal(twice, await UnpackAsync(packed));
    }

    [Fact]
    public async Task ACallThatNamesItsOwnEncodingsDoesNotAskForZstd()
    {
        await using var server = await LoopbackServer.StartAsync(MachinesOperation.TwoMachines);
        await using var client = TestClient.Create(server.Endpoint);
        await client.MachinesAsync(new() { Headers = { new("Accept-Encoding", "identity") } });
        Assert.DoesNotContain("zstd", Assert.Single(server.Received).Headers.AcceptEncoding.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task EventsComeThroughAsTheyAreFlushed()
    {
        var received = new SemaphoreSlim(0);
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            context.Response.ContentType = "text/event-stream";
            context.Response.Headers.ContentEncoding = "zstd";
            await using var stream = new CompressionStream(context.Response.Body, leaveOpen: true);
            for (var i = 0; i < 3; i++)
            {
                await stream.WriteAsync(Encoding.UTF8.GetBytes("event: next\ndata: " + MachinesOperation.Machines(i) + "\n\n"));
                await stream.FlushAsync();
                // The next one waits for the client to have this one.
                Assert.True(await received.WaitAsync(TimeSpan.FromSeconds(10)));
            }

            await stream.WriteAsync("event: complete\n\n"u8.ToArray());
        });
        await using var client = TestClient.Create(server.Endpoint);
        var counts = new List<int>();
        await foreach (var result in client.Transport.SubscribeAsync(MachinesOperation.Subscription, cancellationToken: Stop))
        {
            counts.Add(result.RequireData().Machines.Count);
            received.Release();
        }

        Assert.Equal([0, 1, 2], counts);
    }

    [Fact]
    public async Task NativeMemoryIsGivenBackWhenAnswersAreCut()
    {
        // Each of these takes a window of 8 MB to undo, and is cut in the middle: kept, they would be 3 GB.
        var packed = Pack(Enumerable.Range(0, 12_000_000).Select(static i => (byte)(i * 7919 >> 5)).ToArray(), windowLog: 23);
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            context.Response.ContentLength = packed.Length;
            await ReplyAsync(context, packed.AsMemory(0, packed.Length - 10));
            context.Abort();
        });
        await using var client = TestClient.Create(server.Endpoint);
        await FailAsync(client, 10);
        var before = Memory();
        await FailAsync(client, 400);
        Assert.True(Memory() - before < 1_000, $"{Memory() - before} MB more after 400 answers");
    }

    private static async Task FailAsync(TestClient client, int times)
    {
        for (var i = 0; i < times; i++)
            await Assert.ThrowsAnyAsync<GraphQLTransportException>(() => client.MachinesAsync());
    }

    private static long Memory()
    {
        using var process = Process.GetCurrentProcess();
        return process.PrivateMemorySize64 >> 20;
    }

    private static byte[] Pack(byte[] text, int windowLog = 0, bool checksum = false)
    {
        using var packed = new MemoryStream();
        using (var stream = new CompressionStream(packed, leaveOpen: true))
        {
            stream.SetParameter(ZSTD_cParameter.ZSTD_c_windowLog, windowLog);
            stream.SetParameter(ZSTD_cParameter.ZSTD_c_checksumFlag, checksum ? 1 : 0);
            stream.Write(text);
        }

        return packed.ToArray();
    }

    private static async Task<byte[]> UnpackAsync(ReadOnlyMemory<byte> packed)
    {
        using var stream = new ZstdStream(new MemoryStream(packed.ToArray()));
        using var text = new MemoryStream();
        await stream.CopyToAsync(text, Stop);
        return text.ToArray();
    }

    private static async Task ReplyAsync(HttpContext context, ReadOnlyMemory<byte> packed)
    {
        context.Response.ContentType = "application/json";
        context.Response.Headers.ContentEncoding = "zstd";
        await context.Response.Body.WriteAsync(packed);
        await context.Response.Body.FlushAsync();
    }
}
