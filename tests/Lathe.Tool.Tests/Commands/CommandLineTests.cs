namespace Lathe.Tool.Tests.Commands;

/// <summary>What is typed wrongly is said in a line, and nothing that failed ends with 0.</summary>
public sealed class CommandLineTests
{
    [Theory]
    [InlineData("", "lathe: 'lathe' needs a command: init, validate, schema, operations, run, record, fix, explain, migrate. See 'lathe --help'.")]
    [InlineData(
        "scheme",
        "lathe: 'scheme' is no command or option of 'lathe'; "
            + "it has the commands init, validate, schema, operations, run, record, fix, explain, migrate.")]
    [InlineData("schema chek", "lathe: 'chek' is no command or option of 'lathe schema'; it has the commands download, diff, check.")]
    [InlineData("schema diff a.graphql", "See 'lathe schema diff --help'.")]
    [InlineData("schema check --timeout soon", "Cannot parse argument 'soon' for option '--timeout': it takes a number.")]
    [InlineData(
        "validate --format xml",
        "lathe: 'xml' is no format. There are: text, json, markdown, github, gitlab, sarif, msbuild, junit. See 'lathe validate --help'.")]
    [InlineData("schema check --timeout 0", "lathe: --timeout takes 1 to 3600 seconds.")]
    public async Task WhatIsTypedWronglyIsExplained(string arguments, string expected)
    {
        using var run = new ToolRun((".graphqlrc.json", """{"schema":"s.graphql","extensions":{"lathe":{"endpoint":"https://x.example/graphql"}}}"""));
        Assert.Contains(expected, await run.FailAsync(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AReportThatCannotBeWrittenIsNoGreenCheck()
    {
        using var run = new ToolRun(("a.graphql", "type Query { a: Int }"));
        run.Sink = new FullDisk();
        Assert.Contains("no space", await run.FailAsync("schema", "diff", "a.graphql", "a.graphql"), StringComparison.Ordinal);
        Assert.Contains("no space", await run.FailAsync("--version"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFaultOfItsOwnIsCode2()
    {
        using var run = new ToolRun(("a.graphql", "type Query { a: Int }"));
        run.Sink = new FullDisk { Fault = new InvalidOperationException("broken") };
        Assert.Equal(2, await run.RunAsync("schema", "diff", "a.graphql", "a.graphql"));
        Assert.StartsWith(
            "lathe: failed by a fault of its own, InvalidOperationException: broken Please report it", run.Error, StringComparison.Ordinal);
    }

    private sealed class FullDisk : StringWriter
    {
        public Exception Fault { get; init; } = new IOException("no space");

        public override Task FlushAsync(CancellationToken cancellationToken) => Task.FromException(Fault);
    }
}
