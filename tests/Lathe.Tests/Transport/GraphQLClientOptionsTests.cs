using System.Net;
using Lathe.Tests.Support;

namespace Lathe.Tests.Transport;

public sealed class GraphQLClientOptionsTests
{
    [Fact]
    public void DefaultsAreThoseDocumented()
    {
        var options = new GraphQLClientOptions();
        Assert.Null(options.Endpoint);
        Assert.Null(options.EndpointConfigurationKey);
        Assert.Null(options.UserAgent);
        Assert.False(options.NameActivitiesAfterOperations);
        Assert.Equal(TimeSpan.FromSeconds(30), options.Timeout);
        Assert.Equal(TimeSpan.FromMinutes(2), options.IdleTimeout);
        Assert.Equal(64 * 1024 * 1024, options.MaxResponseSize);
        Assert.Equal(128, options.MaxDepth);
        Assert.Equal(512, options.MaxBodyExcerpt);
        Assert.Equal(HttpVersion.Version20, options.HttpVersion);
        Assert.Equal(HttpVersionPolicy.RequestVersionOrLower, options.HttpVersionPolicy);
        Assert.False(options.UseGetForQueries);
        Assert.Equal(2048, options.MaxGetLength);
        Assert.Equal(PersistedOperationMode.None, options.PersistedOperations);
        Assert.Null(options.OnError);
        Assert.Empty(options.FurtherMediaTypes);
        Assert.Equal(["AUTH_NOT_AUTHENTICATED", "UNAUTHENTICATED", "invalid-jwt"], options.ExpiredTokenCodes.Order(StringComparer.Ordinal));
        Assert.Empty(options.LoggedVariables);
        Assert.Equal(
            "apiKey authorization credential credentials jwt key passphrase passwd password pin secret token",
            string.Join(' ', options.SensitiveNames.Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("1.1", HttpVersionPolicy.RequestVersionExact)]
    [InlineData("2.0", HttpVersionPolicy.RequestVersionOrLower)]
    [InlineData("3.0", HttpVersionPolicy.RequestVersionOrHigher)]
    public async Task RequestsAskForTheHttpVersionOfTheOptions(string version, HttpVersionPolicy policy)
    {
        using var handler = new RequestKeeper();
        using var http = new HttpClient(handler);
        var transport = new HttpGraphQLTransport(
            http, new() { Endpoint = new Uri("http://localhost/graphql"), HttpVersion = new Version(version), HttpVersionPolicy = policy });
        await transport.SendAsync(MachinesOperation.Query, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal((new Version(version), policy), (handler.Version, handler.Policy));
    }

    [Theory]
    [InlineData("1.1", "HTTP/1.1")]
    [InlineData("2.0", "HTTP/2")]
    public async Task ServersSeeTheHttpVersionOfTheOptions(string version, string protocol)
    {
        await using var server = await LoopbackServer.StartAsync(MachinesOperation.TwoMachines, tls: true);
        await using var client = TestClient.Create(server.Endpoint, options: o => o.HttpVersion = new Version(version));
        await client.MachinesAsync();
        Assert.Equal(protocol, Assert.Single(server.Received).Protocol);
    }

    [Theory]
    [InlineData(0, "GET")]
    [InlineData(-1, "POST")]
    public async Task AnAddressMayBeAsLongAsTheOptionsSay(int room, string method)
    {
        await using var server = await LoopbackServer.StartAsync(MachinesOperation.TwoMachines);
        await using var unbounded = TestClient.Create(server.Endpoint, options: o => (o.UseGetForQueries, o.MaxGetLength) = (true, 65_519));
        await unbounded.MachinesAsync();
        var length = server.Origin.AbsoluteUri.TrimEnd('/').Length + Assert.Single(server.Received).Target.Length;
        await using var client = TestClient.Create(server.Endpoint, options: o => (o.UseGetForQueries, o.MaxGetLength) = (true, length + room));
        await client.MachinesAsync();
        Assert.Equal(["GET", method], server.Received.Select(request => request.Method));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(65_520)]
    public void ALengthOfAddressesThatNoServerTakesIsRefused(int length)
    {
        using var http = new HttpClient();
        var exception = Assert.Throws<ArgumentException>(
            () => new HttpGraphQLTransport(http, new() { Endpoint = new Uri("http://localhost/graphql"), MaxGetLength = length }));
        Assert.Contains("MaxGetLength must be from 1 to 65,519.", exception.Message, StringComparison.Ordinal);
    }

    private sealed class RequestKeeper : HttpMessageHandler
    {
        public Version? Version { get; private set; }

        public HttpVersionPolicy Policy { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            (Version, Policy) = (request.Version, request.VersionPolicy);
            return Task.FromResult(new HttpResponseMessage { Content = new StringContent(MachinesOperation.TwoMachines, null, "application/json") });
        }
    }
}
