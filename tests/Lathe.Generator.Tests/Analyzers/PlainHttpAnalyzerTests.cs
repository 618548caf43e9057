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
    [InlineData("""static void M(GraphQLClientOptions o, string? a) => o.Endpoint = new Uri(a ?? "http://api.example.com/");""")]
    [InlineData("""static void M(GraphQLClientOptions o, bool test) => o.Endpoint = new Uri(test ? "http://localhost/" : "http://api.example.com/");""")]
    [InlineData("""static void M(GraphQLClientOptions o, int i) => o.Endpoint = new Uri(i switch { 0 => "https://localhost/", _ => "http://api.example.com/" });""")]
    [InlineData("""static void M(GraphQLClientOptions o) => o.Endpoint = new Uri(new Uri("http://api.example.com/"), "graphql");""")]
    [InlineData("""static void M(GraphQLClientOptions o) => o.Endpoint = new Uri("http://shop.localhost/graphql");""")]
    public async Task ReportsPlainHttpToAHostThatIsNotLoopback(string members) =>
        Assert.StartsWith("GQL3002@new", Assert.Single(await AnalyzerHarness.RunAsync(new PlainHttpAnalyzer(), members)), StringComparison.Ordinal);

    [Theory]
    [InlineData("""static readonly Uri Address = new("http://api.example.com/"); static void M(GraphQLClientOptions o) => o.Endpoint = Address;""", "Address")]
    [InlineData("""static void M(GraphQLClientOptions o) { var address = new Uri("http://api.example.com/"); o.Endpoint = address; }""", "address")]
    public async Task FollowsAFieldOrLocalThatHasOneValue(string members, string reported) =>
        Assert.Equal([$"GQL3002@{reported}"], await AnalyzerHarness.RunAsync(new PlainHttpAnalyzer(), members));

    [Theory]
    [InlineData("""static void M(GraphQLClientOptions o) => o.Endpoint = null;""")]
    [InlineData("""static void M(GraphQLClientOptions o) => o.Endpoint = new Uri("not an address", UriKind.RelativeOrAbsolute);""")]
    [InlineData("""static void M(GraphQLClientOptions o, Uri a) { var address = new Uri("http://api.example.com/"); address = a; o.Endpoint = address; }""")]
    [InlineData("""static void M(GraphQLClientOptions o) => o.Endpoint = new Uri("https://api.example.com/graphql");""")]
    [InlineData("""static void M(GraphQLClientOptions o) => o.Endpoint = new Uri("http://localhost:5000/graphql");""")]
    [InlineData("""static void M(GraphQLClientOptions o) => o.Endpoint = new Uri("http://127.0.0.1:5000/graphql");""")]
    [InlineData("""static void M(GraphQLClientOptions o) => o.Endpoint = new Uri("http://[::1]:5000/graphql");""")]
    [InlineData("""static void M(GraphQLClientOptions o, string address) => o.Endpoint = new Uri(address);""")]
    [InlineData("""static void M(HttpClient c) => c.BaseAddress = new Uri("http://api.example.com/");""")]
    public async Task LeavesAloneHttpsLoopbackAndWhatIsNotKnown(string members) =>
        Assert.Empty(await AnalyzerHarness.RunAsync(new PlainHttpAnalyzer(), members));
}
