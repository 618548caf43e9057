using Lathe.TestSupport;

namespace Lathe.Tool.Tests.Commands;

/// <summary><c>lathe migrate strawberry-shake</c>.</summary>
public sealed class StrawberryShakeMigrateTests
{
    private const string Schema = """
        type Query { people(first: Int, after: String): [Person!]! person(id: ID!): Person }
        type Mutation { rename(id: ID!, name: String!): Person }
        type Subscription { renamed: Person }
        type Person { id: ID! name: String! }
        """;

    private const string Operations = """
        query GetPeople($first: Int, $search: String!) { people(first: $first, after: $search) { id name } }
        query GetPerson($id: ID!) { person(id: $id) { id name } }
        mutation Rename($id: ID!, $name: String!) { rename(id: $id, name: $name) { name } }
        subscription OnRenamed { renamed { name } }
        """;

    [Theory]
    [InlineData(
        "var r = await client.GetPerson.ExecuteAsync(id); Use(r.Data!.Person);",
        "var r = await client.GetPersonAsync(id); Use(r.RequireData().Person);")]
    [InlineData(
        "var r = await _client.GetPerson.ExecuteAsync(id, stop).ConfigureAwait(false); r.EnsureNoErrors();",
        "var r = await _client.GetPersonAsync(id, stop).ConfigureAwait(false); r.RequireData();")]
    [InlineData("await client.Rename\n    .ExecuteAsync(id, name);", "await client.RenameAsync(id, name);")]
    [InlineData(
        "await client.GetPeople.ExecuteAsync(10, \"a\", stop);",
        "await client.GetPeopleAsync(first: 10, search: \"a\", cancellationToken: stop);")]
    [InlineData("await client.GetPeople.ExecuteAsync(search: x, first: 1);", "await client.GetPeopleAsync(search: x, first: 1);")]
    [InlineData(
        "IOperationResult<IGetPersonResult> r; r = await client.GetPerson.ExecuteAsync(id);",
        "GraphQLResult<GetPersonQuery.Data> r; r = await client.GetPersonAsync(id);")]
    [InlineData("Use((await client.Rename.ExecuteAsync(id, name)).Data!.Rename);", "Use((await client.RenameAsync(id, name)).RequireData().Rename);")]
    [InlineData("if (r.IsErrorResult() || !r.IsSuccessResult() || r.IsSuccessResult()) { }", "if (r.HasErrors || r.HasErrors || !r.HasErrors) { }")]
    [InlineData(
        "catch (GraphQLClientException e) { foreach (var x in e.Errors) { } }",
        "catch (GraphQLException e) { foreach (var x in e.Errors) { } }",
        "try { } ")]
    [InlineData(
        "services.AddPeopleClient(ExecutionStrategy.CacheFirst).ConfigureHttpClient(c => c.BaseAddress = u);",
        "services.AddPeopleClient().ConfigureHttpClient(c => c.BaseAddress = u);")]
    [InlineData("services.AddPeopleClient(profile: PeopleClientProfileKind.Default);", "services.AddPeopleClient();")]
    public async Task CallSitesAreRewritten(string before, string after, string prefix = "")
    {
        using var run = Project(("Program.cs", $"{prefix}{before}\n"));
        Assert.True(await run.RunAsync("migrate", "strawberry-shake") == 0, run.Error);
        Assert.Equal($"{prefix}{after}\n", run.Read("Program.cs"));
    }

    [Theory]
    [InlineData("await job.GetOther.ExecuteAsync(id);")]
    [InlineData("await command.ExecuteAsync(id);")]
    [InlineData("Use(response.Data!.Person);")]
    [InlineData("// client.GetPerson.ExecuteAsync(id)")]
    [InlineData("Use(\"client.GetPerson.ExecuteAsync(id)\");")]
    [InlineData("services.AddOtherClient(ExecutionStrategy.CacheFirst);")]
    public async Task WhatIsNotOfItStays(string code)
    {
        using var run = Project(("Program.cs", code));
        Assert.Equal(0, await run.RunAsync("migrate", "strawberry-shake"));
        Assert.Equal(code, run.Read("Program.cs"));
    }

    [Fact]
    public async Task AResultOfOneMethodIsNotThatOfAnother()
    {
        using var run = Project(("P.cs", """
            class P
            {
                async Task A() { var r = await c.GetPerson.ExecuteAsync(id); Use(r.Data!); }
                void B(Other r) => Use(r.Data!);
            }
            """));
        Assert.Equal(0, await run.RunAsync("migrate", "strawberry-shake"));
        Assert.Contains("Use(r.RequireData());", run.Read("P.cs"), StringComparison.Ordinal);
        Assert.Contains("B(Other r) => Use(r.Data!);", run.Read("P.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task UsingsBecomeOne()
    {
        using var run = Project(
            ("a.cs", "using System;\nusing StrawberryShake;\nusing StrawberryShake.Transport.WebSockets;\nclass A;\n"),
            ("b.cs", "using Lathe;\nusing StrawberryShake;\nclass B;\n"),
            ("c.cs", "global using StrawberryShake;\nusing S = StrawberryShake.Json;\n"));
        Assert.Equal(0, await run.RunAsync("migrate", "strawberry-shake"));
        Assert.Equal("using System;\nusing Lathe;\nclass A;\n", run.Read("a.cs"));
        Assert.Equal("using Lathe;\nclass B;\n", run.Read("b.cs"));
        Assert.Equal("global using Lathe;\nusing S = StrawberryShake.Json;\n", run.Read("c.cs"));
    }

    [Fact]
    public async Task WhatNeedsAHandIsNamedByFileAndLine()
    {
        using var run = Project(
            ("Views/List.cs", """
                class List(IGetPeopleQuery query)
                {
                    void Start() => client.GetPeople.Watch().Subscribe(x => { });
                    void Listen() => client.OnRenamed.Watch().Subscribe(x => { });
                    void Show(IGetPerson_Person person) { }
                }
                class Mail : ScalarSerializer<string, MailAddress>;
                """),
            ("Views/List.razor", "<h1/>\n<UseGetPeople Context=\"x\" />\n"),
            ("App.csproj", "<Project>\n<PackageReference Include=\"StrawberryShake.Server\" />\n</Project>"));
        Assert.Equal(0, await run.RunAsync("migrate", "strawberry-shake"));
        Assert.Equal(
            [
                "Views/List.cs(1)", "Views/List.cs(3)", "Views/List.cs(4)", "Views/List.cs(5)", "Views/List.cs(7)",
                "App.csproj(2)", "Views/List.razor(2)",
            ],
            run.Output.Split('\n').Where(line => line.Contains("): ", StringComparison.Ordinal)).Select(line => line.Split(':')[0]));
        Assert.Contains("await foreach (var result in client.OnRenamedAsync(...))", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ADryRunWritesNothing()
    {
        const string Code = "await client.GetPerson.ExecuteAsync(id);";
        using var run = Project(("Program.cs", Code));
        Assert.Equal(0, await run.RunAsync("migrate", "strawberry-shake", "--dry-run"));
        Assert.Equal("Program.cs: 1 place would change.\n", run.Output);
        Assert.Equal(Code, run.Read("Program.cs"));
    }

    [Fact]
    public async Task ASecondRunFindsNothing()
    {
        using var run = Project(("Program.cs", "var r = await client.GetPerson.ExecuteAsync(id); r.EnsureNoErrors();"));
        Assert.Equal(0, await run.RunAsync("migrate", "strawberry-shake"));
        Assert.Equal(0, await run.RunAsync("migrate", "strawberry-shake"));
        Assert.Equal("Nothing of Strawberry Shake is here.\n", run.Output);
    }

    [Fact]
    public async Task ThePageShowsWhatBecomesOfItsProgram()
    {
        const string Page = "docs/from-strawberry-shake.md";
        string[] programs = [.. MarkdownPage.Blocks(Page).Where(block => block.Language == "csharp").Select(block => block.Code)];
        using var run = new ToolRun(
            (".graphqlrc.json", """{"schema":"s.graphql","documents":"q.graphql"}"""),
            ("s.graphql", "type Query { machines: Int }"),
            ("q.graphql", MarkdownPage.Blocks(Page).Single(block => block.Language == "graphql").Code),
            ("Machines.cs", programs[0]));
        Assert.Equal(0, await run.RunAsync("migrate", "strawberry-shake"));
        Assert.Equal(programs[1].Replace("using Shop;\n", "", StringComparison.Ordinal), run.Read("Machines.cs"));
    }

    private static ToolRun Project(params (string Path, string Text)[] files) => new(
    [
        (".graphqlrc.json", """{"schema":"schema.graphql","documents":"ops.graphql","extensions":{"lathe":{"client":"PeopleClient"}}}"""),
        ("schema.graphql", Schema),
        ("ops.graphql", Operations),
        .. files,
    ]);
}
