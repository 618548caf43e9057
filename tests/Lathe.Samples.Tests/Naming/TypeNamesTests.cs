using System.Text.Json.Nodes;
using Lathe.TestSupport;
using MachineMetrics.Naming;
using MachineMetrics.Server.Hosting;
using ShopFloor;
using Spectre.Console.Testing;

namespace Lathe.Samples.Tests.Naming;

/// <summary>What fragments are sent with, once the API has said what its types are called.</summary>
public sealed class TypeNamesTests
{
    private const string Document =
        "query Q($t:String){machines(where:{name:{_eq:$t}}){...Card ...on Machine@include(if:true){name}}}fragment Card on Machine{company{name}}";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void OnlyTypeConditionsOfRenamedTypesAreWrittenAnew()
    {
        var names = new TypeNames();
        Assert.True(names.TryLearn(JsonNode.Parse("""
            {"data":{"MachineTP":{"name":"MachineTP"},"AnnotationTP":null,"OperatorRunTP":{"name":"OperatorRunTP"}}}
            """)));
        Assert.Equal(Document.Replace("on Machine", "on MachineTP", StringComparison.Ordinal), names.Write(Document));
        const string Unchanged = "fragment A on Annotation{a}fragment M on MachineGroup{a}";
        Assert.Equal(Unchanged, names.Write(Unchanged));
    }

    [Theory]
    [InlineData("""{"errors":[{"message":"no"}]}""")]
    [InlineData("""{"data":null}""")]
    [InlineData("[]")]
    [InlineData("null")]
    public void WhatIsNoAnswerTeachesNothing(string answer)
    {
        var names = new TypeNames();
        Assert.False(names.TryLearn(JsonNode.Parse(answer)));
        Assert.False(names.AreKnown);
        Assert.Equal(Document, names.Write(Document));
    }

    [Fact]
    public async Task TheReportIsTheSameUnderBothNamings()
    {
        await using var usual = await ShopServer.StartAsync(cancellationToken: Stop);
        await using var other = await ShopServer.StartAsync(new() { Schema = OtherNames.Of(ShopServer.DefaultSchema) }, Stop);
        var report = await ReportAsync(usual);
        Assert.Contains("Open downtime", report, StringComparison.Ordinal);
        Assert.Equal(report, await ReportAsync(other));
        // Asked once, however many operations are sent.
        Assert.Single(other.Requests, request => request.OperationName == "TypeNames");
        Assert.All(other.Requests, request => Assert.Equal(200, request.StatusCode));
    }

    // The header names the server's address, which differs.
    private static async Task<string> ReportAsync(ShopServer server)
    {
        using var console = new TestConsole().Width(100);
        using var error = new StringWriter();
        var exitCode = await App.RunAsync(["--endpoint", server.Endpoint.ToString(), "--machine", "203"], server.Key.Secret, console, error, Stop);
        Assert.Equal((0, ""), (exitCode, error.ToString()));
        return console.Output;
    }
}
