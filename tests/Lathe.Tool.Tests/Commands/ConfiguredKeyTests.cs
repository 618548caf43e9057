using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;

namespace Lathe.Tool.Tests.Commands;

/// <summary>The variable with the key stands in the configuration, so that commands need no option for it.</summary>
public sealed class ConfiguredKeyTests
{
    private readonly ConcurrentQueue<IHeaderDictionary> _received = new();

    [Fact]
    public async Task TheKeyOfTheConfigurationGoesToItsOwnEndpointAlone()
    {
        await using var server = await RecordingServer.StartAsync(_received);
        await using var other = await RecordingServer.StartAsync(_received);
        using var run = new ToolRun((".graphqlrc.json", Configuration(server.Endpoint.AbsoluteUri)));
        run.Environment["API_KEY"] = "abc";
        run.Environment["OTHER"] = "def";
        Assert.True(await run.RunAsync("schema", "download") == 0, run.Error);
        Assert.Equal(0, await run.RunAsync("schema", "check"));
        Assert.Equal(0, await run.RunAsync("schema", "download", "--token-env", "OTHER"));
        Assert.Equal(0, await run.RunAsync("schema", "download", "--endpoint", other.Endpoint.AbsoluteUri));
        Assert.Equal(["Bearer abc", "Bearer abc", "Bearer def", ""], _received.Select(headers => headers.Authorization.ToString()));
    }

    [Fact]
    public async Task AVariableThatIsNotSetIsAnErrorAndNothingIsSent()
    {
        await using var server = await RecordingServer.StartAsync(_received);
        using var run = new ToolRun((".graphqlrc.json", Configuration(server.Endpoint.AbsoluteUri)));
        Assert.Contains(
            "There is no key in the environment variable API_KEY", await run.FailAsync("schema", "download"), StringComparison.Ordinal);
        Assert.Empty(_received);
    }

    [Fact]
    public async Task ItIsNotSentInTheClear()
    {
        using var run = new ToolRun((".graphqlrc.json", Configuration("http://api.example.com/graphql")));
        run.Environment["API_KEY"] = "hunter2";
        Assert.Contains("is not encrypted", await run.FailAsync("schema", "download"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task InitWritesTheVariableThatTheLaterCommandsRead()
    {
        await using var server = await RecordingServer.StartAsync(_received);
        using var run = new ToolRun(("App.csproj", "<Project/>"));
        run.Environment["API_KEY"] = "abc";
        Assert.True(await run.RunAsync("init", "--endpoint", server.Endpoint.AbsoluteUri, "--token-env", "API_KEY") == 0, run.Error);
        Assert.Contains("\"tokenEnv\": \"API_KEY\"", run.Read(".graphqlrc.json"), StringComparison.Ordinal);
        Assert.DoesNotContain("abc", run.Read(".graphqlrc.json"), StringComparison.Ordinal);
        Assert.Equal(0, await run.RunAsync("schema", "check"));
        Assert.All(_received, headers => Assert.Equal("Bearer abc", headers.Authorization));
    }

    private static string Configuration(string endpoint) =>
        $$"""{"schema":"schema.graphql","extensions":{"lathe":{"endpoint":"{{endpoint}}","tokenEnv":"API_KEY"} } }""";
}
