using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;

namespace Lathe.Tool.Tests.Commands;

/// <summary>Which headers are sent, and what is taken off a key that was pasted.</summary>
public sealed class RequestHeaderTests
{
    private readonly ConcurrentQueue<IHeaderDictionary> _received = new();

    [Theory]
    [InlineData("abc", "Bearer abc")]
    [InlineData(" abc\r\n", "Bearer abc")]
    [InlineData("Bearer abc", "Bearer abc")]
    [InlineData("bearer   abc", "Bearer abc")]
    [InlineData("\"abc\"", "Bearer abc")]
    [InlineData("'Bearer abc'", "Bearer abc")]
    [InlineData("Authorization: Bearer abc", "Bearer abc")]
    [InlineData("Basic YW5uOnBhNTU=", "Basic YW5uOnBhNTU=")]
    [InlineData("Authorization: Basic YW5uOnBhNTU=", "Basic YW5uOnBhNTU=")]
    [InlineData("Basic ann:pa55", "Basic YW5uOnBhNTU=")]
    public async Task WhatIsPastedAroundAKeyIsTakenOffAsAtRunTime(string text, string expected)
    {
        await using var server = await RecordingServer.StartAsync(_received);
        using var run = new ToolRun();
        run.Environment["KEY"] = text;
        Assert.True(await run.RunAsync("schema", "download", "--endpoint", server.Endpoint.AbsoluteUri, "--token-env", "KEY") == 0, run.Error);
        Assert.Equal(expected, Assert.Single(_received).Authorization);
    }

    [Theory]
    [InlineData("Bearer", "it is missing or empty")]
    [InlineData("\"\"", "it is missing or empty")]
    [InlineData("<your hunter2>", "is a placeholder in brackets")]
    [InlineData("${HUNTER2}", "is a placeholder in brackets")]
    [InlineData("hunter2 two", "holds characters that no header can carry")]
    [InlineData("hunter2\nX-Evil: 1", "holds characters that no header can carry")]
    [InlineData("hunter2é", "holds characters that no header can carry")]
    public async Task AKeyThatCannotBeOneIsRefusedAndNotShown(string text, string expected)
    {
        using var run = new ToolRun();
        run.Environment["KEY"] = text;
        var line = await run.FailAsync("schema", "download", "--endpoint", "https://x.example", "--token-env", "KEY");
        Assert.Contains(expected, line, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", line, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task HeadersFromTheEnvironmentMayHoldSpaces()
    {
        await using var server = await RecordingServer.StartAsync(_received);
        using var run = new ToolRun(("org.txt", "\"Acme Machines\"\n"));
        run.Environment["LOGIN"] = "Basic YW5uOnBhNTU=";
        string[] headers = ["--header-env", "Authorization=LOGIN", "--header-file", "X-Org=org.txt", "--header", "X-Team=Tools and Dies=1"];
        Assert.True(await run.RunAsync(["schema", "download", "--endpoint", server.Endpoint.AbsoluteUri, .. headers]) == 0, run.Error);
        var sent = Assert.Single(_received);
        Assert.Equal(
            ("Basic YW5uOnBhNTU=", "Acme Machines", "Tools and Dies=1"),
            (sent.Authorization.ToString(), sent["X-Org"].ToString(), sent["X-Team"].ToString()));
    }

    [Theory]
    [InlineData("Authorization=hunter2")]
    [InlineData("X-Api-Key=hunter2")]
    [InlineData("Cookie=hunter2")]
    [InlineData("x-auth=hunter2")]
    [InlineData("X-Hasura-Admin-Secret=hunter2")]
    public async Task AHeaderThatHoldsAKeyIsNoArgument(string header)
    {
        using var run = new ToolRun();
        var line = await run.FailAsync("schema", "download", "--endpoint", "https://x.example", "--header", header);
        Assert.Contains($"The header {header.Split('=')[0]} holds a key", line, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("X-Org", "--header takes HEADER=VALUE, such as X-Org=acme.")]
    [InlineData("X-Org: acme", "--header takes HEADER=VALUE, such as X-Org=acme.")]
    [InlineData("Content-Type=x", "'Content-Type' is not the name of a header")]
    [InlineData("X-Org=é", "The value of the header X-Org holds characters that no header can carry.")]
    public async Task AHeaderThatCannotBeSentIsRefused(string header, string expected)
    {
        using var run = new ToolRun();
        var line = await run.FailAsync("schema", "download", "--endpoint", "https://x.example", "--header", header);
        Assert.Contains(expected, line, StringComparison.Ordinal);
    }
}
