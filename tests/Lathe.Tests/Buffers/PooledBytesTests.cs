using Lathe.Buffers;
using Lathe.Requests;
using Lathe.Tests.Support;

namespace Lathe.Tests.Buffers;

public sealed class PooledBytesTests
{
    private readonly CountingPool _pool = new();

    [Fact]
    public void The_array_goes_back_with_its_last_user()
    {
        var bytes = Rent();
        bytes.AddUser();
        bytes.Dispose();
        Assert.Equal(1, _pool.Outstanding);
        bytes.Dispose();
        Assert.Equal(0, _pool.Outstanding);
    }

    [Fact]
    public void An_array_that_has_gone_back_gets_no_new_user()
    {
        var bytes = Rent();
        bytes.Dispose();
        Assert.Throws<ObjectDisposedException>(bytes.AddUser);
        Assert.Equal(0, _pool.Outstanding);
    }

    [Fact]
    public async Task A_body_whose_call_has_ended_is_not_sent_with_another_calls_bytes()
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
