using Lathe.Testing;
using Lathe.Tests.Support;

namespace Lathe.Tests.Testing;

/// <summary>What a script refuses, HTTP refuses, in the same words; what HTTP takes, a script takes.</summary>
public sealed class ScriptedResponseTests
{
    public static TheoryData<string> Refused =>
    [
        "", "<html>Sign in</html>", "[]", "{}", "{\"data\":", "{\"data\":{},\"data\":{}}", "{\"data\":{\"machines\":[{\"name\":7}]}}",
        "{\"data\":null,\"errors\":7}", "{\"data\":{\"machines\":[]}} tail", Nested(140),
    ];

    public static TheoryData<string> Taken => [MachinesOperation.TwoMachines, "\uFEFF{\"data\":{\"machines\":[]}}", Nested(100), Failed];

    private static string Failed => "{\"errors\":[{\"message\":\"no\",\"path\":[\"machines\",0]}],\"data\":null,\"extensions\":{\"cost\":3}}";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task WhatHttpRefusesIsRefusedInTheSameWords(string json)
    {
        await using var server = await LoopbackServer.StartAsync(json);
        await using var client = TestClient.Create(server.Endpoint);
        var sent = await Assert.ThrowsAsync<GraphQLResponseException>(
            () => client.Transport.SendAsync(MachinesOperation.Query, cancellationToken: Stop));
        var scripted = Assert.Throws<GraphQLResponseException>(() => new ScriptedGraphQLTransport().On(MachinesOperation.Query).ReturnsJson(json));
        Assert.Equal((sent.Message, sent.Path, sent.StatusCode, sent.Body), (scripted.Message, scripted.Path, scripted.StatusCode, scripted.Body));
        Assert.Equal(sent.InnerException?.GetType(), scripted.InnerException?.GetType());
    }

    [Theory]
    [MemberData(nameof(Taken))]
    public async Task WhatHttpTakesIsTaken(string json)
    {
        await using var server = await LoopbackServer.StartAsync(json);
        await using var client = TestClient.Create(server.Endpoint);
        var transport = new ScriptedGraphQLTransport();
        transport.On(MachinesOperation.Query).ReturnsJson(json);
        var sent = await client.Transport.SendAsync(MachinesOperation.Query, cancellationToken: Stop);
        var scripted = await transport.SendAsync(MachinesOperation.Query, cancellationToken: Stop);
        Assert.Equal(sent.Data?.Machines, scripted.Data?.Machines);
        Assert.Equal(sent.Errors.Select(error => error.ToString()), scripted.Errors.Select(error => error.ToString()));
        Assert.Equal((sent.StatusCode, sent.Extensions?.ToString()), (scripted.StatusCode, scripted.Extensions?.ToString()));
    }

    [Fact]
    public async Task ASubscriptionThatIsSentIsRefusedAsByHttp()
    {
        await using var server = await LoopbackServer.StartAsync(MachinesOperation.TwoMachines);
        await using var client = TestClient.Create(server.Endpoint);
        var transport = new ScriptedGraphQLTransport();
        transport.On(MachinesOperation.Subscription).Returns(new MachinesData([]));
        var sent = await Assert.ThrowsAsync<ArgumentException>(
            () => client.Transport.SendAsync(MachinesOperation.Subscription, cancellationToken: Stop));
        var scripted = await Assert.ThrowsAsync<ArgumentException>(
            () => transport.SendAsync(MachinesOperation.Subscription, cancellationToken: Stop));
        Assert.Equal((sent.Message, sent.ParamName), (scripted.Message, scripted.ParamName));
        Assert.Empty(transport.Requests);
        Assert.Empty(server.Received);
    }

    private static string Nested(int depth) =>
        "{\"data\":{\"machines\":[]},\"further\":" + new string('[', depth) + new string(']', depth) + "}";
}
