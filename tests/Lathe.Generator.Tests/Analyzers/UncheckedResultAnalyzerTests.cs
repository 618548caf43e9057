using Lathe.Generator.Analyzers;

namespace Lathe.Generator.Tests.Analyzers;

public sealed class UncheckedResultAnalyzerTests
{
    private const string Helpers = """
        class Answer { public string? Name { get; init; } public int[] Items { get; init; } = []; }
        static System.Threading.Tasks.Task<GraphQLResult<Answer>> Ask() => throw new Exception();
        static void Show(object? value) { }
        static bool IsFine(GraphQLResult<Answer> result) => !result.HasErrors;
        """;

    [Theory]
    [InlineData("Show(result.Data!.Name);", "result.Data!")]
    [InlineData("var data = result.Data!; Show(data);", "result.Data!")]
    [InlineData("Show(result.Data?.Name);", "result.Data")]
    [InlineData("Show(result.Data?.Items ?? []);", "result.Data")]
    [InlineData("Show(result.Data.Name);", "result.Data")]
    [InlineData("Show((await Ask()).Data!.Name);", "(await Ask()).Data!")]
    [InlineData("result = await Ask(); Show(result.Data!);", "result.Data!")]
    [InlineData("Action later = () => Show(result.Data!.Name); later();", "result.Data!")]
    public async Task ReportsDataThatIsTrustedBlindly(string statement, string expected) =>
        Assert.Equal([$"GQL3003@{expected}"], await Find(statement));

    [Theory]
    [InlineData("if (result.HasErrors) return; Show(result.Data!.Name);")]
    [InlineData("Show(result.Errors.Count); Show(result.Data?.Name);")]
    [InlineData("Show(result.RequireData().Name);")]
    [InlineData("if (result.Data is null) return; Show(result.Data.Name);")]
    [InlineData("if (result.Data is { } data) Show(data.Name);")]
    [InlineData("if (result is { HasErrors: false, Data: { } data }) Show(data.Name);")]
    [InlineData("if (result.Data == null) return; Show(result.Data!.Name);")]
    [InlineData("Show((result.Data ?? throw new Exception()).Name);")]
    [InlineData("Show(result.Data?.Name ?? throw new Exception());")]
    [InlineData("if (result.Data?.Name is null) return;")]
    [InlineData("if (!IsFine(result)) return; Show(result.Data!.Name);")]
    [InlineData("var data = result.Data; if (data is null) return; Show(data.Name);")]
    [InlineData("Show(result); Show(result.Data?.Name);")]
    [InlineData("var other = result; Show(other.HasErrors); Show(result.Data?.Name);")]
    [InlineData("Show((await Ask()).Data);")]
    public async Task LeavesAloneWhatIsLookedAt(string statement) => Assert.Empty(await Find(statement));

    [Fact]
    public async Task LeavesTestsAlone() => Assert.Empty(await Find("Show(result.Data!.Name);", isTest: true));

    private static Task<string[]> Find(string statement, bool isTest = false) => AnalyzerHarness.RunAsync(
        new UncheckedResultAnalyzer(),
        $"{Helpers}\nstatic async System.Threading.Tasks.Task Use() {{ var result = await Ask(); {statement} "
            + "await System.Threading.Tasks.Task.Yield(); }",
        isTest);
}
