namespace Lathe.Tool.Tests.Commands;

/// <summary>Variables of <c>lathe run</c>: what is text, what is JSON, and what their types refuse before anything is sent.</summary>
public sealed class RunVariablesTests
{
    private const string Query = """
        query M($limit: Int!, $where: Filter, $kinds: [Kind!], $since: timestamptz, $note: String, $pick: Pick, $extra: jsonb, $exact: Boolean,
          $share: Float, $ids: [ID!]) {
          machines(limit: $limit, where: $where, kinds: $kinds, since: $since, note: $note, pick: $pick, extra: $extra, exact: $exact, share: $share,
            ids: $ids) { id }
        }
        """;

    private const string Answer = """{"data":{"machines":[]}}""";

    [Theory]
    [InlineData("limit=3", """{"limit":3}""")]
    [InlineData("$limit=3", """{"limit":3}""")]
    [InlineData("note=null", """{"limit":1,"note":"null"}""")]
    [InlineData("note=a=b c", """{"limit":1,"note":"a=b c"}""")]
    [InlineData("note=", """{"limit":1,"note":""}""")]
    [InlineData("since=2026-01-01T00:00:00Z", """{"limit":1,"since":"2026-01-01T00:00:00Z"}""")]
    [InlineData("since=2026", """{"limit":1,"since":"2026"}""")]
    [InlineData("kinds=MILL", """{"limit":1,"kinds":["MILL"]}""")]
    [InlineData("kinds=[\"MILL\",\"LATHE\"]", """{"limit":1,"kinds":["MILL","LATHE"]}""")]
    [InlineData("kinds=null", """{"limit":1,"kinds":null}""")]
    [InlineData("where={\"at\":1,\"and\":{\"at\":2}}", """{"limit":1,"where":{"at":1,"and":{"at":2}}}""")]
    [InlineData("pick={\"id\":7}", """{"limit":1,"pick":{"id":7}}""")]
    [InlineData("extra={\"a\":[1.50]}", """{"limit":1,"extra":{"a":[1.50]}}""")]
    [InlineData("exact=true", """{"limit":1,"exact":true}""")]
    [InlineData("share=1e3", """{"limit":1,"share":1e3}""")]
    [InlineData("ids=7", """{"limit":1,"ids":["7"]}""")]
    public async Task AValueIsTextOrJsonByItsType(string given, string expected)
    {
        await using var project = await RunProject.StartAsync(Answer, ("Q/m.graphql", Query));
        string[] limit = given.Contains("limit", StringComparison.Ordinal) ? [] : ["--var", "limit=1"];
        Assert.True(await project.Run.RunAsync(["run", "Q/m.graphql", .. limit, "--var", given]) == 0, project.Run.Error);
        Assert.Equal(expected, project.Bodies.Single().GetProperty("variables").GetRawText());
    }

    [Theory]
    [InlineData("limit=ten", "The variable $limit is of the type Int!, which takes JSON: the text given is none.")]
    [InlineData("limit=1.5", "The variable $limit is of the type Int and takes a whole number of 32 bits.")]
    [InlineData("limit=2147483648", "takes a whole number of 32 bits")]
    [InlineData("limit=null", "The variable $limit is of the type Int! and must not be null.")]
    [InlineData("kinds=MIL", "The variable $kinds[0] is of the type Kind and takes the name of one of its values. Did you mean \"MILL\"?")]
    [InlineData("where={}", "The variable $where lacks the field 'at' of the type Int!, which Filter requires.")]
    [InlineData("where={\"at\":1,\"nam\":\"x\"}", "The variable $where has a field 'nam', which Filter does not have. Did you mean \"name\"?")]
    [InlineData("where={\"at\":1,\"and\":[{\"at\":\"x\"}]}", "The variable $where.and[0].at is of the type Int and takes")]
    [InlineData("where=[1]", "The variable $where is of the type Filter and takes a JSON object.")]
    [InlineData("pick={\"id\":1,\"name\":\"x\"}", "takes exactly one field, which is not null")]
    [InlineData("pick={\"id\":null}", "takes exactly one field, which is not null")]
    [InlineData("extra={\"a\"", "The variable $extra is of the type jsonb, which takes JSON")]
    [InlineData("exact=1", "The variable $exact is of the type Boolean and takes true or false.")]
    [InlineData("share=\"1\"", "The variable $share is of the type Float and takes a number.")]
    [InlineData("ids=[1.5]", "The variable $ids[0] is of the type ID and takes a string.")]
    [InlineData("limits=1", "The operation M has no variable 'limits'. Did you mean \"limit\"?")]
    [InlineData("limit", "--var takes NAME=VALUE, such as limit=10.")]
    public async Task AValueThatIsNotOfItsTypeIsRefusedBeforeAnythingIsSent(string given, string expected)
    {
        await using var project = await RunProject.StartAsync(Answer, ("Q/m.graphql", Query));
        string[] limit = given.StartsWith("limit", StringComparison.Ordinal) ? [] : ["--var", "limit=1"];
        Assert.Contains(expected, await project.Run.FailAsync(["run", "Q/m.graphql", .. limit, "--var", given]), StringComparison.Ordinal);
        Assert.Empty(project.Bodies);
    }

    [Fact]
    public async Task VariablesComeFromAFileAndTheCommandLineComesFirst()
    {
        await using var project = await RunProject.StartAsync(Answer, ("Q/m.graphql", Query), ("v.json", """{"limit": 1, "note": "file"}"""));
        Assert.Equal(0, await project.Run.RunAsync("run", "Q/m.graphql", "--vars", "v.json", "--var", "limit=2"));
        project.Run.Input = """{"limit": 3}""";
        Assert.Equal(0, await project.Run.RunAsync("run", "Q/m.graphql", "--vars", "-"));
        Assert.Equal(
            ["""{"limit":2,"note":"file"}""", """{"limit":3}"""], project.Bodies.Select(body => body.GetProperty("variables").GetRawText()));
    }

    [Theory]
    [InlineData("[]", "The file 'v.json' holds no JSON object of variables.")]
    [InlineData("{", "The file 'v.json' holds no JSON object of variables.")]
    [InlineData("""{"limit": "hunter2"}""", "The variable $limit is of the type Int and takes a whole number of 32 bits.")]
    [InlineData("""{"limit": 1, "zzzzzzz": 1}""", "The operation M has no variable 'zzzzzzz'. It has: $limit: Int!, $where: Filter")]
    [InlineData("{}", "The operation M needs $limit: Int!. Give --var NAME=VALUE or --vars FILE.")]
    public async Task AFileOfVariablesIsHeldToTheTypesToo(string text, string expected)
    {
        await using var project = await RunProject.StartAsync(Answer, ("Q/m.graphql", Query), ("v.json", text));
        var line = await project.Run.FailAsync("run", "Q/m.graphql", "--vars", "v.json");
        Assert.Contains(expected, line, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", line, StringComparison.Ordinal);
        Assert.Empty(project.Bodies);
    }

    [Fact]
    public async Task AVariableIsGivenOnce()
    {
        await using var project = await RunProject.StartAsync(Answer, ("Q/m.graphql", Query));
        Assert.Contains(
            "$limit is given twice",
            await project.Run.FailAsync("run", "Q/m.graphql", "--var", "limit=1", "--var", "limit=2"),
            StringComparison.Ordinal);
    }
}
