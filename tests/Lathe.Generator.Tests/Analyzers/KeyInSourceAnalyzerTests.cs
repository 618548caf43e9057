using Lathe.Generator.Analyzers;

namespace Lathe.Generator.Tests.Analyzers;

public sealed class KeyInSourceAnalyzerTests
{
    [Theory]
    [InlineData("""static object M() => BearerToken.Create("live-key");""", "\"live-key\"")]
    [InlineData("""const string Key = "live-key"; static object M() => BearerToken.Create(Key);""", "Key")]
    [InlineData("""static readonly string Key = "live-key"; static object M() => BearerToken.Create(Key);""", "Key")]
    [InlineData("""static object M() { var key = "live-key"; return BearerToken.Create(key); }""", "key")]
    [InlineData("""static object M() => BearerToken.Create("live" + "-key");""", "\"live\" + \"-key\"")]
    [InlineData("""const string A = "k"; static object M() => BearerToken.Create($"live-{A}");""", "$\"live-{A}\"")]
    [InlineData("""static object M() => BearerToken.Create(value: "live-key", expiresAt: null);""", "\"live-key\"")]
    [InlineData("""static void M(BearerTokenOptions o) => o.FixedToken = BearerToken.Create("live-key");""", "\"live-key\"")]
    [InlineData("""static void M(IHttpClientBuilder b) => b.AddBearerToken("mm_live_4f1c9a7e22d84b61");""", "\"mm_live_4f1c9a7e22d84b61\"")]
    [InlineData("""static void M(IHttpClientBuilder b) => b.AddApiKey("X-Key", "mm_live_4f1c9a7e22d84b61");""", "\"mm_live_4f1c9a7e22d84b61\"")]
    [InlineData("""static void M(IHttpClientBuilder b) => b.AddBearerToken("Bearer abc");""", "\"Bearer abc\"")]
    [InlineData("""static object M() => new AuthenticationHeaderValue("Bearer", "live-key");""", "\"live-key\"")]
    [InlineData("""static void M(HttpClient c) => c.DefaultRequestHeaders.Add("Authorization", "Bearer live-key");""", "\"Bearer live-key\"")]
    [InlineData("""static void M(HttpRequestMessage r) => r.Headers.TryAddWithoutValidation("authorization", "Bearer k");""", "\"Bearer k\"")]
    [InlineData("""static object M(string? k) => BearerToken.Create(k ?? "live-key");""", "\"live-key\"")]
    [InlineData("""static object M(bool b, string k) => BearerToken.Create(b ? "live-key" : k);""", "\"live-key\"")]
    [InlineData("""static object M(Microsoft.Extensions.Configuration.IConfiguration c) => BearerToken.Create(c["Api:Key"] ?? "live-key");""", "\"live-key\"")]
    [InlineData("""static string Key => "live-key"; static object M() => BearerToken.Create(Key);""", "Key")]
    [InlineData("""static string Key { get; } = "live" + "-key"; static object M() => BearerToken.Create(Key);""", "Key")]
    [InlineData("""static object M() { var key = "live" + "-key"; return BearerToken.Create(key); }""", "key")]
    [InlineData("""static object M() => new GraphQLRequestOptions { Headers = { new("Authorization", "Bearer live-key") } };""", "\"Bearer live-key\"")]
    [InlineData("""static void M(GraphQLRequestOptions o) => o.Headers.Add(System.Collections.Generic.KeyValuePair.Create("Authorization", "Bearer k"));""", "\"Bearer k\"")]
    [InlineData("""static object M() => AuthenticationHeaderValue.Parse("Bearer live-key");""", "\"Bearer live-key\"")]
    [InlineData("""static object M(int i, string k) => BearerToken.Create(i switch { 1 => "live-key", _ => k });""", "\"live-key\"")]
    [InlineData("""static object M() => BearerToken.Create(" live-key ".Trim());""", "\" live-key \"")]
    [InlineData("""static object M() { static string Key() => "live-key"; return BearerToken.Create(Key()); }""", "Key()")]
    [InlineData("""static string Key() { return "live-key"; } static object M() => BearerToken.Create(Key());""", "Key()")]
    [InlineData("""static void M(BearerTokenOptions o) => o.Provider = (_, _) => new(BearerToken.Create("live-key"));""", "\"live-key\"")]
    [InlineData("""static void M(IHttpClientBuilder b) => b.ConfigureHttpClient(c => c.DefaultRequestHeaders.Authorization = new("Bearer", "live-key"));""", "\"live-key\"")]
    [InlineData("""static void M(BearerTokenOptions o) => o.ConfigurationKey = "mm_live_4f1c9a7e22d84b61";""", "\"mm_live_4f1c9a7e22d84b61\"")]
    [InlineData("""static void M(BearerTokenOptions o) => o.EnvironmentVariable = "eyJhbGciOi.x.y";""", "\"eyJhbGciOi.x.y\"")]
    public async Task ReportsAConstantThatEndsUpAsAKey(string members, string reported) =>
        Assert.Equal([$"GQL3001@{reported}"], await AnalyzerHarness.RunAsync(new KeyInSourceAnalyzer(), members));

    [Theory]
    [InlineData("""static void M(IHttpClientBuilder b) => b.AddBearerToken("MachineMetrics:ApiKey");""")]
    [InlineData("""static void M(IHttpClientBuilder b) => b.AddBearerToken("MACHINEMETRICS_PRODUCTION_API_KEY");""")]
    [InlineData("""static void M(BearerTokenOptions o) => o.EnvironmentVariable = "MACHINEMETRICS_API_KEY";""")]
    [InlineData("""static void M(BearerTokenOptions o) => o.File = "/run/secrets/api-key";""")]
    [InlineData("""static object M(string key) => BearerToken.Create(key);""")]
    [InlineData("""static object M() => BearerToken.Create(Environment.GetEnvironmentVariable("KEY")!);""")]
    [InlineData("""static object M(string k) { var key = "placeholder"; key = k; return BearerToken.Create(key); }""")]
    [InlineData("""static object M(string k) => BearerToken.Create($"prefix-{k}");""")]
    [InlineData("""static object M() => new AuthenticationHeaderValue("Basic", "dXNlcg==");""")]
    [InlineData("""static void M(HttpClient c) => c.DefaultRequestHeaders.Add("X-Request-Id", "Bearer of news");""")]
    [InlineData("""static object M() => string.Create(null, $"live-key");""")]
    [InlineData("""static object M() => BearerToken.Create("");""")]
    [InlineData("""static object M(string? k) => BearerToken.Create(k ?? "  ");""")]
    [InlineData("""static object M() => BearerToken.Create("<your key here>");""")]
    [InlineData("""static object M() => new AuthenticationHeaderValue("Bearer", "{apiKey}");""")]
    [InlineData("""static string? ApiKey; static object M() => BearerToken.Create(nameof(ApiKey));""")]
    [InlineData("""static void M(IHttpClientBuilder b) => b.AddBearerToken("MachineMetrics:" + nameof(BearerToken));""")]
    [InlineData("""static void F(ref string k) => k = ""; static object M() { var key = "x"; F(ref key); return BearerToken.Create(key); }""")]
    [InlineData("""static readonly string Key = "x"; static Sample() { Key = Environment.MachineName; } static object M() => BearerToken.Create(Key);""")]
    [InlineData("""static string Key { get; set; } = "x"; static object M() => BearerToken.Create(Key);""")]
    [InlineData("""static string Key() => Environment.MachineName; static object M() => BearerToken.Create(Key());""")]
    [InlineData("""static string Key(string name) => "x"; static object M() => BearerToken.Create(Key("a"));""")]
    [InlineData("""static object M(int i, string k) => BearerToken.Create(i switch { 1 => k, _ => throw new InvalidOperationException() });""")]
    [InlineData("""static object M() => BearerToken.Create(string.Empty);""")]
    [InlineData("""static object M(System.Collections.Generic.Dictionary<string, string> d) => BearerToken.Create(d["key"]);""")]
    [InlineData("""static object M(System.IO.StreamReader r) => BearerToken.Create(r.ReadToEnd().Trim());""")]
    [InlineData("""static void M(GraphQLRequestOptions o) => o.Headers.Add(new("X-Tenant", "acme"));""")]
    [InlineData("""static object M() => new System.Collections.Generic.KeyValuePair<string, string>("Api:Key", "from the vault");""")]
    public async Task LeavesAloneWhatOnlyNamesAKeyOrIsNotConstant(string members) =>
        Assert.Empty(await AnalyzerHarness.RunAsync(new KeyInSourceAnalyzer(), members));

    [Fact]
    public async Task ATestProjectMayMakeKeysUp() =>
        Assert.Empty(await AnalyzerHarness.RunAsync(
            new KeyInSourceAnalyzer(), """static object M() => BearerToken.Create("test-key");""", inTestProject: true));

    [Fact]
    public async Task AKeyThatLooksRealIsReportedInATestProjectToo() =>
        Assert.Single(await AnalyzerHarness.RunAsync(
            new KeyInSourceAnalyzer(), """static object M() => BearerToken.Create("mm_live_4f1c9a7e22d84b61");""", inTestProject: true));
}
