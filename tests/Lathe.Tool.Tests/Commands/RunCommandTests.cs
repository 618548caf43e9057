using MachineMetrics.Server.Hosting;

namespace Lathe.Tool.Tests.Commands;

/// <summary><c>lathe run</c> sends one operation, checked before, and shows what came.</summary>
public sealed class RunCommandTests
{
    private const string Machines = "query Machines($limit: Int!) { machines(limit: $limit) { ...Card } }";
    private const string Card = "fragment Card on Machine { id name model { maker } }";
    private const string OneMachine = """{"data":{"machines":[{"id":"1","name":"Mühle \"A\"","model":null}]}}""";

    [Fact]
    public async Task TheOperationIsSentAsAClientWritesItWithItsVariablesAndTheKey()
    {
        await using var project = await RunProject.StartAsync(OneMachine, ("Q/m.graphql", Machines), ("Q/card.graphql", Card));
        project.Run.Environment["KEY"] = "Bearer abc";
        Assert.True(await project.Run.RunAsync("run", "Q/m.graphql", "--var", "limit=10", "--token-env", "KEY") == 0, project.Run.Error);
        Assert.Equal(
            """{"query":"query Machines($limit:Int!){machines(limit:$limit){...Card}}fragment Card on Machine{id name model{maker}}","""
                + """ "operationName":"Machines","variables":{"limit":10}}""".TrimStart(),
            project.Bodies.Single().GetRawText());
        Assert.Equal("Bearer abc", project.Keys.Single());
        Assert.Equal(
            """
            {
              "machines": [
                {
                  "id": "1",
                  "name": "Mühle \"A\"",
                  "model": null
                }
              ]
            }

            """.ReplaceLineEndings("\n"),
            project.Run.Output);
        Assert.Equal("", project.Run.Error);
    }

    [Fact]
    public async Task ARealServerAnswersTheSamplesQueries()
    {
        await using var server = await ShopServer.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        using var run = new ToolRun(
            ("schema.graphql", ShopServer.DefaultSchema), ("q.graphql", "query Names($limit: Int) { machines(limit: $limit) { name machineRef } }"));
        run.Environment["KEY"] = server.Key.Secret;
        string[] arguments = ["run", "q.graphql", "--endpoint", server.Endpoint.AbsoluteUri, "--var", "limit=2", "--token-env", "KEY"];
        Assert.True(await run.RunAsync([.. arguments, "--format", "csv"]) == 0, run.Error);
        var lines = run.Output.Split('\n');
        Assert.Equal(("name,machineRef", 4), (lines[0], lines.Length));
        Assert.Matches("^[^,]+,[0-9]+$", lines[1]);

        run.Environment["KEY"] = "wrong";
        Assert.Contains("the key", await run.FailAsync(arguments), StringComparison.Ordinal);
    }

    [Fact]
    public async Task MistakesOfTheOperationAndItsFragmentsKeepItFromBeingSent()
    {
        await using var project = await RunProject.StartAsync(
            OneMachine,
            ("Q/m.graphql", Machines),
            ("Q/card.graphql", "fragment Card on Machine { nam }"),
            ("Q/other.graphql", "query Other { nope }"));
        Assert.Equal(1, await project.Run.RunAsync("run", "Q/m.graphql", "--var", "limit=10"));
        Assert.StartsWith(
            "Q/card.graphql(1,28): error GQL1004: Cannot query field \"nam\" on type \"Machine\". Did you mean \"name\"?\n",
            project.Run.Error,
            StringComparison.Ordinal);
        Assert.Empty(project.Bodies);
    }

    [Fact]
    public async Task MistakesElsewhereInTheProjectDoNotMatter()
    {
        await using var project = await RunProject.StartAsync(
            OneMachine, ("Q/m.graphql", Machines), ("Q/card.graphql", Card), ("Q/other.graphql", "query Other { nope } fragment"));
        Assert.True(await project.Run.RunAsync("run", "Q/m.graphql", "--var", "limit=10") == 0, project.Run.Error);
    }

    [Fact]
    public async Task AFragmentThatAMistakeOfAnotherFileHidesIsNotLeftOut()
    {
        await using var project = await RunProject.StartAsync(
            OneMachine, ("Q/m.graphql", Machines), ("Q/card.graphql", "fragment Card on Machine { id "));
        Assert.Equal(1, await project.Run.RunAsync("run", "Q/m.graphql", "--var", "limit=10"));
        Assert.StartsWith("Q/card.graphql(1,", project.Run.Error, StringComparison.Ordinal);
        Assert.Empty(project.Bodies);
    }

    [Fact]
    public async Task AMutationIsSentOnPurposeOnly()
    {
        await using var project = await RunProject.StartAsync(
            """{"data":{"stop":null}}""", ("Q/stop.graphql", "mutation Stop { stop(id: 1) { id } }"));
        Assert.Contains("Stop is a mutation", await project.Run.FailAsync("run", "Q/stop.graphql"), StringComparison.Ordinal);
        Assert.Empty(project.Bodies);
        Assert.Equal(0, await project.Run.RunAsync("run", "Q/stop.graphql", "--allow-mutation"));
        Assert.Single(project.Bodies);
    }

    [Fact]
    public async Task ASubscriptionIsNotSent()
    {
        await using var project = await RunProject.StartAsync(OneMachine, ("Q/s.graphql", "subscription S { machine { id } }"));
        Assert.Contains("S is a subscription", await project.Run.FailAsync("run", "Q/s.graphql", "--allow-mutation"), StringComparison.Ordinal);
        Assert.Empty(project.Bodies);
    }

    [Fact]
    public async Task ErrorsOfTheAnswerAreToldBesideItsDataWithoutTheKeyAndWithoutControlCharacters()
    {
        await using var project = await RunProject.StartAsync(
            """
            {"data":{"old":null},"errors":[
              {"message":"not for hunter2\u001b[31m","path":["old",0,"x"],"extensions":{"code":"DENIED"}},{"message":7},3]}
            """,
            ("Q/q.graphql", "query Q { old }"));
        project.Run.Environment["KEY"] = "hunter2";
        Assert.Equal(1, await project.Run.RunAsync("run", "Q/q.graphql", "--token-env", "KEY"));
        Assert.Equal("{\n  \"old\": null\n}\n", project.Run.Output);
        Assert.Equal(
            "error: old.0.x: not for (the key)\uFFFD[31m [DENIED]\nerror: no message\nerror: an error that is no object.\n", project.Run.Error);
    }

    [Theory]
    [InlineData("""{"data":null,"errors":[{"message":"no"}]}""", "error: no\n")]
    [InlineData("""{"errors":[{"message":"no"}]}""", "error: no\n")]
    [InlineData("""{"data":null}""", "error: the answer has neither data nor an error.\n")]
    [InlineData("""{"data":null,"errors":[]}""", "error: the answer has neither data nor an error.\n")]
    [InlineData("""{"data":{"old":1},"errors":"no"}""", "error: the answer's errors are no list.\n")]
    public async Task AnAnswerWithoutDataIsNoSuccess(string answer, string expected)
    {
        await using var project = await RunProject.StartAsync(answer, ("Q/q.graphql", "query Q { old }"));
        Assert.Equal(1, await project.Run.RunAsync("run", "Q/q.graphql"));
        Assert.Equal(expected, project.Run.Error);
    }

    [Theory]
    [InlineData("Q/none.graphql", "There is no file 'Q/none.graphql'.")]
    [InlineData("schema.graphql", "'schema.graphql' is no document of project 'default'.")]
    [InlineData("Q/two.graphql", "'Q/two.graphql' holds several operations: A, B. Name one with --operation.")]
    [InlineData("Q/card.graphql", "'Q/card.graphql' holds no operation.")]
    public async Task AFileWithoutOneOperationIsRefused(string path, string expected)
    {
        await using var project = await RunProject.StartAsync(
            OneMachine, ("Q/two.graphql", "query A { old } query B { old }"), ("Q/card.graphql", Card));
        Assert.Contains(expected, await project.Run.FailAsync("run", path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OneOfSeveralOperationsIsNamed()
    {
        await using var project = await RunProject.StartAsync("""{"data":{"old":1}}""", ("Q/two.graphql", "query A { old } query B { old }"));
        Assert.Equal(0, await project.Run.RunAsync("run", "Q/two.graphql", "--operation", "B"));
        Assert.Equal("B", project.Bodies.Single().GetProperty("operationName").GetString());
        Assert.Contains("It has: A, B.", await project.Run.FailAsync("run", "Q/two.graphql", "--operation", "C"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task APersonIsToldWhatIsAsked()
    {
        await using var project = await RunProject.StartAsync("""{"data":{"old":1}}""", ("Q/q.graphql", "query Q { old }"));
        project.Run.IsTerminal = true;
        Assert.Equal(0, await project.Run.RunAsync("run", "Q/q.graphql"));
        Assert.Matches("^Asking http://[^ ]+/graphql for Q ...\n$", project.Run.Error);
    }
}
