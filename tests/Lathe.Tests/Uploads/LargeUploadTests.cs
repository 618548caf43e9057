using System.Net;
using System.Net.Sockets;
using System.Text;
using Lathe.Tests.Support;

namespace Lathe.Tests.Uploads;

[Collection(RunsAlone.Name)]
public sealed class LargeUploadTests
{
    private const long Length = 1L << 30;

    private static ReadOnlySpan<byte> End => "0\r\n\r\n"u8;

    [Fact]
    public async Task AGigabyteTakesLessThanAMegabyteOfManagedMemory()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var received = ReceiveAsync(listener);
        using var http = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
        var address = new Uri($"http://localhost:{((IPEndPoint)listener.LocalEndpoint).Port}/");
        var transport = new HttpGraphQLTransport(http, new GraphQLClientOptions { Endpoint = address, Timeout = TimeSpan.FromMinutes(5) });
        await transport.SendAsync(MachinesOperation.Query, null, null, TestContext.Current.CancellationToken);
        var file = GraphQLFile.FromStream(new ZeroStream(Length), "zeros");
        var before = GC.GetTotalAllocatedBytes(precise: true);
        await transport.SendAsync(MachinesOperation.Mutation, UploadTests.With(file), null, TestContext.Current.CancellationToken);
        var allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
        Assert.True(await received > Length);
        Assert.True(allocated < 1_000_000, $"{allocated:N0} bytes were allocated.");
    }

    // Two requests on one connection: a small one with a length, then the large one in chunks.
    private static async Task<long> ReceiveAsync(TcpListener listener)
    {
        using var socket = await listener.AcceptSocketAsync();
        const string Body = MachinesOperation.TwoMachines;
        var answer = Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {Body.Length}\r\n\r\n{Body}");
        var buffer = new byte[256 * 1024];
        while (!EndsIn(buffer, await socket.ReceiveAsync(buffer.AsMemory()), "}"u8))
        {
        }

        await socket.SendAsync(answer);
        // The end may come in pieces.
        var (total, tail, read) = (0L, new byte[End.Length], 0);
        do
        {
            read = await socket.ReceiveAsync(buffer.AsMemory());
            total += read;
            var kept = Math.Min(read, tail.Length);
            tail.AsSpan(kept).CopyTo(tail);
            buffer.AsSpan(read - kept, kept).CopyTo(tail.AsSpan(tail.Length - kept));
        }
        while (read > 0 && !tail.AsSpan().SequenceEqual(End));
        await socket.SendAsync(answer);
        return total;
    }

    private static bool EndsIn(byte[] buffer, int length, ReadOnlySpan<byte> end) => buffer.AsSpan(0, length).EndsWith(end);

    private sealed class ZeroStream(long length) : Stream
    {
        private long _left = length;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = (int)Math.Min(_left, buffer.Length);
            _left -= read;
            buffer.Span[..read].Clear();
            return new(read);
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
