using System.IO.Compression;
using System.Text;
using Lathe.Tests.Support;

namespace Lathe.Tests.Compression;

/// <summary>Streams of results whose compressed bytes are damaged, as those of one result.</summary>
public sealed class DamagedStreamTests
{
    [Theory]
    [InlineData("gzip", "text/event-stream")]
    [InlineData("br", "text/event-stream")]
    [InlineData("zstd", "text/event-stream")]
    [InlineData("gzip", "multipart/mixed;boundary=-")]
    [InlineData("br", "multipart/mixed;boundary=-")]
    [InlineData("deflate", "multipart/mixed;boundary=-")]
    [InlineData("zstd", "multipart/mixed;boundary=-")]
    public async Task DamagedBytesAreATypedException(string coding, string type)
    {
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            context.Response.ContentType = type;
            context.Response.Headers.ContentEncoding = coding;
            await context.Response.Body.WriteAsync(Enumerable.Range(0, 4000).Select(i => (byte)(i * 7919 >> 3)).ToArray());
        });
        await AssertDamagedAsync(server);
    }

    [Fact]
    public async Task AStreamThatIsDamagedLaterIsATypedExceptionToo()
    {
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            context.Response.ContentType = "text/event-stream";
            context.Response.Headers.ContentEncoding = "gzip";
            await using (var gzip = new GZipStream(context.Response.Body, CompressionLevel.Fastest, leaveOpen: true))
                await gzip.WriteAsync(Encoding.UTF8.GetBytes($"event: next\ndata: {MachinesOperation.TwoMachines}\n\n"));
            await context.Response.Body.WriteAsync(new byte[] { 0x1f, 0x8b, 8, 0, 1, 2, 3, 4, 5, 6, 0xff, 0xff, 0xff, 0xff });
        });
        await AssertDamagedAsync(server);
    }

    private static async Task AssertDamagedAsync(LoopbackServer server)
    {
        await using var client = TestClient.Create(server.Endpoint);
        var exception = await Assert.ThrowsAsync<GraphQLResponseException>(async () =>
        {
            await foreach (var result in client.Transport.SubscribeAsync(
                MachinesOperation.Deferred, cancellationToken: TestContext.Current.CancellationToken))
                Assert.NotNull(result.Data);
        });
        Assert.Equal("The answer to Machines is damaged: it can't be decompressed.", exception.Message);
    }
}
