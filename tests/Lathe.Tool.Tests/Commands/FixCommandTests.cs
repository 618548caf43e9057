namespace Lathe.Tool.Tests.Commands;

public sealed class FixCommandTests
{
    private const string Schema = """
        type Query { machine(id: ID!): Machine machines(limit: Int): [Machine!]! }
        type Machine { name: String old: String @deprecated(reason: "Use name") aa: Int ab: Int }
        """;

    [Fact]
    public async Task FixWritesWhatItMends()
    {
        using var run = Project(
            ("q/get-machine.graphql", "\uFEFF# c\r\n{ machine(idd: 1) { ...F } }"), ("q/f.graphql", "fragment F on Machine { nmae }"));
        Assert.Equal(0, await run.RunAsync("fix"));
        Assert.Equal("\uFEFF# c\r\nquery GetMachine { machine(id: 1) { ...F } }", run.ReadExactly("q/get-machine.graphql"));
        Assert.Equal("fragment F on Machine { name }", run.Read("q/f.graphql"));
        Assert.Equal(
            """
            q/f.graphql(1,25): GQL1004: Change nmae to name.
            q/get-machine.graphql(2,1): GQL0013: Name the operation GetMachine.
            q/get-machine.graphql(2,11): GQL1021: Change idd to id.

            3 mistakes in 2 files mended.

            """.ReplaceLineEndings("\n"),
            Sorted(run.Output));
        Assert.Equal(0, await run.RunAsync("validate"));
        Assert.Equal(0, await run.RunAsync("fix"));
        Assert.Equal("There is nothing to mend.\n", run.Output);
    }

    [Fact]
    public async Task ADryRunWritesNothing()
    {
        using var run = Project(("q/a.graphql", "query A { machine(id: 1) { old } }"));
        Assert.Equal(0, await run.RunAsync("fix", "--dry-run"));
        Assert.Equal("query A { machine(id: 1) { old } }", run.Read("q/a.graphql"));
        Assert.Contains("q/a.graphql(1,28): GQL2001: Replace the deprecated old by name.", run.Output, StringComparison.Ordinal);
        Assert.EndsWith("1 mistake in 1 file would be mended.\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIsLeftIsListedAndFails()
    {
        using var run = Project(("q/a.graphql", "query A { machine(id: 1) { ac old } }"));
        Assert.Equal(1, await run.RunAsync("fix", "--id", "gql1004"));
        Assert.Equal("query A { machine(id: 1) { ac old } }", run.Read("q/a.graphql"));
        Assert.Equal(
            "This needs a hand:\nq/a.graphql(1,28): GQL1004: "
                + "Cannot query field \"ac\" on type \"Machine\". Did you mean \"aa\" or \"ab\"?\n", run.Output);
    }

    [Fact]
    public async Task WhatHasNoFixAndWhatDoesNotParseIsListedToo()
    {
        using var run = Project(("q/a.graphql", "query A { machine(id: 1) { name { x } } }"), ("q/b.graphql", "query B { machine(id: 1) { nmae }"));
        Assert.Equal(1, await run.RunAsync("fix"));
        Assert.Equal(
            """
            This needs a hand:
            q/b.graphql(1,34): GQL1001: Expected Name, found <EOF>.
            q/a.graphql(1,33): GQL1010: Field "name" must not have a selection since type "String" has no subfields.

            """.ReplaceLineEndings("\n"),
            run.Output);
        Assert.Equal(1, await run.RunAsync("fix", "--id", "GQL1004"));
        Assert.Equal("This needs a hand:\nq/b.graphql(1,34): GQL1001: Expected Name, found <EOF>.\n", run.Output);
    }

    [Fact]
    public async Task WhatTwoProjectsFindInOneFileIsListedOnce()
    {
        using var run = Project(("q/a.graphql", "query A { machine(id: 1) { name { x } } }"));
        run.Write(".graphqlrc.json", """{"projects":{"a":{"schema":"s.graphql","documents":"q/*"},"b":{"schema":"s.graphql","documents":"q/*"}}}""");
        Assert.Equal(1, await run.RunAsync("fix"));
        Assert.Equal(2, run.Output.Count(character => character == '\n'));
    }

    [Fact]
    public async Task SuppressedAdviceStays()
    {
        using var run = Project(("q/a.graphql", "query A { machine(id: 1) { old } } # lathe-disable-line GQL2001"));
        Assert.Equal(0, await run.RunAsync("fix"));
        Assert.Equal("There is nothing to mend.\n", run.Output);
    }

    [Fact]
    public async Task ALimitIsAddedWhereItIsRequired()
    {
        using var run = Project(("q/a.graphql", "query A { machines { name } }"));
        Assert.Equal(0, await run.RunAsync("fix"));
        Assert.Equal("There is nothing to mend.\n", run.Output);
        run.Write(".graphqlrc.json", """{"schema":"s.graphql","documents":"q/*.graphql","extensions":{"lathe":{"limits":{"requireListLimit":true}}}}""");
        Assert.Equal(0, await run.RunAsync("fix"));
        Assert.Equal("query A { machines(limit: 100) { name } }", run.Read("q/a.graphql"));
    }

    [Fact]
    public async Task AFileOfTwoProjectsIsMendedOnce()
    {
        using var run = Project(("q/a.graphql", "query A { machine(id: 1) { nmae } }"));
        run.Write(".graphqlrc.json", """{"projects":{"x":{"schema":"s.graphql","documents":"q/*.graphql"},"y":{"schema":"s.graphql","documents":"q/*.graphql"}}}""");
        Assert.Equal(0, await run.RunAsync("fix"));
        Assert.Equal("query A { machine(id: 1) { name } }", run.Read("q/a.graphql"));
        Assert.EndsWith("\n1 mistake in 1 file mended.\n", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task WhatABuildFoundUnusedIsRemovedWithVariablesThatLoseTheirUse(bool isNewest)
    {
        const string Query = """
            query A($all: Boolean = false, $id: ID!) {
              machine(id: $id) { aa }
              machines(limit: 1) { aa ab name } # c
              more: machines @include(if: $all) { aa }
            }
            query B { machines { ...F } }
            fragment F on Machine { aa }
            """;
        using var run = Project(("q/a.graphql", Query));
        run.Write("Program.cs", "await client.AAsync(id: 1);");
        run.Write("b.sarif", Log(run, isNewest, ("GQL2050", 2, 22, 24), ("GQL2050", 3, 24, 26), ("GQL2050", 3, 27, 29), ("GQL2050", 4, 3, 17),
            ("GQL2051", 6, 1, 8), ("GQL2052", 7, 1, 11), ("GQL2050", 1, 1, 3)));
        Assert.Equal(1, await run.RunAsync("fix", "--build-log", "b.sarif"));
        Assert.Equal(
            """
            query A($id: ID!) {
              machine(id: $id) { __typename }
              machines(limit: 1) { name } # c
            }

            """.ReplaceLineEndings("\n"),
            run.Read("q/a.graphql"));
        Assert.Contains("q/a.graphql(1,1): GQL2050: unused", run.Output, StringComparison.Ordinal);

        run.Write("q/a.graphql", Query);
        run.Write("Program.cs", "await client.AAsync(id: 1, all: true);");
        Assert.Equal(1, await run.RunAsync("fix", "--build-log", "b.sarif"));
        Assert.Contains("more: machines @include(if: $all)", run.Read("q/a.graphql"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIsNoLogIsRefused()
    {
        using var run = Project(("q/a.graphql", "query A { machine(id: 1) { name } }"), ("b.sarif", "{}"));
        Assert.Contains("is no log of the compiler", await run.FailAsync("fix", "--build-log", "b.sarif"), StringComparison.Ordinal);
        Assert.Contains("cannot be read", await run.FailAsync("fix", "--build-log", "c.sarif"), StringComparison.Ordinal);
    }

    private static string Log(ToolRun run, bool isNewest, params (string Id, int Line, int Start, int End)[] results)
    {
        var uri = new Uri(Path.Combine(run.Folder, "q/a.graphql")).AbsoluteUri;
        var all = results.Select(one =>
        {
            var region = $$"""{ "startLine": {{one.Line}}, "startColumn": {{one.Start}}, "endLine": {{one.Line}}, "endColumn": {{one.End}} }""";
            return isNewest
                ? $$$"""{ "ruleId": "{{{one.Id}}}", "message": { "text": "unused" }, "locations": [{ "physicalLocation": { "artifactLocation": { "uri": "{{{uri}}}" }, "region": {{{region}}} } }] }"""
                : $$$"""{ "ruleId": "{{{one.Id}}}", "message": "unused", "locations": [{ "resultFile": { "uri": "{{{uri}}}", "region": {{{region}}} } }] }""";
        });
        return $$"""{ "runs": [{ "results": [{{string.Join(',', all)}}] }] }""";
    }

    [Fact]
    public async Task AnIdWithoutAFixIsRefused()
    {
        using var run = Project(("q/a.graphql", "query A { machine(id: 1) { name } }"));
        Assert.Contains(
            "'GQL1010' has no fix. There are fixes for: GQL0013, ",
            await run.FailAsync("fix", "--id", "GQL1010"),
            StringComparison.Ordinal);
    }

    private static ToolRun Project(params (string Path, string Text)[] files) => new(
        [("s.graphql", Schema), (".graphqlrc.json", """{"schema":"s.graphql","documents":"q/*.graphql"}"""), .. files]);

    // The rounds in which mistakes are mended are no promise.
    private static string Sorted(string output)
    {
        var lines = output.Split('\n');
        var count = Array.IndexOf(lines, string.Empty);
        return string.Join('\n', lines[..count].Order(StringComparer.Ordinal).Concat(lines[count..]));
    }
}
