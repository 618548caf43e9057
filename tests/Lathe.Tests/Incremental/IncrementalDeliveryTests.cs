using System.Text;
using Lathe.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace Lathe.Tests.Incremental;

/// <summary>Answers in parts to operations with <c>@defer</c> and <c>@stream</c>.</summary>
public sealed class IncrementalDeliveryTests
{
    private const string Start = """{"data":{"machines":[{"name":"Mill"},{"name":"Lathe"}]},"extensions":{"a":1},"hasNext":true}""";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string> Formats =>
    [
        // The current format: announced by id, with paths below it.
        """
        {"data":{"machines":[{"name":"Mill"}]},"pending":[{"id":"0","path":["machines",0]},{"id":"1","path":["machines"],"label":"more"}],"hasNext":true}
        {"incremental":[{"id":"1","items":[{"name":"Lathe"}]},{"id":"0","data":{"number":1}}],"completed":[{"id":"0"}],"hasNext":true}
        {"pending":[{"id":"2","path":[]}],"incremental":[{"id":"2","subPath":["machines",1],"data":{"number":2},"errors":[{"message":"slow","path":["machines",1]}]}],"hasNext":true,"extensions":{"b":2}}
        {"completed":[{"id":"1"},{"id":"2"}],"hasNext":false}
        """,
        // That of August 2022: a path on each patch, the index of the first item at the end of a list's.
        """
        {"data":{"machines":[{"name":"Mill"}]},"hasNext":true}
        {"incremental":[{"path":["machines",1],"items":[{"name":"Lathe"}]},{"path":["machines",0],"label":"n","data":{"number":1}}],"hasNext":true}
        {"incremental":[{"path":["machines",1],"data":{"number":2,"name":"Lathe"},"errors":[{"message":"slow","path":["machines",1]}]}],"extensions":{"b":2},"hasNext":false}
        """,
        // The oldest: one patch a part.
        """
        {"data":{"machines":[{"name":"Mill"}]},"hasNext":true}
        {"path":["machines",1],"data":{"name":"Lathe"},"hasNext":true}
        {"path":[],"data":{"machines":[{"name":"Mill","number":1},{"number":2}]},"errors":[{"message":"slow","path":["machines",1]}],"extensions":{"b":2},"hasNext":true}
        {"hasNext":false}
        """,
    ];

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task AllPartsMakeOneResult(string format)
    {
        var parts = format.Split('\n');
        await using var server = await LoopbackServer.StartAsync(context => PartsAsync(context, parts));
        await using var client = TestClient.Create(server.Endpoint);
        var result = await SendAsync(client);
        Assert.Equal([new("Mill", 1), new("Lathe", 2)], result.Data!.Machines);
        Assert.Equal("slow at machines[1]", Assert.Single(result.Errors).ToString());
        Assert.Equal(2, result.Extensions!.Value.GetProperty("b").GetInt32());
        Assert.StartsWith(
            "multipart/mixed;incrementalSpec=v0.2, multipart/mixed;deferSpec=20220824",
            Assert.Single(server.Received).Headers.Accept.ToString(),
            StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task ResultsComeAsThePartsDo(string format)
    {
        var parts = format.Split('\n');
        var received = new SemaphoreSlim(0);
        await using var server = await LoopbackServer.StartAsync(context => PartsAsync(context, parts, received));
        await using var client = TestClient.Create(server.Endpoint);
        var results = new List<GraphQLResult<MachinesData>>();
        await foreach (var result in client.Transport.SubscribeAsync(MachinesOperation.Deferred, cancellationToken: Stop))
        {
            results.Add(result);
            received.Release();
        }

        Assert.Equal(parts.Length, results.Count);
        Assert.Equal([new("Mill", null)], results[0].RequireData().Machines);
        Assert.Equal([new("Mill", 1), new("Lathe", 2)], results[^1].Data!.Machines);
    }

    [Fact]
    public async Task AServerMayAnswerInOnePiece()
    {
        await using var server = await LoopbackServer.StartAsync(context => Reply.Json(context, MachinesOperation.TwoMachines, Reply.NewType));
        await using var client = TestClient.Create(server.Endpoint);
        Assert.Equal(2, (await SendAsync(client)).RequireData().Machines.Count);
        var count = 0;
        await foreach (var result in client.Transport.SubscribeAsync(MachinesOperation.Deferred, cancellationToken: Stop))
            count += result.RequireData().Machines.Count;
        Assert.Equal(2, count);
    }

    [Fact]
    public async Task AFragmentThatFailedStaysAwayAndItsErrorsAreThere()
    {
        await using var server = await LoopbackServer.StartAsync(context => PartsAsync(
            context,
            """{"data":{"machines":[{"name":"Mill"}]},"pending":[{"id":"0","path":["machines",0]}],"hasNext":true}""",
            """{"completed":[{"id":"0","errors":[{"message":"no number"}]}],"hasNext":false}"""));
        await using var client = TestClient.Create(server.Endpoint);
        var result = await SendAsync(client);
        Assert.Equal([new("Mill", null)], result.Data!.Machines);
        Assert.Equal("no number", Assert.Single(result.Errors).Message);
    }

    [Theory]
    [InlineData("""{"incremental":[{"id":"9","data":{}}],"hasNext":false}""", "an 'id' that was not announced", null)]
    [InlineData("""{"incremental":[{"path":["machines",7],"data":{"number":1}}],"hasNext":false}""", "a place that is not there", "data.machines[7]")]
    [InlineData("""{"incremental":[{"path":["machines",2147483647],"items":[{}]}],"hasNext":false}""", "a place that is not there", "data.machines[2147483647]")]
    [InlineData("""{"incremental":[{"path":["machines",0],"items":[{}]}],"hasNext":false}""", "a place that is not there", "data.machines[0]")]
    [InlineData("""{"incremental":[{"path":["machines",0,"name"],"data":{"number":1}}],"hasNext":false}""", "a place that is not there", "data.machines[0].name")]
    [InlineData("""{"incremental":[{"path":["machines",0],"data":{"number":"x"}}],"hasNext":false}""", "can't be read", "data.machines[0].number")]
    [InlineData("""{"data":{"machines":[]},"hasNext":false}""", "'data' twice", "data")]
    [InlineData("""[1]""", "not valid JSON", null)]
    [InlineData("""{"hasNext":""", "not valid JSON", null)]
    [InlineData("""{"incremental":[{"path":["machines",0],"data":{"number":1,"number":2}}],"hasNext":false}""", "not valid JSON", null)]
    [InlineData("""{"incremental":[],"hasNext":true}""", "ended before its last part came", null)]
    [InlineData(null, "ended before its last part came", null)]
    public async Task AWrongPartIsAnErrorThatSaysWhere(string? part, string said, string? path)
    {
        await using var server = await LoopbackServer.StartAsync(
            context => part is null ? PartsAsync(context, Start) : PartsAsync(context, Start, part));
        await using var client = TestClient.Create(server.Endpoint);
        var exception = await Assert.ThrowsAsync<GraphQLResponseException>(() => SendAsync(client));
        Assert.Contains("The answer to Machines ", exception.Message, StringComparison.Ordinal);
        Assert.Contains(said, exception.Message, StringComparison.Ordinal);
        Assert.Equal(path, exception.Path);
    }

    [Fact]
    public async Task PartsAreBoundedInSizeDepthAndTime()
    {
        await using var server = await LoopbackServer.StartAsync(context => context.Request.Query["case"].ToString() switch
        {
            "size" => PartsAsync(context, [Start, .. Enumerable.Repeat("""{"incremental":[{"path":[],"data":{"x":"0123456789"}}],"hasNext":true}""", 200)]),
            "depth" => PartsAsync(context, Start, """{"incremental":[{"path":[],"data":{"x":""" + new string('[', 200) + new string(']', 200) + """}}],"hasNext":false}"""),
            "path" => PartsAsync(context, Start, """{"incremental":[{"path":[""" + string.Join(",", Enumerable.Repeat("0", 200)) + """],"data":{}}],"hasNext":false}"""),
            _ => SlowAsync(context),
        });
        await Assert.ThrowsAsync<GraphQLResponseTooLargeException>(() => FailAsync(server, "size"));
        Assert.Contains(
            "nested too deep",
            (await Assert.ThrowsAsync<GraphQLResponseException>(() => FailAsync(server, "depth"))).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "nested too deep",
            (await Assert.ThrowsAsync<GraphQLResponseException>(() => FailAsync(server, "path"))).Message,
            StringComparison.Ordinal);
        await Assert.ThrowsAsync<GraphQLTimeoutException>(() => FailAsync(server, "time"));
    }

    [Fact]
    public async Task AnExpiredKeyIsRenewed()
    {
        await using var server = await LoopbackServer.StartAsync(context => context.Request.Headers.Authorization == "Bearer token-2"
            ? PartsAsync(context, """{"data":{"machines":[]},"hasNext":false}""")
            : PartsAsync(context, """{"errors":[{"message":"JWT expired","extensions":{"code":"invalid-jwt"}}],"hasNext":false}"""));
        var issued = 0;
        await using var client = TestClient.Create(server.Endpoint, b => Microsoft.Extensions.DependencyInjection
            .BearerTokenHttpClientBuilderExtensions.AddBearerToken(b, o => o.Provider = (_, _) => new(BearerToken.Create("token-" + ++issued))));
        Assert.Empty((await SendAsync(client)).RequireData().Machines);
    }

    private static async Task FailAsync(LoopbackServer server, string what)
    {
        await using var client = TestClient.Create(
            new Uri(
                server.Endpoint
                    + "?case="
                    + what), options: o => (o.MaxResponseSize, o.Timeout) = (5000, TimeSpan.FromSeconds(what == "time" ? 0.3 : 20)));
        await SendAsync(client);
    }

    private static Task<GraphQLResult<MachinesData>> SendAsync(TestClient client) =>
        client.Transport.SendAsync(MachinesOperation.Deferred, cancellationToken: Stop);

    private static Task PartsAsync(HttpContext context, params string[] parts) => PartsAsync(context, parts, null);

    private static async Task PartsAsync(HttpContext context, string[] parts, SemaphoreSlim? received)
    {
        context.Response.ContentType = "multipart/mixed; boundary=\"-\"";
        await context.Response.WriteAsync("\r\n---");
        foreach (var part in parts)
        {
            await context.Response.WriteAsync("\r\nContent-Type: application/json; charset=utf-8\r\n\r\n" + part + "\r\n---");
            await context.Response.Body.FlushAsync();
            // With a client that looks on, the next part waits until it has this one.
            if (received is not null && part != parts[^1])
                Assert.True(await received.WaitAsync(TimeSpan.FromSeconds(10)));
        }

        await context.Response.WriteAsync("--\r\n");
    }

    private static async Task SlowAsync(HttpContext context)
    {
        context.Response.ContentType = "multipart/mixed";
        await context.Response.WriteAsync("---\r\n\r\n" + Start + "\r\n---\r\n");
        await context.Response.Body.FlushAsync();
        await Task.Delay(5000, context.RequestAborted);
    }
}
