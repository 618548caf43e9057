using Lathe.Buffers;
using Lathe.Requests;

namespace Lathe.Batching;

/// <summary>One request with many queries and its answer, which its callers read one by one; the last to leave releases it.</summary>
internal sealed class BatchSending(GraphQLHttpRequest request) : IDisposable
{
    private int _users = 1;

    public GraphQLHttpRequest Request => request;

    public HttpResponseMessage? Response { get; set; }

    public PooledBytes? Body { get; set; }

    public void AddUser() => Interlocked.Increment(ref _users);

    public void Dispose()
    {
        if (Interlocked.Decrement(ref _users) > 0)
            return;
        Body?.Dispose();
        Response?.Dispose();
        request.Dispose();
    }
}
