using System.Net;
using System.Security.Cryptography;
using System.Text;
using Lathe.Testing;
using Lathe.Tests.Support;
using Lathe.Tests.Uploads;
using Microsoft.Extensions.DependencyInjection;

namespace Lathe.Tests.Testing;

/// <summary>The client's own transport agrees with the test server: what the one sends, the other understands.</summary>
public sealed class GraphQLTestServerTests
{
    private static readonly string s_hash = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(MachinesOperation.Text))).ToLowerInvariant();

    // Its hash is that of its text, as generated code has it.
    private static readonly GraphQLOperation<MachinesData> s_query = new(
        "Machines", GraphQLOperationType.Query, s_hash, MachinesOperation.Query.RequestPrefix, MachinesOperation.Query.ReadData);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AnswersComeInTheOrderOfTheScriptAndTheLastRepeats(bool compresses)
    {
        await using var server = await GraphQLTestServer.StartAsync(Stop);
        server.Compresses = compresses;
        server.On(s_query).ReturnsJson(MachinesOperation.Machines(1)).ReturnsErrors("Too late").ReturnsJson(MachinesOperation.Machines(3));
        await using var client = TestClient.Create(server.Endpoint);

        Assert.Single((await SendAsync(client)).Data!.Machines);
        Assert.Equal("Too late", Assert.Single((await SendAsync(client)).Errors).Message);
        Assert.Equal(3, (await SendAsync(client)).Data!.Machines.Count);
        Assert.Equal(3, (await SendAsync(client, new TestVariables(("limit", 5)))).Data!.Machines.Count);

        Assert.Equal(4, server.Requests.Count);
        Assert.Equal(5, server.Requests[3].Variables.GetProperty("limit").GetInt32());
        Assert.Equal(MachinesOperation.Text, server.Requests[0].Document);
    }

    [Fact]
    public async Task ADocumentIsSentOnceAndThenByItsHash()
    {
        await using var server = await GraphQLTestServer.StartAsync(Stop);
        server.On(s_query).ReturnsJson(MachinesOperation.TwoMachines);
        await using var client = TestClient.Create(
            server.Endpoint, options: o => (o.UseGetForQueries, o.PersistedOperations) = (true, PersistedOperationMode.Automatic));

        Assert.Equal(2, (await SendAsync(client)).Data!.Machines.Count);
        Assert.Equal(2, (await SendAsync(client)).Data!.Machines.Count);

        Assert.Equal([s_hash, s_hash], server.Requests.Select(static one => one.DocumentHash));
        Assert.Equal("GET", server.Requests[1].Method);
    }

    [Fact]
    public async Task StatusesAreThoseOfTheClientsExceptions()
    {
        await using var server = await GraphQLTestServer.StartAsync(Stop);
        server.On(s_query).ReturnsStatus(HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(7)).ReturnsStatus(HttpStatusCode.BadGateway,
            body: "down")
            .Breaks().Breaks(MachinesOperation.TwoMachines).ReturnsJson(MachinesOperation.TwoMachines);
        await using var client = TestClient.Create(server.Endpoint);

        Assert.Equal(TimeSpan.FromSeconds(7), (await Assert.ThrowsAsync<GraphQLTooManyRequestsException>(() => SendAsync(client))).RetryAfter);
        Assert.Equal(HttpStatusCode.BadGateway, (await Assert.ThrowsAsync<GraphQLHttpException>(() => SendAsync(client))).StatusCode);
        await Assert.ThrowsAnyAsync<GraphQLTransportException>(() => SendAsync(client));
        await Assert.ThrowsAnyAsync<GraphQLTransportException>(() => SendAsync(client));
        Assert.Equal(2, (await SendAsync(client)).Data!.Machines.Count);
    }

    [Fact]
    public async Task AKeyThatIsRotatedIsRenewedAndScopesAreHeld()
    {
        await using var server = await GraphQLTestServer.StartAsync(Stop);
        server.AcceptKey("old", "read");
        server.On(s_query).RequiresScope("read").ReturnsJson(MachinesOperation.TwoMachines);
        var keys = new Queue<string>(["old", "new", "poor"]);
        await using var client = TestClient.Create(
            server.Endpoint, builder => builder.AddBearerToken(o => o.Provider = (_, _) => new(BearerToken.Create(keys.Dequeue()))));

        Assert.Equal(2, (await SendAsync(client)).Data!.Machines.Count);
        server.RevokeKey("old");
        server.AcceptKey("new", "read");
        Assert.Equal(2, (await SendAsync(client)).Data!.Machines.Count);
        server.RevokeKey("new");
        server.AcceptKey("poor", "write");
        var refused = await Assert.ThrowsAsync<GraphQLForbiddenException>(() => SendAsync(client));

        Assert.Equal("read", refused.MissingScope);
        Assert.Equal(["old", "old", "new", "new", "poor"], server.Requests.Select(static one => one.Key));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task EventsComeByStreamAndBySocket(bool bySocket)
    {
        await using var server = await GraphQLTestServer.StartAsync(Stop);
        server.AcceptKey("k");
        server.On(MachinesOperation.Subscription).ReturnsEvents(MachinesOperation.Machines(1), MachinesOperation.Machines(2));
        await using var client = TestClient.Create(server.Endpoint, builder =>
        {
            builder.AddBearerToken(o => o.Provider = (_, _) => new(BearerToken.Create("k")));
            if (bySocket)
                builder.AddWebSockets(static sockets => sockets.Subscriptions = GraphQLSubscriptionMode.WebSocket);
        });
        var counts = new List<int>();

        await foreach (var result in client.Transport.SubscribeAsync(MachinesOperation.Subscription, cancellationToken: Stop))
            counts.Add(result.RequireData().Machines.Count);

        Assert.Equal([1, 2], counts);
        Assert.Equal((bySocket ? "WS" : "POST", "k"), (Assert.Single(server.Requests).Method, server.Requests[0].Key));
    }

    [Fact]
    public async Task PartsMakeOneResult()
    {
        await using var server = await GraphQLTestServer.StartAsync(Stop);
        server.Compresses = true;
        server.On(MachinesOperation.Deferred).ReturnsEvents(
            """{"data":{"machines":[{"name":"Mill"}]},"pending":[{"id":"0","path":["machines",0]}],"hasNext":true}""",
            """{"incremental":[{"id":"0","data":{"number":1}}],"completed":[{"id":"0"}],"hasNext":false}""");
        await using var client = TestClient.Create(server.Endpoint);

        var result = await client.Transport.SendAsync(MachinesOperation.Deferred, null, null, Stop);

        Assert.Equal([new("Mill", 1)], result.RequireData().Machines);
    }

    [Fact]
    public async Task FilesArriveWhole()
    {
        await using var server = await GraphQLTestServer.StartAsync(Stop);
        server.On(s_query).ReturnsJson(MachinesOperation.TwoMachines);
        await using var client = TestClient.Create(server.Endpoint);

        await SendAsync(client, UploadTests.With(GraphQLFile.FromBytes("hello"u8.ToArray(), "a.txt")));

        Assert.Equal("hello"u8.ToArray(), Assert.Single(server.Requests).Files["variables.file"].Content.ToArray());
    }

    [Fact]
    public async Task WhatIsNotScriptedSaysHowTo()
    {
        await using var server = await GraphQLTestServer.StartAsync(Stop);
        await using var client = TestClient.Create(server.Endpoint);

        var error = Assert.Single((await SendAsync(client)).Errors);

        Assert.Equal(("Machines has no scripted answer. Add one: server.On(Operation).Fakes().", "NOT_SCRIPTED"), (error.Message, error.Code));
    }

    private static Task<GraphQLResult<MachinesData>> SendAsync(TestClient client, IGraphQLVariables? variables = null) =>
        client.Transport.SendAsync(s_query, variables, null, Stop);
}
