using Lathe.Testing;
using Lathe.Tests.Support;

namespace Lathe.Tests.Testing;

/// <summary>What the checks of a scripted transport say, word by word.</summary>
public sealed class ScriptedVerifyTests
{
    private static readonly MachinesData s_empty = new([]);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task WhatWasAskedForPassesBothChecks()
    {
        var transport = new ScriptedGraphQLTransport();
        transport.VerifyNoOthers();
        transport.VerifyAllUsed();
        transport.On(MachinesOperation.Query).Returns(s_empty).Returns(s_empty);
        await transport.SendAsync(MachinesOperation.Query, cancellationToken: Stop);
        await transport.SendAsync(MachinesOperation.Query, cancellationToken: Stop);
        transport.VerifyNoOthers();
        transport.VerifyAllUsed();
    }

    [Fact]
    public async Task AnswersThatNobodyAskedForAreNamedWithWhatCameInstead()
    {
        var transport = new ScriptedGraphQLTransport();
        transport.On(MachinesOperation.Query).Returns(s_empty).Returns(s_empty).Returns(s_empty);
        transport.On(MachinesOperation.Mutation).Returns(s_empty);
        transport.On(MachinesOperation.Subscription);
        Assert.Equal(
            "Not all scripted answers were asked for: Machines (3 of 3), Rename (1 of 1). No request came.",
            Assert.Throws<InvalidOperationException>(transport.VerifyAllUsed).Message);
        await transport.SendAsync(MachinesOperation.Query, new Shown("Limit = 3"), cancellationToken: Stop);
        Assert.Equal(
            "Not all scripted answers were asked for: Machines (2 of 3), Rename (1 of 1). Came:\n  query Machines Limit = 3",
            Assert.Throws<InvalidOperationException>(transport.VerifyAllUsed).Message);
    }

    [Fact]
    public async Task RequestsBeyondTheScriptAreShown()
    {
        var transport = new ScriptedGraphQLTransport();
        transport.On(MachinesOperation.Query).Returns(s_empty);
        await transport.SendAsync(MachinesOperation.Query, cancellationToken: Stop);
        await transport.SendAsync(MachinesOperation.Query, new Shown(new string('x', 400)), cancellationToken: Stop);
        await Assert.ThrowsAsync<InvalidOperationException>(() => transport.SendAsync(MachinesOperation.Mutation, cancellationToken: Stop));
        Assert.Equal(
            $"2 more requests came than answers are scripted. Came:\n  query Machines {new string('x', 300)}...\n  mutation Rename without variables",
            Assert.Throws<InvalidOperationException>(transport.VerifyNoOthers).Message);
    }

    [Fact]
    public async Task AMessageShowsTwentyRequestsAndCountsTheRest()
    {
        var transport = new ScriptedGraphQLTransport();
        transport.On(MachinesOperation.Query).Returns(s_empty);
        for (var i = 0; i < 24; i++)
            await transport.SendAsync(MachinesOperation.Query, new Shown($"n{i}"), cancellationToken: Stop);
        var lines = Assert.Throws<InvalidOperationException>(transport.VerifyNoOthers).Message.Split('\n');
        Assert.Equal("23 more requests came than answers are scripted. Came:", lines[0]);
        Assert.Equal((22, "  query Machines n20", "  and 3 more"), (lines.Length, lines[20], lines[21]));
    }

    [Fact]
    public async Task ASubscriptionCountsAsItsOneAnswer()
    {
        var transport = new ScriptedGraphQLTransport();
        transport.On(MachinesOperation.Subscription).ReturnsEvents(s_empty, s_empty);
        await foreach (var _ in transport.SubscribeAsync(MachinesOperation.Subscription, cancellationToken: Stop))
        {
        }

        transport.VerifyAllUsed();
        transport.VerifyNoOthers();
    }

    [Fact]
    public async Task VariablesOfAnotherTypeAreRefusedByName()
    {
        var transport = new ScriptedGraphQLTransport();
        transport.On(MachinesOperation.Query).Returns(s_empty);
        var sent = new Shown("x");
        await transport.SendAsync(MachinesOperation.Query, sent, cancellationToken: Stop);
        Assert.Same(sent, transport.Requests[0].VariablesAs<Shown>());
        Assert.Equal(
            "Machines was sent with Lathe.Tests.Testing.ScriptedVerifyTests+Shown, not with Lathe.Tests.Support.TestVariables.",
            Assert.Throws<InvalidOperationException>(() => transport.Requests[0].VariablesAs<TestVariables>()).Message);
    }

    private sealed class Shown(string text) : IGraphQLVariables
    {
        public void WriteTo(System.Text.Json.Utf8JsonWriter writer)
        {
            writer.WriteStartObject();
            writer.WriteEndObject();
        }

        public override string ToString() => text;
    }
}
