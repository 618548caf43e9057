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

    // http://shop is then a name, and where it leads is judged when it is known.
    [Theory]
    [InlineData("http://shop/graphql")]
    [InlineData("http://shop:8080/graphql")]
    [InlineData("http://_admin.shop/graphql")]
    [InlineData("https+http://shop/graphql")]
    [InlineData("http+https://_admin.shop/graphql")]
    public async Task LeavesAloneANameForServiceDiscovery(string address) =>
        Assert.Empty(await AnalyzerHarness.RunAsync(new PlainHttpAnalyzer(), Endpoint(address), package: "Microsoft.Extensions.ServiceDiscovery"));

    [Theory]
    [InlineData("http://api.example.com/graphql")]
    [InlineData("http://shop.internal/graphql")]
    [InlineData("http://shop./graphql")]
    [InlineData("http://_admin.shop.internal/graphql")]
    [InlineData("http://192.168.0.7/graphql")]
    [InlineData("http://3232235527/graphql")]
    [InlineData("http://[fe80::1]/graphql")]
    public async Task ReportsAHostBesideServiceDiscovery(string address) => Assert.Equal(
        [$"GQL3002@new Uri(\"{address}\")"],
        await AnalyzerHarness.RunAsync(new PlainHttpAnalyzer(), Endpoint(address), package: "Microsoft.Extensions.ServiceDiscovery"));

    [Theory]
    [InlineData(null)]
    [InlineData("Microsoft.Extensions.ServiceDiscovery.Abstractions")]
    public async Task ReportsASingleNameWhereThereIsNoServiceDiscovery(string? package) => Assert.Equal(
        ["GQL3002@new Uri(\"http://shop/graphql\")"],
        await AnalyzerHarness.RunAsync(new PlainHttpAnalyzer(), Endpoint("http://shop/graphql"), package: package));

    private static string Endpoint(string address) => $$"""static void M(GraphQLClientOptions o) => o.Endpoint = new Uri("{{address}}");""";
}
