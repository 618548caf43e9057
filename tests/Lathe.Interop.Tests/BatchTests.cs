using System.Text.Json;
using Lathe.Interop.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Shop;

namespace Lathe.Interop.Tests;

/// <summary>Queries that go together in one request.</summary>
public sealed class BatchTests(ForeignServers servers)
{
    // Calls that are made one after another start within it on a slow machine too.
    private static readonly TimeSpan s_window = TimeSpan.FromSeconds(1);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("apollo-batches")]
    [InlineData("yoga-batches")]
    [InlineData("mercurius-batches")]
    public async Task QueriesOfAWindowGoInOneRequestAndEachCallerGetsItsOwn(string server)
    {
        await using var user = Batching(server);
        var hello = user.Client.HelloAsync("Ada", cancellationToken: Stop);
        var machines = user.Client.MachinesAsync(4, cancellationToken: Stop);
        var wrong = user.Client.WrongAsync(cancellationToken: Stop);
        var partial = user.Client.PartialAsync(cancellationToken: Stop);
        Assert.Equal("Hello Ada", (await hello).RequireData().Hello);
        Assert.Equal(4, (await machines).RequireData().Machines.Count);
        Assert.Equal("OOPS", (await wrong).Errors[0].Code);
        Assert.Equal(("yes", "ONE"), ((await partial).Data!.Partial!.Good, (await partial).Errors[0].Code));
        var (_, body, status) = Assert.Single(user.Sent);
        Assert.Equal((4, 200), (JsonDocument.Parse(body).RootElement.GetArrayLength(), status));
    }

    [Theory]
    [InlineData("apollo-batches")]
    [InlineData("yoga-batches")]
    public async Task AMutationAndALoneQueryGoAlone(string server)
    {
        await using var user = Batching(server);
        var rename = user.Client.RenameAsync("m1", "new", cancellationToken: Stop);
        var hello = user.Client.HelloAsync("Ada", cancellationToken: Stop);
        Assert.Equal("new", (await rename).RequireData().Rename.Name);
        Assert.Equal("Hello Ada", (await hello).RequireData().Hello);
        Assert.Equal(["{", "{"], user.Sent.Select(sent => sent.Body[..1]));
    }

    [Theory]
    [InlineData("apollo")]
    [InlineData("yoga")]
    [InlineData("mercurius")]
    [InlineData("yoga-batches-of-2")]
    public async Task AServerThatRefusesIsRememberedAndNobodyNotices(string server)
    {
        await using var user = Batching(server);
        for (var round = 0; round < 2; round++)
        {
            var all = await Task.WhenAll(Enumerable.Range(0, 3).Select(number => user.Client.HelloAsync($"n{number}", cancellationToken: Stop)));
            Assert.Equal(["Hello n0", "Hello n1", "Hello n2"], all.Select(result => result.RequireData().Hello));
        }

        Assert.Equal(1, user.Sent.Count(sent => sent.Body.StartsWith('[')));
        Assert.Equal(7, user.Sent.Count);
    }

    [Theory]
    [InlineData("apollo-batches")]
    [InlineData("yoga-batches")]
    public async Task CallsOfAnotherTenantGoInAnotherRequest(string server)
    {
        await using var user = new ShopUser(servers.Endpoint(server), configure: builder => builder
            .AddBearerToken(options => options.Provider = (request, _) => new(BearerToken.Create(request.Tenant ?? "shared")))
            .AddBatching(options => options.Window = s_window));
        var calls = new[] { null, null, "acme", "acme", "other" }.Select(tenant =>
            user.Client.SendAsync(new HeaderQuery.Variables { Name = "authorization" }, new() { Tenant = tenant }, Stop));
        var seen = (await Task.WhenAll(calls)).Select(result => result.RequireData().Header);
        Assert.Equal(["Bearer shared", "Bearer shared", "Bearer acme", "Bearer acme", "Bearer other"], seen);
        Assert.Equal(["[", "[", "{"], user.Sent.Select(sent => sent.Body[..1]).Order(StringComparer.Ordinal));
    }

    private ShopUser Batching(string server) =>
        new(servers.Endpoint(server), configure: builder => builder.AddBatching(options => options.Window = s_window));
}
