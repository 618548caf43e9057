using Lathe.Testing;
using Lathe.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace Lathe.Tests.Testing;

public sealed class ScriptedGraphQLTransportTests
{
    private static readonly MachinesData s_empty = new([]);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AnswersComeInOrderAndTheLastRepeats()
    {
        var transport = new ScriptedGraphQLTransport();
        transport.On(MachinesOperation.Query)
            .Returns(s_empty)
            .ReturnsErrors(new GraphQLError("no"))
            .ReturnsJson(MachinesOperation.TwoMachines);
        Assert.Same(s_empty, (await SendAsync(transport)).RequireData());
        Assert.Equal("no", Assert.Single((await SendAsync(transport)).Errors).Message);
        Assert.Equal(2, (await SendAsync(transport)).RequireData().Machines.Count);
        Assert.Equal(2, (await SendAsync(transport)).RequireData().Machines.Count);
    }

    [Fact]
    public async Task RequestsAreRecordedAndAnswersCanLookAtThem()
    {
        var transport = new ScriptedGraphQLTransport();
        transport.On(MachinesOperation.Query).Returns(request => new MachinesData([new("Mill", request.Variable("limit")!.Value.GetInt32())]));
        var result = await transport.SendAsync(
            MachinesOperation.Query, new TestVariables(("limit", 7), ("none", null)), new() { Tenant = "acme" }, Stop);
        Assert.Equal(7, result.RequireData().Machines[0].Number);
        var request = Assert.Single(transport.RequestsOf(MachinesOperation.Query));
        Assert.Equal("Machines", request.OperationName);
        Assert.Equal(GraphQLOperationType.Query, request.OperationType);
        Assert.Equal("acme", request.Options!.Tenant);
        Assert.Equal(System.Text.Json.JsonValueKind.Null, request.Variable("none")!.Value.ValueKind);
        Assert.Null(request.Variable("other"));
        Assert.Empty(transport.RequestsOf(MachinesOperation.Mutation));
        Assert.Single(transport.Requests);
    }

    [Fact]
    public async Task FailuresAndDelaysAreInjected()
    {
        var time = new FakeTimeProvider();
        var transport = new ScriptedGraphQLTransport(time);
        transport.On(MachinesOperation.Query)
            .Throws(GraphQLFailures.TooManyRequests(TimeSpan.FromSeconds(5)))
            .Throws(GraphQLFailures.Forbidden("reporting"))
            .After(TimeSpan.FromMinutes(1)).Returns(s_empty);
        Assert.Equal(TimeSpan.FromSeconds(5), (await Assert.ThrowsAsync<GraphQLTooManyRequestsException>(() => SendAsync(transport))).RetryAfter);
        Assert.Equal("reporting", (await Assert.ThrowsAsync<GraphQLForbiddenException>(() => SendAsync(transport))).MissingScope);
        var slow = SendAsync(transport);
        time.Advance(TimeSpan.FromSeconds(59));
        Assert.False(slow.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(1));
        await slow;
    }

    [Fact]
    public async Task ASubscriptionThatBreaksCanBeOpenedAgain()
    {
        var transport = new ScriptedGraphQLTransport();
        transport.On(MachinesOperation.Subscription)
            .ReturnsEventsThenThrows(GraphQLFailures.Connection(), s_empty, s_empty)
            .ReturnsEvents(s_empty);
        var seen = 0;
        async Task ReadAsync()
        {
            await foreach (var result in transport.SubscribeAsync(MachinesOperation.Subscription, cancellationToken: Stop))
                seen++;
        }

        await Assert.ThrowsAsync<GraphQLConnectionException>(ReadAsync);
        Assert.Equal(2, seen);
        await ReadAsync();
        Assert.Equal(3, seen);
    }

    [Fact]
    public async Task EachFailureOfTheHttpTransportCanBeMade()
    {
        Exception[] failures =
        [
            GraphQLFailures.Unauthorized(),
            GraphQLFailures.Forbidden(),
            GraphQLFailures.TooManyRequests(),
            GraphQLFailures.Http(System.Net.HttpStatusCode.BadGateway),
            GraphQLFailures.Connection(), GraphQLFailures.RateLimited(TimeSpan.FromSeconds(3)), GraphQLFailures.Unreadable("data.machines[3].name"),
            GraphQLFailures.Timeout(TimeSpan.FromSeconds(30)), new BearerTokenException("There is no key."),
        ];
        foreach (var failure in failures)
        {
            var transport = new ScriptedGraphQLTransport();
            transport.On(MachinesOperation.Query).Throws(failure);
            Assert.Same(failure, await Assert.ThrowsAnyAsync<GraphQLTransportException>(() => SendAsync(transport)));
        }

        Assert.Equal(TimeSpan.FromSeconds(3), ((GraphQLRateLimitException)failures[5]).RetryAfter);
        Assert.Equal("data.machines[3].name", ((GraphQLResponseException)failures[6]).Path);
        Assert.Equal(failures.Length, failures.Select(failure => failure.GetType()).Distinct().Count());
    }

    [Fact]
    public async Task ASubscriptionGivesItsEvents()
    {
        var transport = new ScriptedGraphQLTransport();
        transport.On(MachinesOperation.Subscription).ReturnsEvents(s_empty, new MachinesData([new("Mill", 1)]));
        var counts = new List<int>();
        await foreach (var result in transport.SubscribeAsync(MachinesOperation.Subscription, cancellationToken: Stop))
            counts.Add(result.RequireData().Machines.Count);
        Assert.Equal([0, 1], counts);
    }

    [Fact]
    public async Task ADelayBeyondTheCallsOwnTimeOutIsATimeOut()
    {
        var transport = new ScriptedGraphQLTransport();
        transport.On(MachinesOperation.Query).After(TimeSpan.FromHours(1)).Returns(new MachinesData([]));
        var exception = await Assert.ThrowsAsync<GraphQLTimeoutException>(() => transport.SendAsync(
            MachinesOperation.Query, null, new() { Timeout = TimeSpan.FromMilliseconds(20) }, TestContext.Current.CancellationToken));
        Assert.Equal("Machines took longer than 0.02 s.", exception.Message);
    }

    [Fact]
    public async Task AnAnswerInPartsIsWholeAtItsEnd()
    {
        var transport = new ScriptedGraphQLTransport();
        transport.On(MachinesOperation.Deferred).ReturnsEvents(new MachinesData([new("Mill", null)]), new MachinesData([new("Mill", 1)]));
        var result = await transport.SendAsync(MachinesOperation.Deferred, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal([new("Mill", 1)], result.RequireData().Machines);
        var numbers = new List<int?>();
        await foreach (var part in transport.SubscribeAsync(MachinesOperation.Deferred, cancellationToken: TestContext.Current.CancellationToken))
            numbers.Add(part.RequireData().Machines[0].Number);
        Assert.Equal([null, 1], numbers);
        transport.On(MachinesOperation.Query).ReturnsEvents();
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(
            () => transport.SendAsync(MachinesOperation.Query, cancellationToken: TestContext.Current.CancellationToken));
        Assert.Contains("Use Returns(...)", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AScriptWithoutAnAnswerIsRefusedAtOnce()
    {
        var script = new ScriptedGraphQLTransport().On(MachinesOperation.Query);
        Assert.Throws<ArgumentNullException>("data", () => script.Returns((MachinesData)null!));
        Assert.Throws<ArgumentNullException>("result", () => script.Returns((GraphQLResult<MachinesData>)null!));
        Assert.Throws<ArgumentNullException>("response", () => script.ReturnsJson(null!));
        Assert.Equal("The key may not do this (403).", GraphQLFailures.Forbidden().Message);
    }

    [Fact]
    public async Task WhatHasNoScriptSaysHowToWriteOne()
    {
        var transport = new ScriptedGraphQLTransport();
        transport.On(MachinesOperation.Mutation).Returns(s_empty);
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => SendAsync(transport));
        Assert.Equal(
            "Machines has no scripted answer (scripted: Rename). Add one: transport.On(Operation).Returns(...), with that operation.",
            exception.Message);
    }

    private static Task<GraphQLResult<MachinesData>> SendAsync(ScriptedGraphQLTransport transport) =>
        transport.SendAsync(MachinesOperation.Query, cancellationToken: Stop);
}
