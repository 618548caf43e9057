using Lathe.Buffers;
using Lathe.Requests;
using Lathe.Tests.Support;

namespace Lathe.Tests.Buffers;

public sealed class PooledBytesTests
{
    private readonly CountingPool _pool = new();

    [Fact]
    public void TheArrayGoesBackWithItsLastUser()
    {
        var bytes = Rent();
        bytes.AddUser();
        bytes.Dispose();
        Assert.Equal(1, _pool.Outstanding);
        bytes.Dispose();
        Assert.Equal(0, _pool.Outstanding);
    }

    [Fact]
    public void AnArrayThatHasGoneBackGetsNoNewUser()
    {
        var bytes = Rent();
        bytes.Dispose();
        Assert.Throws<ObjectDisposedException>(bytes.AddUser);
        Assert.Equal(0, _pool.Outstanding);
    }

    [Fact]
    public async Task ABodyWhoseCallHasEndedIsNotSentWithAnotherCallsBytes()
    {
        var bytes = Rent();
        using var content = new PooledRequestContent(bytes);
        bytes.Dispose();
        using var sent = new MemoryStream();
        var exception = await Assert.ThrowsAsync<HttpRequestException>(() => content.CopyToAsync(sent, TestContext.Current.CancellationToken));
        Assert.IsType<ObjectDisposedException>(exception.InnerException);
        Assert.Equal(0, sent.Length);
    }

    private PooledBytes Rent() => new(_pool, _pool.Rent(16), 16);
}
