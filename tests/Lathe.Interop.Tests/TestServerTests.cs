using System.Diagnostics;
using System.Text.Json;
using Lathe.Interop.Tests.Support;
using Lathe.Testing;
using Shop;

namespace Lathe.Interop.Tests;

/// <summary>Clients that others wrote agree with the test server of Lathe.Testing.Server.</summary>
public sealed class TestServerTests(ForeignServers servers)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ForeignClientsReadSocketsStreamsAndAnswers()
    {
        await using var server = await GraphQLTestServer.StartAsync(Stop);
        server.AcceptKey("k");
        server.Compresses = true;
        server.On(TicksSubscription.Operation).ReturnsEvents(Tick(1), Tick(2), """{"data":{"ticks":null},"errors":[{"message":"late"}]}""");
        server.On(MachinesQuery.Operation).ReturnsJson("""{"data":{"machines":[{"name":"Mill"},{"name":"Lathe"}]}}""");

        var read = await ReadAsync(server.Endpoint);

        Assert.Equal(
            [
                "graphql-ws 1", "graphql-ws 2", "graphql-ws late", "graphql-ws without a key 4401 Unauthorized",
                "graphql-sse 1", "graphql-sse 2", "graphql-sse late", "Apollo Client 2",
            ],
            read);
    }

    private static string Tick(int n) => $$"""{"data":{"ticks":{"n":{{n}},"text":"t"} } }""";

    private async Task<List<string>> ReadAsync(Uri endpoint)
    {
        using var node = Process.Start(new ProcessStartInfo("node", ["read-test-server.mjs", endpoint.AbsoluteUri])
        {
            WorkingDirectory = servers.Folder,
            RedirectStandardOutput = true,
        })!;
        var text = await node.StandardOutput.ReadToEndAsync(Stop);
        await node.WaitForExitAsync(Stop);
        return [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => JsonDocument.Parse(line).RootElement)
            .Select(static line => $"{line.GetProperty("from")} {line.GetProperty("error").GetString() ?? line.GetProperty("n").ToString()}")];
    }
}
