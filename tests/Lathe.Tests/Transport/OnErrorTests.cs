using System.Buffers;
using System.Net;
using System.Text;
using Lathe.Requests;
using Lathe.Tests.Support;

namespace Lathe.Tests.Transport;

/// <summary><c>onError</c> is sent where a call, the client's types or the client's options say so, in this order, and nowhere else.</summary>
public sealed class OnErrorTests
{
    [Theory]
    [InlineData(null, null, null, null)]
    [InlineData(null, null, GraphQLErrorBehavior.Halt, "HALT")]
    [InlineData(null, GraphQLErrorBehavior.Null, GraphQLErrorBehavior.Halt, "NULL")]
    [InlineData(GraphQLErrorBehavior.Propagate, GraphQLErrorBehavior.Null, GraphQLErrorBehavior.Halt, "PROPAGATE")]
    public async Task TheNearestCounts(GraphQLErrorBehavior? call, GraphQLErrorBehavior? types, GraphQLErrorBehavior? client, string? expected)
    {
        using var handler = new Keeper();
        using var http = new HttpClient(handler);
        var transport = new HttpGraphQLTransport(http, new GraphQLClientOptions { Endpoint = new Uri("http://localhost/graphql"), OnError = client });
        var query = MachinesOperation.Query;
        var operation = new GraphQLOperation<MachinesData>(query.Name, query.Type, query.DocumentHash, query.RequestPrefix,
            query.ReadData) { OnError = types };
        await transport.SendAsync(operation, null, new GraphQLRequestOptions { OnError = call }, TestContext.Current.CancellationToken);
        if (expected is null)
            Assert.DoesNotContain("onError", handler.Body, StringComparison.Ordinal);
        else
            Assert.EndsWith($"\"operationName\":\"Machines\",\"onError\":\"{expected}\"}}", handler.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void AnAddressHasItToo()
    {
        var address = GetAddress.Write(
            new Uri("http://localhost/graphql"), MachinesOperation.Query, null, RequestForm.Text, ArrayPool<byte>.Shared, GraphQLErrorBehavior.Null);
        Assert.EndsWith("&operationName=Machines&onError=NULL", address, StringComparison.Ordinal);
    }

    private sealed class Keeper : HttpMessageHandler
    {
        public string Body { get; private set; } = "";

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Body = await request.Content!.ReadAsStringAsync(cancellationToken);
            return new HttpResponseMessage(HttpStatusCode.OK)
            {
                Content = new StringContent(MachinesOperation.TwoMachines, Encoding.UTF8, "application/json"),
            };
        }
    }
}
