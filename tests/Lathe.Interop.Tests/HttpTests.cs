using Lathe.Interop.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Lathe.Interop.Tests;

/// <summary>GET, guards against cross-site requests, and persisted documents.</summary>
public sealed class HttpTests(ForeignServers servers)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("yoga")]
    [InlineData("apollo")]
    [InlineData("mercurius")]
    [InlineData("lathe")]
    public async Task AQueryGoesWithGet(string server)
    {
        await using var user = new ShopUser(servers.Endpoint(server), options => options.UseGetForQueries = true);
        Assert.Equal("Hello ü & \"q\"", (await user.Client.HelloAsync("ü & \"q\"", cancellationToken: Stop)).RequireData().Hello);
        Assert.Equal("GET", Assert.Single(user.Sent).Method);
    }

    [Theory]
    [InlineData("yoga")]
    [InlineData("apollo")]
    [InlineData("lathe")]
    public async Task AServerWithoutTheMethodQueryIsSentAPostAndNotAskedAgain(string server)
    {
        await using var user = new ShopUser(servers.Endpoint(server), options => options.UseQueryMethod = true);
        Assert.Equal("Hello ü", (await user.Client.HelloAsync("ü", cancellationToken: Stop)).RequireData().Hello);
        Assert.Equal("Hello x", (await user.Client.HelloAsync("x", cancellationToken: Stop)).RequireData().Hello);
        Assert.Equal([("QUERY", 405), ("POST", 200), ("POST", 200)], user.Sent.Select(sent => (sent.Method, sent.Status)));
    }

    [Fact]
    public async Task AQueryGoesByQueryToAServerThatTakesIt()
    {
        await using var user = new ShopUser(servers.Endpoint("fastify-query"), options => options.UseQueryMethod = true);
        Assert.Equal("Hello ü", (await user.Client.HelloAsync("ü", cancellationToken: Stop)).RequireData().Hello);
        Assert.Equal([("QUERY", 200)], user.Sent.Select(sent => (sent.Method, sent.Status)));
    }

    [Fact]
    public async Task AGuardAgainstCrossSiteRequestsIsNotTakenForALackOfRights()
    {
        await using var user = new ShopUser(servers.Endpoint("yoga-csrf"), options => options.UseGetForQueries = true);
        var exception = await Assert.ThrowsAsync<GraphQLForbiddenException>(() => user.Client.HelloAsync("x", cancellationToken: Stop));
        Assert.DoesNotContain("the key may not", exception.Message, StringComparison.Ordinal);
        Assert.Contains("a guard against cross-site requests", exception.Message, StringComparison.Ordinal);
        Assert.Contains("Required CSRF header(s) not present", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("yoga-apq", false)]
    [InlineData("yoga-apq", true)]
    [InlineData("apollo", false)]
    [InlineData("apollo", true)]
    [InlineData("mercurius-apq", false)]
    [InlineData("lathe", false)]
    [InlineData("lathe", true)]
    public async Task AServerThatKeepsDocumentsLearnsOneAndThenGetsItsHashAlone(string server, bool get)
    {
        await using var user = new ShopUser(servers.Endpoint(server), options =>
        {
            options.PersistedOperations = PersistedOperationMode.Automatic;
            options.UseGetForQueries = get;
        });
        // Another test may have taught the server already.
        await user.Client.HelloAsync("x", cancellationToken: Stop);
        user.Sent.Clear();
        Assert.Equal("Hello x", (await user.Client.HelloAsync("x", cancellationToken: Stop)).RequireData().Hello);
        var sent = Assert.Single(user.Sent);
        Assert.Equal(get ? "GET" : "POST", sent.Method);
        Assert.DoesNotContain("\"query\"", sent.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("apollo-no-apq")]
    [InlineData("mercurius")]
    [InlineData("yoga")]
    [InlineData("lathe-text")]
    public async Task AServerThatKeepsNoDocumentsGetsTheTextAndIsNotAskedAgain(string server)
    {
        await using var user = new ShopUser(
            servers.Endpoint(server), options => options.PersistedOperations = PersistedOperationMode.Automatic);
        Assert.Equal("Hello x", (await user.Client.HelloAsync("x", cancellationToken: Stop)).RequireData().Hello);
        Assert.Equal(2, user.Sent.Count);
        Assert.Equal("Hello y", (await user.Client.HelloAsync("y", cancellationToken: Stop)).RequireData().Hello);
        Assert.Equal(3, user.Sent.Count);
        Assert.All(user.Sent.Skip(1), sent => Assert.DoesNotContain("persistedQuery", sent.Body, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("yoga-documents", PersistedOperationMode.Trusted)]
    [InlineData("yoga-persisted", PersistedOperationMode.Automatic)]
    public async Task AServerWithAManifestGetsNoText(string server, PersistedOperationMode mode)
    {
        var endpoint = servers.Endpoint(server);
        using var http = new HttpClient();
        var operation = Shop.HelloQuery.Operation;
        using var prefix = System.Text.Json.JsonDocument.Parse(System.Text.Encoding.UTF8.GetString(operation.RequestPrefix.Span) + "}");
        var text = prefix.RootElement.GetProperty("query").GetString();
        using var stored = await System.Net.Http.Json.HttpClientJsonExtensions.PostAsJsonAsync(
            http, new Uri(endpoint, "/documents"), new { hash = operation.DocumentHash, text }, Stop);
        await using var user = new ShopUser(endpoint, options => options.PersistedOperations = mode);
        Assert.Equal("Hello x", (await user.Client.HelloAsync("x", cancellationToken: Stop)).RequireData().Hello);
        Assert.DoesNotContain("\"query\"", Assert.Single(user.Sent).Body, StringComparison.Ordinal);
    }
}
