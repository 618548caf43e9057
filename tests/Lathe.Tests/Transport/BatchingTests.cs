using System.Text.Json;
using Lathe.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Lathe.Tests.Transport;

public sealed class BatchingTests
{
    private static readonly AsyncLocal<string?> s_user = new();

    [Fact]
    public async Task EachCallerGetsItsResponseByOrderAndNothingIsLeftRented()
    {
        var pool = new CountingPool();
        await using var server = await LoopbackServer.StartAsync(AnswerAsync);
        await using (var client = Create(server, services: services => services.AddSingleton<System.Buffers.ArrayPool<byte>>(pool)))
        {
            var results = await Task.WhenAll(Enumerable.Range(1, 5).Select(number => client.MachinesAsync(variables: new Limit(number))));
            Assert.Equal([1, 2, 3, 4, 5], results.Select(result => result.RequireData().Machines.Count));
        }

        Assert.Equal(5, JsonDocument.Parse(Assert.Single(server.Received).Body).RootElement.GetArrayLength());
        Assert.Equal(0, pool.Outstanding);
    }

    [Fact]
    public async Task AFullBatchDoesNotWait()
    {
        await using var server = await LoopbackServer.StartAsync(AnswerAsync);
        await using var client = Create(server, options => (options.MaxOperations, options.Window) = (2, TimeSpan.FromSeconds(10)));
        await Task.WhenAll(Enumerable.Range(1, 4).Select(number => client.MachinesAsync(variables: new Limit(number))));
        Assert.Equal(2, server.Received.Count);
    }

    [Fact]
    public async Task WhoeverLeavesTakesItsQueryAlongAndTheLastEndsTheRequest()
    {
        var aborted = new TaskCompletionSource();
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            context.RequestAborted.Register(aborted.SetResult);
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        await using var client = Create(server);
        var early = client.MachinesAsync(new GraphQLRequestOptions { Timeout = TimeSpan.FromMilliseconds(1) }, new Limit(1));
        await Assert.ThrowsAsync<GraphQLTimeoutException>(() => early);
        var calls = Enumerable.Range(2, 2)
            .Select(
                number => client.MachinesAsync(new GraphQLRequestOptions { Timeout = TimeSpan.FromMilliseconds(300 * number) }, new Limit(number)))
            .ToArray();
        foreach (var call in calls)
            await Assert.ThrowsAsync<GraphQLTimeoutException>(() => call);
        await aborted.Task;
        Assert.Equal("""[2,3]""", Limits(Assert.Single(server.Received).Body));
    }

    [Theory]
    [InlineData(500, "text/plain", "no")]
    [InlineData(401, "application/json", """{"errors":[{"message":"no"}]}""")]
    [InlineData(200, "application/json", """[{"data":{"machines":[]}}]""")]
    public async Task AFailureIsToldToEachCallerInItsOwnName(int status, string type, string body)
    {
        await using var server = await LoopbackServer.StartAsync(context => Reply.Json(context, body, type, status));
        await using var client = Create(server);
        var calls = new[] { client.MachinesAsync(), client.MachinesAsync() };
        var failures = new List<Exception>();
        foreach (var call in calls)
            failures.Add((await Record.ExceptionAsync(() => call))!);
        Assert.All(failures, failure => Assert.Contains("Machines", failure.Message, StringComparison.Ordinal));
        Assert.All(failures, failure => Assert.IsAssignableFrom<GraphQLTransportException>(failure));
        Assert.NotSame(failures[0], failures[1]);
        Assert.Single(server.Received);
    }

    [Fact]
    public async Task ARejectedKeyIsRenewedOnceForAllOfABatch()
    {
        var asked = 0;
        await using var server = await LoopbackServer.StartAsync(context => context.Request.Headers.Authorization == "Bearer key-number-2"
            ? AnswerAsync(context) : Reply.Json(context, "{}", status: 401));
        await using var client = Create(server, configure: builder => builder.AddBearerToken(
            options => options.Provider = (_, _) => new(BearerToken.Create($"key-number-{Interlocked.Increment(ref asked)}"))));
        var results = await Task.WhenAll(Enumerable.Range(1, 3).Select(number => client.MachinesAsync(variables: new Limit(number))));
        Assert.Equal([1, 2, 3], results.Select(result => result.RequireData().Machines.Count));
        Assert.Equal((2, 2), (server.Received.Count, asked));
    }

    [Theory]
    [InlineData(BearerTokenCache.Never)]
    [InlineData(BearerTokenCache.PerIdentity)]
    public async Task CallersWhoseKeyHangsOnWhoCallsNeverGoTogether(BearerTokenCache cache)
    {
        await using var server = await LoopbackServer.StartAsync(AnswerAsync);
        await using var client = Create(server, configure: builder => builder.AddBearerToken(_ => new UsersKeys(), options => options.Cache = cache));
        await Task.WhenAll(new[] { "ann", "bob" }.Select(async user =>
        {
            s_user.Value = user;
            await client.MachinesAsync();
        }));
        Assert.Equal(["Bearer ann", "Bearer bob"], server.Received.Select(request => request.Authorization).Order());
    }

    [Fact]
    public async Task MutationsAndCallsWithHeadersGoAlone()
    {
        await using var server = await LoopbackServer.StartAsync(AnswerAsync);
        await using var client = Create(server);
        var withHeader = new GraphQLRequestOptions();
        withHeader.Headers.Add(new("X-Trace", "1"));
        await Task.WhenAll(client.RenameAsync(), client.RenameAsync(), client.MachinesAsync(withHeader), client.MachinesAsync(withHeader));
        Assert.Equal(4, server.Received.Count);
        Assert.All(server.Received, request => Assert.StartsWith("{", request.Body, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0, 10)]
    [InlineData(10, 1)]
    [InlineData(20_000, 10)]
    public void OptionsThatMakeNoSenseAreRefused(int milliseconds, int most) =>
        Assert.Throws<Microsoft.Extensions.Options.OptionsValidationException>(() => TestClient.Create(
            new Uri("https://api.example.com"),
            builder => builder.AddBatching(options => (options.Window, options.MaxOperations) = (TimeSpan.FromMilliseconds(milliseconds), most))));

    private static TestClient Create(
        LoopbackServer server,
        Action<GraphQLBatchingOptions>? batching = null,
        Action<IGraphQLClientBuilder>? configure = null,
        Action<IServiceCollection>? services = null) => TestClient.Create(
        server.Endpoint,
        builder =>
        {
            configure?.Invoke(builder);
            builder.AddBatching(options =>
            {
                options.Window = TimeSpan.FromMilliseconds(150);
                batching?.Invoke(options);
            });
        },
        services: services);

    private static string Limits(string body) => JsonSerializer.Serialize(
        JsonDocument.Parse(body).RootElement.EnumerateArray().Select(item => item.GetProperty("variables").GetProperty("limit").GetInt32()));

    // As many machines as the query asks for; two when it does not say.
    private static async Task AnswerAsync(HttpContext context)
    {
        context.Request.Body.Position = 0;
        var request = (await JsonDocument.ParseAsync(context.Request.Body)).RootElement;
        var json = request.ValueKind == JsonValueKind.Array ? $"[{string.Join(',', request.EnumerateArray().Select(One))}]" : One(request);
        await Reply.Json(context, json);
    }

    private static string One(JsonElement request) =>
        MachinesOperation.Machines(request.TryGetProperty("variables", out var variables) ? variables.GetProperty("limit").GetInt32() : 2);

    private sealed class Limit(int limit) : IGraphQLVariables
    {
        public void WriteTo(Utf8JsonWriter json)
        {
            json.WriteStartObject();
            json.WriteNumber("limit", limit);
            json.WriteEndObject();
        }
    }

    private sealed class UsersKeys : IBearerTokenProvider
    {
        public string? GetIdentity(BearerTokenRequest request) => s_user.Value;

        public ValueTask<BearerToken?> GetTokenAsync(BearerTokenRequest request, CancellationToken cancellationToken) =>
            new(BearerToken.Create(s_user.Value!));
    }
}
