using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using Lathe.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace Lathe.Tests.Transport;

public sealed class HttpGraphQLTransportTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sends_the_document_name_and_variables_as_the_draft_says()
    {
        await using var server = await LoopbackServer.StartAsync(MachinesOperation.TwoMachines);
        await using var client = TestClient.Create(server.Endpoint);
        var result = await client.MachinesAsync(
            new() { Headers = { new("X-Trace", "7") } }, new TestVariables(("limit", 2), ("name", "Ä\"<\u2028"), ("none", null)));
        Assert.Equal([new Machine("Mill", 1), new Machine("Lathe", 2)], result.RequireData().Machines);
        var request = Assert.Single(server.Received);
        Assert.Equal("POST", request.Method);
        Assert.Equal("application/json", request.Headers.ContentType);
        Assert.Equal("application/graphql-response+json, application/json;q=0.9", request.Headers.Accept);
        Assert.Equal("gzip, deflate, br", request.Headers.AcceptEncoding);
        Assert.Equal("7", request.Headers["X-Trace"]);
        using var body = JsonDocument.Parse(request.Body);
        Assert.Equal(MachinesOperation.Text, body.RootElement.GetProperty("query").GetString());
        Assert.Equal("Machines", body.RootElement.GetProperty("operationName").GetString());
        var variables = body.RootElement.GetProperty("variables");
        Assert.Equal(2, variables.GetProperty("limit").GetInt32());
        Assert.Equal("Ä\"<\u2028", variables.GetProperty("name").GetString());
        Assert.Equal(JsonValueKind.Null, variables.GetProperty("none").ValueKind);
    }

    [Fact]
    public async Task Without_variables_none_are_sent()
    {
        await using var server = await LoopbackServer.StartAsync(MachinesOperation.TwoMachines);
        await using var client = TestClient.Create(server.Endpoint);
        await client.MachinesAsync();
        using var body = JsonDocument.Parse(Assert.Single(server.Received).Body);
        Assert.False(body.RootElement.TryGetProperty("variables", out _));
    }

    [Fact]
    public async Task Speaks_http_2_over_tls()
    {
        await using var server = await LoopbackServer.StartAsync(MachinesOperation.TwoMachines, tls: true);
        await using var client = TestClient.Create(server.Endpoint);
        await client.MachinesAsync();
        Assert.Equal("HTTP/2", Assert.Single(server.Received).Protocol);
    }

    [Fact]
    public async Task Partial_data_errors_extensions_status_and_headers_are_on_the_result()
    {
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.Headers["X-RateLimit-Remaining"] = "999";
            return Reply.Json(context, """
                {"extensions":{"cost":3},"errors":[{"message":"No such machine","locations":[{"line":2,"column":5}],
                "path":["machines",1,"name"],"extensions":{"code":"NOT_FOUND","retry":false}}],"data":{"machines":[{"name":"Mill","number":null}]}}
                """);
        });
        await using var client = TestClient.Create(server.Endpoint);
        var result = await client.MachinesAsync();
        Assert.Equal([new Machine("Mill", null)], result.Data!.Machines);
        var error = Assert.Single(result.Errors);
        Assert.Equal("No such machine [NOT_FOUND] at machines[1].name (line 2, column 5)", error.ToString());
        Assert.Equal("NOT_FOUND", error.Code);
        Assert.Equal([new GraphQLErrorLocation(2, 5)], error.Locations);
        Assert.Equal([new("machines"), new(1), new("name")], error.Path);
        Assert.False(error.GetExtension("retry")!.Value.GetBoolean());
        Assert.Equal(3, result.Extensions!.Value.GetProperty("cost").GetInt32());
        Assert.Equal(HttpStatusCode.OK, result.StatusCode);
        Assert.Equal("999", result.Headers!.GetValues("X-RateLimit-Remaining").Single());
        var exception = Assert.Throws<GraphQLException>(() => result.RequireData());
        Assert.Equal("NOT_FOUND", exception.Code);
        Assert.Same(result.Errors, exception.Errors);
    }

    [Theory]
    [InlineData(Reply.NewType, 400)]
    [InlineData(Reply.NewType + "; charset=utf-8", 500)]
    [InlineData(Reply.NewType, 200)]
    [InlineData("application/json; charset=utf-8", 200)]
    public async Task A_request_error_is_a_value_where_the_media_type_vouches_for_it(string type, int status)
    {
        await using var server = await LoopbackServer.StartAsync(
            context => Reply.Json(context, """{"errors":[{"message":"Unknown field"}]}""", type, status));
        await using var client = TestClient.Create(server.Endpoint);
        var result = await client.MachinesAsync();
        Assert.Null(result.Data);
        Assert.Equal("Unknown field", Assert.Single(result.Errors).Message);
        Assert.Equal(status, (int)result.StatusCode!);
    }

    [Theory]
    [InlineData("application/json", 400, """{"errors":[{"message":"Unknown field"}]}""", "It says: Unknown field")]
    [InlineData("text/html", 502, "<h1>Bad gateway</h1>", "It begins: <h1>Bad gateway</h1>")]
    [InlineData("text/html", 200, "<h1>Sign in</h1>", "That is no GraphQL answer")]
    [InlineData("text/plain", 404, "Cannot POST /graphql", "Is Endpoint the server's GraphQL address?")]
    public async Task Any_other_answer_is_an_exception_with_status_type_and_body(string type, int status, string body, string said)
    {
        await using var server = await LoopbackServer.StartAsync(context => Reply.Json(context, body, type, status));
        await using var client = TestClient.Create(server.Endpoint);
        var exception = await Assert.ThrowsAsync<GraphQLHttpException>(() => client.MachinesAsync());
        Assert.Equal(status, (int)exception.StatusCode);
        Assert.Equal(type, exception.MediaType);
        Assert.Equal(body, exception.Body);
        Assert.Contains(said, exception.Message, StringComparison.Ordinal);
        Assert.StartsWith($"Machines was answered with {status} ", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_error_page_is_cut()
    {
        await using var server = await LoopbackServer.StartAsync(context => Reply.Json(context, new string('x', 1_000_000), "text/plain", 500));
        await using var client = TestClient.Create(server.Endpoint, options: o => o.MaxBodyExcerpt = 100);
        var exception = await Assert.ThrowsAsync<GraphQLHttpException>(() => client.MachinesAsync());
        Assert.Equal(new string('x', 100), exception.Body);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task Reads_compressed_answers(string encoding)
    {
        await using var server = await LoopbackServer.StartAsync(context =>
            CompressAsync(context, encoding, Encoding.UTF8.GetBytes(MachinesOperation.Machines(500))));
        await using var client = TestClient.Create(server.Endpoint);
        Assert.Equal(500, (await client.MachinesAsync()).RequireData().Machines.Count);
    }

    [Fact]
    public async Task An_encoding_that_was_not_asked_for_is_named()
    {
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.Headers.ContentEncoding = "zstd";
            return Reply.Json(context, "{}");
        });
        await using var client = TestClient.Create(server.Endpoint);
        var exception = await Assert.ThrowsAsync<GraphQLResponseException>(() => client.MachinesAsync());
        Assert.Contains("compressed with 'zstd'", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task A_decompression_bomb_ends_at_the_bound(string encoding)
    {
        var bomb = new byte[64 * 1024 * 1024];
        Array.Fill(bomb, (byte)' ');
        await using var server = await LoopbackServer.StartAsync(context => CompressAsync(context, encoding, bomb));
        await using var client = TestClient.Create(server.Endpoint, options: o => o.MaxResponseSize = 1_000_000);
        var exception = await Assert.ThrowsAsync<GraphQLResponseTooLargeException>(() => client.MachinesAsync());
        Assert.Equal(1_000_000, exception.Limit);
        Assert.Contains("larger than 1,000,000 bytes", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_answer_larger_than_the_bound_is_refused(bool announced)
    {
        var json = MachinesOperation.Machines(100);
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            if (announced)
                context.Response.ContentLength = json.Length;
            return Reply.Json(context, json);
        });
        await using var exact = TestClient.Create(server.Endpoint, options: o => o.MaxResponseSize = json.Length);
        Assert.Equal(100, (await exact.MachinesAsync()).RequireData().Machines.Count);
        await using var small = TestClient.Create(server.Endpoint, options: o => o.MaxResponseSize = json.Length - 1);
        await Assert.ThrowsAsync<GraphQLResponseTooLargeException>(() => small.MachinesAsync());
    }

    [Fact]
    public async Task A_time_out_says_so_and_a_request_can_set_its_own()
    {
        await using var server = await LoopbackServer.StartAsync(context => Task.Delay(5000, context.RequestAborted));
        await using var client = TestClient.Create(server.Endpoint, options: o => o.Timeout = TimeSpan.FromMilliseconds(100));
        var exception = await Assert.ThrowsAsync<GraphQLTimeoutException>(() => client.MachinesAsync());
        Assert.Equal(TimeSpan.FromMilliseconds(100), exception.Timeout);
        Assert.StartsWith("Machines took longer than 0.1 s.", exception.Message, StringComparison.Ordinal);
        var own = await Assert.ThrowsAsync<GraphQLTimeoutException>(() => client.MachinesAsync(new() { Timeout = TimeSpan.FromMilliseconds(50) }));
        Assert.Equal(TimeSpan.FromMilliseconds(50), own.Timeout);
    }

    [Fact]
    public async Task A_slow_body_runs_into_the_time_out()
    {
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            context.Response.ContentType = "application/json";
            for (var i = 0; i < 1000 && !context.RequestAborted.IsCancellationRequested; i++)
            {
                await context.Response.WriteAsync(" ");
                await context.Response.Body.FlushAsync();
                await Task.Delay(20);
            }
        });
        await using var client = TestClient.Create(server.Endpoint, options: o => o.Timeout = TimeSpan.FromMilliseconds(200));
        await Assert.ThrowsAsync<GraphQLTimeoutException>(() => client.MachinesAsync());
    }

    [Fact]
    public async Task Cancellation_by_the_caller_is_a_cancellation()
    {
        await using var server = await LoopbackServer.StartAsync(context => Task.Delay(5000, context.RequestAborted));
        await using var client = TestClient.Create(server.Endpoint);
        using var cancel = new CancellationTokenSource(100);
        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => client.Transport.SendAsync(MachinesOperation.Query, cancellationToken: cancel.Token));
        Assert.Equal(cancel.Token, exception.CancellationToken);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => client.Transport.SendAsync(MachinesOperation.Query, cancellationToken: cancel.Token));
    }

    [Theory]
    [InlineData("""{"data":{"machines":[{"name":"a","number":1},{"name":7}]}}""", "data.machines[1].name")]
    [InlineData("""{"data":{"machines":[{"name":"a","number":"1"}]}}""", "data.machines[0].number")]
    [InlineData("""{"data":{"machines":{}}}""", "data.machines")]
    [InlineData("""{"data":{"machines":[{"number":1}]}}""", "data.machines[0].name")]
    [InlineData("""{"data":[]}""", "data")]
    [InlineData("""{"errors":{}}""", "errors")]
    [InlineData("""{"errors":[1]}""", "errors[0]")]
    [InlineData("""{"data":null,"extensions":[]}""", "extensions")]
    [InlineData("""{"data":null,"data":null}""", "data")]
    public async Task A_wrong_answer_names_the_path(string json, string path)
    {
        await using var server = await LoopbackServer.StartAsync(json);
        await using var client = TestClient.Create(server.Endpoint);
        var exception = await Assert.ThrowsAsync<GraphQLResponseException>(() => client.MachinesAsync());
        Assert.Equal(path, exception.Path);
        Assert.StartsWith("The answer to Machines can't be read. ", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"message":"hello"}""")]
    [InlineData("""{"data":null}{"data":null}""")]
    [InlineData("""{"data":null} x""")]
    [InlineData("""{"data":null""")]
    [InlineData("""{"data":{"machines":[{"name":"a""")]
    [InlineData("<html></html>")]
    public async Task An_answer_that_is_no_response_is_refused(string json)
    {
        await using var server = await LoopbackServer.StartAsync(json);
        await using var client = TestClient.Create(server.Endpoint);
        await Assert.ThrowsAsync<GraphQLResponseException>(() => client.MachinesAsync());
    }

    [Theory]
    [InlineData("\uFEFF{\"data\":{\"machines\":[]}}")]
    [InlineData(" {\n \"data\" : { \"machines\" : [ ] } , \"errors\" : null , \"extensions\" : null }\r\n")]
    [InlineData("""{"hasNext":false,"extensions":{},"data":{"machines":[]},"errors":[]}""")]
    public async Task White_space_order_and_unknown_members_do_not_matter(string json)
    {
        await using var server = await LoopbackServer.StartAsync(json);
        await using var client = TestClient.Create(server.Endpoint);
        Assert.Empty((await client.MachinesAsync()).RequireData().Machines);
    }

    [Fact]
    public async Task Invalid_utf_8_and_depth_are_refused()
    {
        byte[] invalid = [.. "{\"data\":{\"machines\":[{\"name\":\"a"u8, 0xC3, 0x28, .. "\",\"number\":1}]}}"u8];
        byte[] error = [.. "{\"errors\":[{\"message\":\"a"u8, 0xFF, .. "\"}]}"u8];
        byte[] deep = [.. "{\"data\":null,\"x\":"u8, .. Enumerable.Repeat((byte)'[', 100_000), .. Enumerable.Repeat((byte)']', 100_000), (byte)'}'];
        foreach (var body in new[] { invalid, error, deep })
        {
            await using var server = await LoopbackServer.StartAsync(context =>
            {
                context.Response.ContentType = "application/json";
                return context.Response.Body.WriteAsync(body).AsTask();
            });
            await using var client = TestClient.Create(server.Endpoint);
            await Assert.ThrowsAsync<GraphQLResponseException>(() => client.MachinesAsync());
        }
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_named()
    {
        var server = await LoopbackServer.StartAsync("{}");
        var endpoint = server.Endpoint;
        await server.DisposeAsync();
        await using var client = TestClient.Create(endpoint);
        var exception = await Assert.ThrowsAsync<GraphQLConnectionException>(() => client.MachinesAsync());
        Assert.StartsWith($"Machines: no connection to {endpoint.GetLeftPart(UriPartial.Authority)}.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_untrusted_certificate_is_refused()
    {
        await using var server = await LoopbackServer.StartAsync("{}", tls: true);
        using var http = new HttpClient();
        var transport = new HttpGraphQLTransport(http, new() { Endpoint = server.Endpoint });
        var exception = await Assert.ThrowsAsync<GraphQLConnectionException>(() => transport.SendAsync(MachinesOperation.Query, cancellationToken: Stop));
        Assert.Contains("no secure connection to", exception.Message, StringComparison.Ordinal);
        Assert.Empty(server.Received);
    }

    [Fact]
    public async Task A_header_cannot_be_smuggled_in()
    {
        await using var server = await LoopbackServer.StartAsync(MachinesOperation.TwoMachines);
        await using var client = TestClient.Create(server.Endpoint);
        await Assert.ThrowsAsync<ArgumentException>(() => client.MachinesAsync(new() { Headers = { new("X-A", "1\r\nX-B: 2") } }));
        await Assert.ThrowsAsync<ArgumentException>(() => client.MachinesAsync(new() { Headers = { new("X A", "1") } }));
        Assert.Empty(server.Received);
    }

    [Fact]
    public async Task A_subscription_is_not_sent_as_a_query()
    {
        await using var client = TestClient.Create(new Uri("https://localhost/"));
        var exception = await Assert.ThrowsAsync<ArgumentException>(() => client.Transport.SendAsync(MachinesOperation.Subscription, cancellationToken: Stop));
        Assert.Contains("Use SubscribeAsync", exception.Message, StringComparison.Ordinal);
    }

    private static async Task CompressAsync(HttpContext context, string encoding, byte[] body)
    {
        context.Response.ContentType = "application/json";
        context.Response.Headers.ContentEncoding = encoding;
        await using Stream stream = encoding switch
        {
            "gzip" => new GZipStream(context.Response.Body, CompressionLevel.Fastest),
            "br" => new BrotliStream(context.Response.Body, CompressionLevel.Fastest),
            _ => new ZLibStream(context.Response.Body, CompressionLevel.Fastest),
        };
        try
        {
            await stream.WriteAsync(body, context.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            // The client has seen enough.
        }
    }
}
