using Lathe.TestSupport;

namespace Lathe.Tool.Tests.Commands;

public sealed class ExplainCommandTests
{
    private static readonly string s_pages = Path.Combine(SharedFolder.RepositoryRoot, "docs", "diagnostics");

    [Theory]
    [InlineData("GQL1004", "GQL1004")]
    [InlineData("gql2001", "GQL2001")]
    [InlineData("3001", "GQL3001")]
    public async Task ThePageOfADiagnosticIsPrinted(string asked, string id)
    {
        using var run = new ToolRun();
        Assert.Equal(0, await run.RunAsync("explain", asked));
        Assert.Equal(await ReadAsync(id), run.Output);
    }

    [Fact]
    public async Task SeveralPagesFollowEachOther()
    {
        using var run = new ToolRun();
        Assert.Equal(0, await run.RunAsync("explain", "GQL1004", "GQL1001"));
        Assert.Equal(await ReadAsync("GQL1004") + "\n" + await ReadAsync("GQL1001"), run.Output);
    }

    [Fact]
    public async Task WithoutIdsAllAreListed()
    {
        using var run = new ToolRun();
        Assert.Equal(0, await run.RunAsync("explain"));
        var listed = run.Output.TrimEnd('\n').Split('\n');
        Assert.Equal(
            Directory.GetFiles(s_pages, "GQL*.md").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal),
            listed.Select(line => line.Split(':')[0]));
        Assert.Contains("GQL1004: field that the schema does not have", listed);
    }

    [Theory]
    [InlineData("GQL9999")]
    [InlineData("")]
    [InlineData("Diagnostics")]
    public async Task AnUnknownIdIsRefused(string id)
    {
        using var run = new ToolRun();
        Assert.Equal(
            $"lathe: there is no diagnostic '{id}'. 'lathe explain' lists all.", await run.FailAsync("explain", "GQL1004", id));
        Assert.Empty(run.Output);
    }

    private static async Task<string> ReadAsync(string id) =>
        (await File.ReadAllTextAsync(Path.Combine(s_pages, id + ".md"), TestContext.Current.CancellationToken)).ReplaceLineEndings("\n");
}
