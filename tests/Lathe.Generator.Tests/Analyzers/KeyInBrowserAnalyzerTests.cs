using Lathe.Generator.Analyzers;

namespace Lathe.Generator.Tests.Analyzers;

public sealed class KeyInBrowserAnalyzerTests
{
    private const string Configured = """static void M(IHttpClientBuilder b) => b.AddBearerToken("Shop:ApiKey");""";

    [Theory]
    [InlineData(Configured, "\"Shop:ApiKey\"")]
    [InlineData("""static void M(IHttpClientBuilder b, string key) => b.AddApiKey("X-Key", key);""", "key")]
    [InlineData("""static void M(IHttpClientBuilder b) => b.AddBearerToken(o => o.EnvironmentVariable = "SHOP_KEY");""", "\"SHOP_KEY\"")]
    [InlineData("""static void M(BearerTokenOptions o, string file) => o.File = file;""", "file")]
    [InlineData("""static object M() => new BearerTokenOptions { ConfigurationKey = "Shop:ApiKey" };""", "\"Shop:ApiKey\"")]
    public async Task ReportsWhereAKeyForAllIsNamed(string members, string reported) =>
        Assert.Equal([$"GQL3020@{reported}"], await AnalyzerHarness.RunAsync(new KeyInBrowserAnalyzer(), members, platforms: "browser"));

    [Theory]
    [InlineData("""static void M(IHttpClientBuilder b) => b.AddBearerToken(o => o.Provider = (_, _) => default);""")]
    [InlineData("""static void M(BearerTokenOptions o) => o.ConfigurationKey = null;""")]
    [InlineData("""static void M(BearerTokenOptions o, Uri origin) => o.Origin = origin;""")]
    [InlineData("""static void AddBearerToken(string configurationKey) => AddBearerToken(configurationKey);""")]
    public async Task LeavesAloneTokensOfVisitorsAndWhatIsNoKey(string members) =>
        Assert.Empty(await AnalyzerHarness.RunAsync(new KeyInBrowserAnalyzer(), members, platforms: "browser"));

    [Theory]
    [InlineData("Linux,macOS,Windows")]
    [InlineData("Linux,macOS,Windows,browser")]
    [InlineData("")]
    public async Task LeavesAloneProjectsThatRunElsewhereToo(string platforms) =>
        Assert.Empty(await AnalyzerHarness.RunAsync(new KeyInBrowserAnalyzer(), Configured, platforms: platforms));
}
