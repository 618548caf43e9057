namespace Lathe.Generator.Tests.Emission;

/// <summary>Selection sets without a field: the code of one reads what a server of the September 2026 edition answers.</summary>
public sealed class EmptySelectionTests
{
    private const string Schema = """
        type Query { machines: [Machine!]! node: Node }
        interface Node { id: ID! }
        type Machine implements Node { id: ID! owner: Person }
        type Person { id: ID! }
        """;

    private const string Documents = """
        query Machines { machines { } node { ... on Machine { owner { } } } }
        query Nothing { }
        """;

    private const string Code = """
        #nullable enable
        using System;
        using System.Net;
        using System.Net.Http;
        using System.Threading;
        using System.Threading.Tasks;
        using Lathe;
        using Test.Api;
        public sealed class Server : HttpMessageHandler
        {
            protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken stop)
            {
                var body = await request.Content!.ReadAsStringAsync(stop);
                var answer = body.Contains("query Nothing{}", StringComparison.Ordinal) ? "{\"data\":{}}"
                    : body.Contains("machines{} node{__typename ...on Machine{owner{}}}", StringComparison.Ordinal)
                    ? "{\"data\":{\"machines\":[{},{}],\"node\":{\"__typename\":\"Machine\",\"owner\":{}}}}" : "{\"errors\":[{\"message\":\"no\"}]}";
                return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(answer, null, "application/json") };
            }
        }
        public static class Probe
        {
            public static string Run()
            {
                var client = new TestClient(new HttpGraphQLTransport(new HttpClient(new Server()), new() { Endpoint = new Uri("https://localhost/graphql") }));
                var data = client.MachinesAsync().GetAwaiter().GetResult().RequireData();
                var nothing = client.NothingAsync().GetAwaiter().GetResult().RequireData();
                return $"{data.Machines.Count} {data.Node is MachinesQuery.MachineNode { Owner: not null }} {nothing == new NothingQuery.Data()}";
            }
        }
        """;

    [Fact]
    public void EmptyObjectsAreRead()
    {
        var client = TestClient.Generate(Schema, Documents);
        client.AssertCompiles();
        Assert.Equal("2 True True", client.Load(Code).GetType("Probe")!.GetMethod("Run")!.Invoke(null, null));
    }
}
