namespace Lathe.Tool.Tests.Commands;

/// <summary>The data of <c>lathe run</c> as rows.</summary>
public sealed class RunFormatTests
{
    private const string Query = """
        query M { machines { id ...Rest on model { maker } } }
        fragment Rest on Machine { name speed model { name } tags }
        """;

    private const string Answer = """
        {"data":{"machines":[
          {"id":"1","on":true,"name":"a, \"b\"\nc","speed":1.50,"model":{"name":"","maker":null},"tags":["x","ü"]},
          {"id":"2","name":null,"speed":null,"model":null,"tags":null}]}}
        """;

    [Fact]
    public async Task RowsAreCommaSeparated()
    {
        await using var project = await RunProject.StartAsync(Answer, ("Q/m.graphql", Query));
        Assert.True(await project.Run.RunAsync("run", "Q/m.graphql", "--format", "csv") == 0, project.Run.Error);
        Assert.Equal(
            """
            id,name,speed,model.name,model.maker,tags,on
            1,"a, ""b""
            c",1.50,"",,"[""x"",""ü""]",true
            2,,,,,,

            """.ReplaceLineEndings("\n"),
            project.Run.Output);
    }

    [Fact]
    public async Task RowsAreLinesOfJson()
    {
        await using var project = await RunProject.StartAsync(Answer, ("Q/m.graphql", Query));
        Assert.Equal(0, await project.Run.RunAsync("run", "Q/m.graphql", "--format", "ndjson"));
        Assert.Equal(
            [
                """{"id":"1","on":true,"name":"a, \"b\"\nc","speed":1.50,"model":{"name":"","maker":null},"tags":["x","ü"]}""",
                """{"id":"2","name":null,"speed":null,"model":null,"tags":null}""",
            ],
            project.Run.Output.TrimEnd('\n').Split('\n'));
    }

    [Theory]
    [InlineData("query Q { machine(id: 1) { id name } }", """{"data":{"machine":{"id":"1","name":"a"}}}""", "machine.id,machine.name\n1,a\n")]
    [InlineData("query Q { labels old }", """{"data":{"labels":["a",null],"old":1}}""", "labels\na\n\n")]
    [InlineData("query Q { all: machines { parts { id } } labels }", """{"data":{"all":[{"parts":[{"id":1}]}]}}""", "parts\n\"[{\"\"id\"\":1}]\"\n")]
    [InlineData("query Q { machines { id } }", """{"data":{"machines":null}}""", "id\n")]
    [InlineData("query Q { machines { id } }", """{"data":{}}""", "id\n")]
    public async Task TheRowsAreTheOneListOfObjectsElseTheOneListElseTheData(string query, string answer, string expected)
    {
        await using var project = await RunProject.StartAsync(answer, ("Q/q.graphql", query));
        Assert.True(await project.Run.RunAsync("run", "Q/q.graphql", "--format", "csv") == 0, project.Run.Error);
        Assert.Equal(expected, project.Run.Output);
    }

    [Fact]
    public async Task OneOfSeveralListsIsNamed()
    {
        const string Query = "query Q { a: machines { id } b: machines { id } machine(id: 1) { parts { id } } }";
        await using var project = await RunProject.StartAsync(
            """{"data":{"a":[],"b":[],"machine":{"parts":[{"id":5}]}}}""", ("Q/q.graphql", Query));
        var line = await project.Run.FailAsync("run", "Q/q.graphql", "--format", "csv");
        Assert.Contains("Q has several lists. Name the rows with --rows. It has: a, b, machine.parts.", line, StringComparison.Ordinal);
        Assert.Contains(
            "has no list 'c' that", await project.Run.FailAsync("run", "Q/q.graphql", "--format", "csv", "--rows", "c"), StringComparison.Ordinal);
        Assert.Empty(project.Bodies);
        Assert.Equal(0, await project.Run.RunAsync("run", "Q/q.graphql", "--format", "csv", "--rows", "machine.parts"));
        Assert.Equal("id\n5\n", project.Run.Output);
    }

    [Fact]
    public async Task ATableForATerminalHoldsNoControlCharacters()
    {
        await using var project = await RunProject.StartAsync("""{"data":{"labels":["\u001b[31m"]}}""", ("Q/q.graphql", "query Q { labels }"));
        Assert.Equal(0, await project.Run.RunAsync("run", "Q/q.graphql", "--format", "csv"));
        Assert.Equal("labels\n\u001b[31m\n", project.Run.Output);
        project.Run.IsTerminal = true;
        Assert.Equal(0, await project.Run.RunAsync("run", "Q/q.graphql", "--format", "csv"));
        Assert.Equal("labels\n\uFFFD[31m\n", project.Run.Output);
    }
}
