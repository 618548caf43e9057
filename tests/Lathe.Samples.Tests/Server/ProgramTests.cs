using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using MachineMetrics.Server.Hosting;

namespace Lathe.Samples.Tests.Server;

/// <summary>The server on its own, as a process.</summary>
public sealed partial class ProgramTests(ServerFixture http) : IClassFixture<ServerFixture>
{
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task ServerPrintsItsAddressAndAKeyThatItTakes()
    {
        using var process = Start();
        try
        {
            var text = new StringBuilder();
            while (!text.ToString().Contains("Ctrl+C", StringComparison.Ordinal))
                text.AppendLine(await process.StandardOutput.ReadLineAsync(stop) ?? throw new InvalidOperationException(text.ToString()));
            var address = new Uri(Address().Match(text.ToString()).Value);
            using var request = new HttpRequestMessage(HttpMethod.Post, address)
            {
                Content = new StringContent("""{"query":"{ companies { name } }"}""", Encoding.UTF8, "application/json"),
                Headers = { { "Authorization", "Bearer " + DemoKey().Match(text.ToString()).Value } },
            };
            using var client = new HttpClient();
            using var response = await client.SendAsync(request, stop);
            Assert.Equal("""{"data":{"companies":[{"name":"Ridgeline Precision"}]}}""", await response.Content.ReadAsStringAsync(stop));
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    [Theory]
    [InlineData(2, "usage:", "--port", "many")]
    [InlineData(2, "usage:", "--color")]
    public async Task UnknownArgumentsShowTheUsage(int exitCode, string expected, params string[] args)
    {
        using var process = Start(args);
        Assert.StartsWith(expected, await process.StandardError.ReadToEndAsync(stop), StringComparison.Ordinal);
        await process.WaitForExitAsync(stop);
        Assert.Equal(exitCode, process.ExitCode);
    }

    [Fact]
    public async Task PortInUseIsExplained()
    {
        using var process = Start("--port", http.Server.BaseAddress.Port.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.StartsWith("Can't listen on port", await process.StandardError.ReadToEndAsync(stop), StringComparison.Ordinal);
        await process.WaitForExitAsync(stop);
        Assert.Equal(1, process.ExitCode);
    }

    private static Process Start(params string[] args) => Process.Start(
        new ProcessStartInfo("dotnet", [typeof(ShopServer).Assembly.Location, .. args])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        })!;

    [GeneratedRegex("http://127.0.0.1:[0-9]+/graphql")]
    private static partial Regex Address();

    [GeneratedRegex("mm-demo-[0-9a-f]+")]
    private static partial Regex DemoKey();
}
