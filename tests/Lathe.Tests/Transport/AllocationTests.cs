using System.Text;
using Lathe.Tests.Support;

namespace Lathe.Tests.Transport;

/// <summary>A call allocates its result and a small, constant rest: bodies live in pooled buffers.</summary>
[Collection(RunsAlone.Name)]
public sealed class AllocationTests
{
    // What a list of the result takes beside its array.
    private const int ListSize = 32;

    [Theory]
    [InlineData(1, 3000 + ListSize)]
    [InlineData(100, 3000 + ListSize + (100 * 90))]
    public async Task ACallAllocatesLittleBeyondItsResult(int machines, int bound)
    {
        var body = Encoding.UTF8.GetBytes(MachinesOperation.Machines(machines));
        using var handler = new MemoryHandler(body);
        using var http = new HttpClient(handler);
        var transport = new HttpGraphQLTransport(http, new() { Endpoint = new Uri("http://localhost/graphql") });
        for (var i = 0; i < 200; i++)
            await transport.SendAsync(MachinesOperation.Query, cancellationToken: CancellationToken.None);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
            await transport.SendAsync(MachinesOperation.Query, cancellationToken: CancellationToken.None);
        var perCall = (GC.GetAllocatedBytesForCurrentThread() - before) / 100;
        Assert.InRange(perCall, 1, bound);
        TestContext.Current.TestOutputHelper!.WriteLine($"{perCall} bytes a call with {machines} machines");
    }

    private sealed class MemoryHandler(byte[] body) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = new HttpResponseMessage { Content = new ByteArrayContent(body), RequestMessage = request };
            response.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
            return Task.FromResult(response);
        }
    }
}
