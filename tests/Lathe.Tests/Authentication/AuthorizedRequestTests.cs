using System.Net;
using Lathe.Authentication;
using Lathe.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Lathe.Tests.Authentication;

/// <summary>What goes out in place of a request, and what comes back to it.</summary>
public sealed class AuthorizedRequestTests
{
    private static readonly HttpRequestOptionsKey<string> s_option = new("option");

    [Fact]
    public void AllButTheKeyIsTheOriginals()
    {
        using var original = Request();
        using var sent = new AuthorizedRequest(original, BearerToken.Create("k")) { BudgetToken = BearerToken.Create("b") };
        Assert.Equal((HttpMethod.Put, original.RequestUri, original.Content), (sent.Method, sent.RequestUri, sent.Content));
        Assert.Equal((HttpVersion.Version30, HttpVersionPolicy.RequestVersionExact), (sent.Version, sent.VersionPolicy));
        Assert.Equal(["a", "b"], sent.Headers.GetValues("X-Many"));
        Assert.True(sent.Options.TryGetValue(s_option, out var option));
        Assert.Equal("of the caller", option);
        Assert.Equal(("k", "b"), (sent.Token.Value, sent.BudgetToken.Value));
        Assert.Equal("PUT https://a/x (headers hidden)", sent.ToString());
        sent.Release();
        Assert.Null(sent.Content);
        Assert.NotNull(original.Content);
    }

    [Fact]
    public void ARedirectShowsOnTheOriginal()
    {
        using var original = Request();
        using var sent = new AuthorizedRequest(original, BearerToken.Create("k"));
        using var response = new HttpResponseMessage { RequestMessage = sent };
        var (address, content) = (original.RequestUri, original.Content);
        AuthorizedRequest.Follow(original, sent, response);
        Assert.Same(original, response.RequestMessage);
        Assert.Same(address, original.RequestUri);
        Assert.Same(content, original.Content);

        (sent.RequestUri, sent.Method, sent.Content) = (new Uri("https://a/y"), HttpMethod.Get, null);
        AuthorizedRequest.Follow(original, sent, response);
        Assert.Equal((new Uri("https://a/y"), HttpMethod.Get, null), (original.RequestUri, original.Method, original.Content));
    }

    [Fact]
    public void AnotherRequestOnTheResponseStays()
    {
        using var original = Request();
        using var other = Request();
        using var sent = new AuthorizedRequest(original, BearerToken.Create("k"));
        using var response = new HttpResponseMessage { RequestMessage = other };
        AuthorizedRequest.Follow(original, sent, response);
        Assert.Same(other, response.RequestMessage);
        AuthorizedRequest.Follow(other, other, response);
        Assert.Same(other, response.RequestMessage);
    }

    [Fact]
    public async Task AHandlerThatLeadsAGraphQLClientElsewhereStopsTheCall()
    {
        await using var server = await LoopbackServer.StartAsync(MachinesOperation.TwoMachines);
        await using var foreign = await LoopbackServer.StartAsync(MachinesOperation.TwoMachines);
        await using var client = TestClient.Create(server.Endpoint, b =>
        {
            b.AddHttpMessageHandler(() => new Rewrite(foreign.Endpoint));
            b.AddBearerToken("Api:Key");
        });
        var failure = await Assert.ThrowsAsync<BearerTokenException>(() => client.MachinesAsync());
        Assert.StartsWith("A handler of client 'test' changed the address from ", failure.Message, StringComparison.Ordinal);
        Assert.Empty(foreign.Received);
        Assert.Empty(server.Received);
    }

    [Fact]
    public async Task AHeaderThatIsThereSaysHowToKeepIt()
    {
        await using var server = await LoopbackServer.StartAsync("{}");
        var options = new GraphQLRequestOptions { Headers = { new("Authorization", "Basic eDp5") } };
        await using var client = TestClient.Create(server.Endpoint, b => b.AddBearerToken("Api:Key"));
        var failure = await Assert.ThrowsAsync<BearerTokenException>(() => client.MachinesAsync(options));
        Assert.Equal(
            "The request of client 'test' has the header Authorization already. Remove it, or set KeepExistingAuthorization = true to send it "
                + "instead of the client's key.",
            failure.Message);
    }

    [Fact]
    public async Task TheRequestThatComesBackHasNoKey()
    {
        await using var server = await LoopbackServer.StartAsync("{}");
        var services = new ServiceCollection().AddLogging();
        services.AddHttpClient("rest", http => http.BaseAddress = server.Origin).AddBearerToken(o => o.FixedToken = BearerToken.Create("k"));
        await using var provider = services.BuildServiceProvider();
        using var rest = provider.GetRequiredService<IHttpClientFactory>().CreateClient("rest");
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/a", UriKind.Relative)) { Content = new StringContent("{}") };
        using var response = await rest.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Same(request, response.RequestMessage);
        Assert.False(request.Headers.Contains("Authorization"));
        Assert.Equal("{}", await request.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private static HttpRequestMessage Request()
    {
        var request = new HttpRequestMessage(HttpMethod.Put, "https://a/x?secret")
        {
            Version = HttpVersion.Version30, VersionPolicy = HttpVersionPolicy.RequestVersionExact, Content = new StringContent("{}"),
        };
        request.Headers.Add("X-Many", ["a", "b"]);
        request.Options.Set(s_option, "of the caller");
        return request;
    }

    private sealed class Rewrite(Uri address) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.RequestUri = address;
            return base.SendAsync(request, cancellationToken);
        }
    }
}
