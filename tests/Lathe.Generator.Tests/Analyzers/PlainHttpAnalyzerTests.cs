using Lathe.Generator.Analyzers;

namespace Lathe.Generator.Tests.Analyzers;

public sealed class PlainHttpAnalyzerTests
{
    [Theory]
    [InlineData("""static void M(GraphQLClientOptions o) => o.Endpoint = new Uri("http://api.example.com/graphql");""")]
    [InlineData("""static void M(GraphQLClientOptions o) => o.Endpoint = new("http://192.168.0.7/graphql");""")]
    [InlineData("""const string Base = "http://api.example.com"; static void M(GraphQLClientOptions o) => o.Endpoint = new Uri(Base + "/graphql");""")]
    [InlineData("""static object M() => new GraphQLClientOptions { Endpoint = new Uri("http://localhost.example.com/") };""")]
    [InlineData("""static void M(BearerTokenOptions o) => o.Origin = new Uri("HTTP://api.example.com");""")]
    public async Task Reports_plain_http_to_a_host_that_is_not_loopback(string members) =>
        Assert.StartsWith("GQL3002@new", Assert.Single(await AnalyzerHarness.RunAsync(new PlainHttpAnalyzer(), members)), StringComparison.Ordinal);

    [Theory]
    [InlineData("""static void M(GraphQLClientOptions o) => o.Endpoint = new Uri("https://api.example.com/graphql");""")]
    [InlineData("""static void M(GraphQLClientOptions o) => o.Endpoint = new Uri("http://localhost:5000/graphql");""")]
    [InlineData("""static void M(GraphQLClientOptions o) => o.Endpoint = new Uri("http://127.0.0.1:5000/graphql");""")]
    [InlineData("""static void M(GraphQLClientOptions o) => o.Endpoint = new Uri("http://[::1]:5000/graphql");""")]
    [InlineData("""static void M(GraphQLClientOptions o) => o.Endpoint = new Uri("http://shop.localhost/graphql");""")]
    [InlineData("""static void M(GraphQLClientOptions o, string address) => o.Endpoint = new Uri(address);""")]
    [InlineData("""static void M(HttpClient c) => c.BaseAddress = new Uri("http://api.example.com/");""")]
    public async Task Leaves_alone_https_loopback_and_what_is_not_known(string members) =>
        Assert.Empty(await AnalyzerHarness.RunAsync(new PlainHttpAnalyzer(), members));
}
