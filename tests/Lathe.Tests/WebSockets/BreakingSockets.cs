using System.IO.Pipelines;
using System.Net.WebSockets;
using Lathe.WebSockets;

namespace Lathe.Tests.WebSockets;

/// <summary>Opens sockets in memory whose connections break at random, after a number of bytes that comes from a seed.</summary>
internal sealed class BreakingSockets(int seed, int breaks, Func<WebSocket, int, Task> serve) : ISocketOpener
{
    private readonly Random _random = new(seed);
    private readonly List<Task> _servers = [];

    public int Opened { get; private set; }

    public Task AllServers => Task.WhenAll(_servers);

    public Task<WebSocket> OpenAsync(Uri address, CancellationToken cancellationToken)
    {
        var number = ++Opened;
        // The first is acknowledged, the last lives.
        var left = number == 1 ? 400 + _random.Next(400) : number > breaks ? int.MaxValue : _random.Next(1200);
        var (up, down) = (new Pipe(), new Pipe());
        var server = WebSocket.CreateFromStream(
            new DuplexStream(up.Reader, down.Writer, int.MaxValue), isServer: true, null, Timeout.InfiniteTimeSpan);
        var client = WebSocket.CreateFromStream(new DuplexStream(down.Reader, up.Writer, left), isServer: false, null, Timeout.InfiniteTimeSpan);
        // One after another: a server that has not noticed its broken connection yet must not count on.
        var former = _servers.LastOrDefault() ?? Task.CompletedTask;
        _servers.Add(Task.Run(async () =>
        {
            await former;
            using (server)
                await serve(server, number);
        }, CancellationToken.None));
        return Task.FromResult(client);
    }

    /// <summary>Two pipes; it breaks once so many bytes have come.</summary>
    private sealed class DuplexStream(PipeReader reader, PipeWriter writer, int left) : Stream
    {
        private readonly Stream _in = reader.AsStream();
        private readonly Stream _out = writer.AsStream();
        private int _left = left;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (_left == 0)
                Break();
            var read = await _in.ReadAsync(buffer[..Math.Min(buffer.Length, _left)], cancellationToken);
            _left -= read;
            return read;
        }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
            _out.WriteAsync(buffer, cancellationToken);

        public override Task FlushAsync(CancellationToken cancellationToken) => _out.FlushAsync(cancellationToken);

        public override void Flush() => _out.Flush();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                reader.Complete();
                writer.Complete();
            }

            base.Dispose(disposing);
        }

        private void Break()
        {
            var broken = new IOException("cut");
            reader.Complete(broken);
            writer.Complete(broken);
            throw broken;
        }
    }
}
