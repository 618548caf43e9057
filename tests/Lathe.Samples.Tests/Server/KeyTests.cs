using System.Net;
using MachineMetrics.Server.Hosting;
using MachineMetrics.Server.Keys;

namespace Lathe.Samples.Tests.Server;

public sealed class KeyTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private const string Names = """{"query":"{ machines { name } }"}""";

    [Theory]
    [InlineData("/graphql")]
    [InlineData("/reports/production")]
    public async Task NoKeyIsUnauthorized(string path)
    {
        using var response = await server.PostAsync(path, Names);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("Bearer", Assert.Single(response.Headers.WwwAuthenticate).ToString());
        Assert.Contains("Authorization: Bearer <key>", (await response.JsonAsync())["message"]!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mm-demo-0000")]
    [InlineData("x")]
    public async Task WrongKeyIsUnauthorizedAndNotRepeated(string secret)
    {
        using var response = await server.PostAsync(server.Server, "/graphql", Names, secret);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("Bearer error=\"invalid_token\"", Assert.Single(response.Headers.WwwAuthenticate).ToString());
        Assert.DoesNotContain("mm-demo", (await response.JsonAsync()).ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/graphql")]
    [InlineData("/reports/production")]
    public async Task KeyWithoutReportingIsForbidden(string path)
    {
        var key = server.Server.AddKey(server.Shop, "erp", "operator.jobs");
        using var response = await server.PostAsync(path, Names, key);
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Contains("error=\"insufficient_scope\"", Assert.Single(response.Headers.WwwAuthenticate).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RevokedKeyIsUnauthorized()
    {
        var key = server.Server.AddKey(server.Shop, ApiKey.Reporting);
        using (var before = await server.PostAsync("/graphql", Names, key))
            Assert.Equal(HttpStatusCode.OK, before.StatusCode);
        server.Server.Revoke(key);
        using var after = await server.PostAsync("/graphql", Names, key);
        Assert.Equal(HttpStatusCode.Unauthorized, after.StatusCode);
    }

    [Fact]
    public async Task KeySeesItsOwnCompanyOnly()
    {
        var key = server.Server.AddKey(server.Server.OtherShop, ApiKey.Reporting);
        using var response = await server.PostAsync("/graphql", Names, key);
        var names = (await response.JsonAsync())["data"]!["machines"].Pluck("name");
        Assert.Equal(server.Server.OtherShop.Machines.Select(machine => machine.Name), names);
        Assert.Empty(names.Intersect(server.Shop.Machines.Select(machine => machine.Name)));
    }

    [Fact]
    public async Task EachServerMakesItsOwnKey()
    {
        await using var other = await ShopServer.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        Assert.NotEqual(server.Server.Key.Secret, other.Key.Secret);
        using var response = await server.PostAsync(other, "/graphql", Names, server.Server.Key.Secret);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }
}
