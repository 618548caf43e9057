using System.Diagnostics;
using System.Text.Json;
using Lathe.Interop.Tests.Support;

namespace Lathe.Interop.Tests;

/// <summary>Events as parts of one answer, the protocol of Apollo Router. What the stream means is what Apollo Client reads in it.</summary>
public sealed class EventPartTests(ForeignServers servers)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("event-parts")]
    [InlineData("event-parts-fail")]
    public async Task PartsAreWhatApolloClientReads(string server)
    {
        var endpoint = servers.Endpoint(server);
        await using var user = new ShopUser(endpoint);
        var results = new List<(int?, string?)>();
        await foreach (var result in user.Client.TicksAsync(n: 3, cancellationToken: Stop))
            results.Add((result.Data?.Ticks.N, result.Errors.Count > 0 ? result.Errors[0].Message : null));
        Assert.Equal(await ReadWithApolloClientAsync(endpoint), results);
        Assert.Equal([406, 200], user.Sent.Select(sent => sent.Status));

        // The server's choice is remembered.
        await foreach (var _ in user.Client.TicksAsync(n: 3, cancellationToken: Stop))
        {
        }

        Assert.Equal(3, user.Sent.Count);
    }

    [Fact]
    public async Task AStreamThatBreaksIsABrokenConnection()
    {
        await using var user = new ShopUser(servers.Endpoint("event-parts-break"));
        var seen = 0;
        await Assert.ThrowsAsync<GraphQLConnectionException>(async () =>
        {
            await foreach (var result in user.Client.TicksAsync(n: 3, cancellationToken: Stop))
                seen += result.RequireData().Ticks.N;
        });
        Assert.Equal(1, seen);
    }

    private async Task<List<(int?, string?)>> ReadWithApolloClientAsync(Uri endpoint)
    {
        using var node = Process.Start(new ProcessStartInfo("node", ["read-parts.mjs", endpoint.AbsoluteUri])
        {
            WorkingDirectory = servers.Folder,
            RedirectStandardOutput = true,
        })!;
        var text = await node.StandardOutput.ReadToEndAsync(Stop);
        await node.WaitForExitAsync(Stop);
        var read = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)
            .Select(line => (line.GetProperty("n").Deserialize<int?>(), line.GetProperty("error").GetString()))
            .ToList();
        Assert.NotEmpty(read);
        return read;
    }
}
