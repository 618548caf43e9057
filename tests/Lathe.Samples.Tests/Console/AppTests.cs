using Lathe.TestSupport;
using MachineMetrics.Server.Hosting;
using MachineMetrics.Server.Keys;
using ShopFloor;
using Spectre.Console.Testing;

namespace Lathe.Samples.Tests.Console;

public sealed class AppTests : IDisposable
{
    private readonly TestConsole console = new TestConsole().Width(100);
    private readonly StringWriter error = new();

    public void Dispose()
    {
        console.Dispose();
        error.Dispose();
    }

    [Fact]
    public async Task WithoutArgumentsTheStandInIsReported()
    {
        Assert.Equal(0, await RunAsync([], key: null));
        Assert.Equal("", error.ToString());
        Golden.Match(console.Output.ReplaceLineEndings("\n"), nameof(AppTests), nameof(WithoutArgumentsTheStandInIsReported), "txt");
    }

    [Fact]
    public async Task ReportIsTheSameEachTime()
    {
        await RunAsync([], key: null);
        using var again = new TestConsole().Width(100);
        await App.RunAsync([], null, again, error, TestContext.Current.CancellationToken);
        Assert.Equal(console.Output, again.Output);
    }

    [Fact]
    public async Task OtherMachineAndMetricCanBeChosen()
    {
        Assert.Equal(0, await RunAsync(["--machine", "203", "--metric", "spindleLoad"], key: null));
        Assert.Contains("spindleLoad of Mill 3", console.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MetricThatNobodyReportsSaysWhatToPass()
    {
        Assert.Equal(0, await RunAsync(["--metric", "coffee"], key: null));
        Assert.Contains("Pass --machine REF and --metric KEY", console.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EndpointIsAskedWithTheKeyOfTheEnvironment()
    {
        await using var server = await ShopServer.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(0, await RunAsync(["--endpoint", server.Endpoint.ToString()], server.Key.Secret));
        Assert.Contains("127.0.0.1", console.Output, StringComparison.Ordinal);
        Assert.Contains(new RequestRecord("POST", "/graphql", "CurrentStates", 200), server.Requests);
        Assert.Contains(new RequestRecord("POST", "/reports/production", null, 200), server.Requests);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public async Task MissingKeyIsOneLineAndNothingIsSent(string? key)
    {
        await using var server = await ShopServer.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(1, await RunAsync(["--endpoint", server.Endpoint.ToString()], key));
        Assert.StartsWith("There is no API key. Set the environment variable MACHINEMETRICS_API_KEY", Line(), StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task RejectedKeyIsOneLineThatDoesNotShowIt()
    {
        await using var server = await ShopServer.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(1, await RunAsync(["--endpoint", server.Endpoint.ToString()], "mm-secret-1234"));
        Assert.StartsWith("The server rejected the API key in MACHINEMETRICS_API_KEY (401).", Line(), StringComparison.Ordinal);
        Assert.DoesNotContain("mm-secret", console.Output + error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task KeyWithoutTheScopeIsOneLine()
    {
        await using var server = await ShopServer.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(1, await RunAsync(["--endpoint", server.Endpoint.ToString()], server.AddKey(server.Shop, "erp").Secret));
        Assert.Contains("Give it the scope 'reporting'", Line(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task KeyRevokedBetweenGraphQLAndRestIsTheSameLine()
    {
        ApiKey? revoked = null;
        ShopServer? server = null;
        var options = new ShopServerOptions
        {
            Intercept = context =>
            {
                if (context.Request.Path == "/reports/production")
                    server!.Revoke(revoked!);
                return Task.FromResult(false);
            },
        };
        await using (server = await ShopServer.StartAsync(options, TestContext.Current.CancellationToken))
        {
            revoked = server.Key;
            Assert.Equal(1, await RunAsync(["--endpoint", server.Endpoint.ToString()], server.Key.Secret));
        }

        Assert.StartsWith("The server rejected the API key in MACHINEMETRICS_API_KEY (401).", Line(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task BusyServerIsAskedAgain()
    {
        var refusals = 2;
        var options = new ShopServerOptions
        {
            Intercept = context =>
            {
                if (Interlocked.Decrement(ref refusals) < 0)
                    return Task.FromResult(false);
                context.Response.StatusCode = 429;
                context.Response.Headers.RetryAfter = "0";
                return Task.FromResult(true);
            },
        };
        await using var server = await ShopServer.StartAsync(options, TestContext.Current.CancellationToken);
        Assert.Equal(0, await RunAsync(["--endpoint", server.Endpoint.ToString()], server.Key.Secret));
        Assert.Equal(2, server.Requests.Count(request => request.StatusCode == 429));
    }

    [Fact]
    public async Task ServerThatIsNotThereIsOneLine()
    {
        Uri gone;
        await using (var server = await ShopServer.StartAsync(cancellationToken: TestContext.Current.CancellationToken))
            gone = server.Endpoint;
        Assert.Equal(1, await RunAsync(["--endpoint", gone.ToString()], "mm-secret-1234"));
        Assert.NotEmpty(Line());
    }

    [Fact]
    public async Task FollowPrintsMachinesAsTheyChangeState()
    {
        var options = new ShopServerOptions { StateInterval = TimeSpan.FromMilliseconds(5) };
        await using var server = await ShopServer.StartAsync(options, TestContext.Current.CancellationToken);
        var exitCode = await RunAsync(["--follow", "--changes", "3", "--endpoint", server.Endpoint.ToString()], server.Key.Secret);
        Assert.Equal((0, ""), (exitCode, error.ToString()));
        var lines = console.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(3, lines.Length);
        const string line = @"^\d\d:\d\d  .+ (Active|Stopped|Ready|Interrupted|Unavailable|Optional_stop|unknown) -> (Active|Stopped)\s*$";
        Assert.All(lines, one => Assert.Matches(line, one));
        Assert.Contains(new RequestRecord("GET", "/graphql", null, 101), server.Requests);
    }

    [Fact]
    public async Task FollowWithAWrongKeySaysSo()
    {
        await using var server = await ShopServer.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(1, await RunAsync(["--follow", "--endpoint", server.Endpoint.ToString()], "wrong"));
        Assert.Contains("rejected the API key", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--endpoint")]
    [InlineData("--endpoint", "not a url")]
    [InlineData("--endpoint", "ftp://api.example.com/graphql")]
    [InlineData("--machine", "first")]
    [InlineData("--changes", "3")]
    [InlineData("--follow", "--changes", "0")]
    [InlineData("--help")]
    public async Task UnknownArgumentsShowTheUsage(params string[] args)
    {
        Assert.Equal(2, await RunAsync(args, key: null));
        Assert.StartsWith("Prints what happens in a machine shop", error.ToString(), StringComparison.Ordinal);
    }

    private Task<int> RunAsync(string[] args, string? key) =>
        App.RunAsync(args, key, console, error, TestContext.Current.CancellationToken);

    private string Line() => Assert.Single(error.ToString().TrimEnd('\r', '\n').Split('\n'));
}
