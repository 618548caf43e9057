namespace Lathe.Tool.Tests.Commands;

public sealed class HelpTests
{
    [Theory]
    [InlineData("")]
    [InlineData("init")]
    [InlineData("validate")]
    [InlineData("schema")]
    [InlineData("schema download")]
    [InlineData("schema diff")]
    [InlineData("schema check")]
    [InlineData("operations")]
    [InlineData("operations list")]
    [InlineData("operations check")]
    [InlineData("operations manifest")]
    [InlineData("explain")]
    [InlineData("fix")]
    [InlineData("run")]
    [InlineData("record")]
    public async Task EveryCommandShowsAnExampleOfItself(string command)
    {
        using var run = new ToolRun();
        Assert.Equal(0, await run.RunAsync([.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]));
        Assert.Contains("Example:", run.Output, StringComparison.Ordinal);
        Assert.Contains($"  lathe {command}".TrimEnd() + " ", run.Output.Replace("\n", " ", StringComparison.Ordinal), StringComparison.Ordinal);
    }
}
