using Lathe.Generator.Tests.Emission;
using Lathe.Language.Configuration;
using Lathe.TestSupport;
using Microsoft.CodeAnalysis;

namespace Lathe.Generator.Tests.Docs;

/// <summary>
/// Each C# snippet of <c>docs/hosts.md</c> that adds a client compiles against the run time and a generated one, and so does each call that a
/// line of it shows. Those of OpenAPI are held by the tests of hosts.
/// </summary>
public sealed class HostsDocumentTests
{
    // What a snippet may take for granted: a host, its defaults, and the reader's own provider.
    private const string Surroundings = """
        namespace Reader
        {
            public sealed record Host(Microsoft.Extensions.DependencyInjection.IServiceCollection Services)
            {
                public Environment HostEnvironment => new("");

                public void AddServiceDefaults() { }
            }

            public sealed record Environment(string BaseAddress);

            public sealed class CurrentUserTokens : Lathe.IBearerTokenProvider
            {
                public System.Threading.Tasks.ValueTask<Lathe.BearerToken?> GetTokenAsync(
                    Lathe.BearerTokenRequest request, System.Threading.CancellationToken stop) => default;
            }
        }
        """;

    public static TheoryData<int, string> Snippets()
    {
        var data = new TheoryData<int, string>();
        var adding = MarkdownPage.Blocks("docs/hosts.md")
            .Where(static block => block.Language == "csharp" && block.Code.Contains("ShopClient", StringComparison.Ordinal));
        foreach (var block in adding)
            data.Add(block.Line, block.Code);
        return data;
    }

    public static TheoryData<string> Lines() =>
    [
        """options.EndpointConfigurationKey = "ConnectionStrings:shop";""",
        """services.AddShopClient().ConfigureHttpClient(http => http.BaseAddress = new Uri("https://shop.test/"));""",
        """options.UserAgent = "Shop/2.1";""",
        """
        services.AddShopClient()
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(2) });
        """,
        """GraphQLRequestOptions one = new() { BearerToken = BearerToken.Create("x") };""",
        """services.AddShopClient().AddBearerToken(o => { o.Cache = BearerTokenCache.PerIdentity; o.AddressResolvers.Add(typeof(string)); });""",
    ];

    [Theory]
    [MemberData(nameof(Snippets))]
    public void ASnippetCompiles(int line, string snippet) => Compile($"docs/hosts.md, snippet at line {line}", snippet);

    [Theory]
    [MemberData(nameof(Lines))]
    public void WhatTheTextNamesIsThere(string code) => Compile("docs/hosts.md", code);

    [Fact]
    public void ThereAreSnippets() => Assert.True(Snippets().Count >= 4);

    private static void Compile(string what, string snippet)
    {
        var config = new ClientConfig { Client = "ShopClient", Namespace = "Shop" };
        var client = TestClient.Generate("type Query { shop: String }", "query Name { shop }", config);
        var program = $$"""
            using System;
            using System.Net.Http;
            using Lathe;
            using Microsoft.Extensions.DependencyInjection;
            using Reader;
            using Shop;

            public class Snippet
            {
                public required Host builder;
                public required IServiceCollection services;
                public required GraphQLClientOptions options;
                public required HttpClient httpClient;
                public required Uri endpoint;

                public void Run()
                {
            {{snippet}}
                }
            }
            """;
        var errors = client.Compile(Surroundings, program).GetDiagnostics(TestContext.Current.CancellationToken)
            .Where(static one => one.Severity == DiagnosticSeverity.Error);
        Assert.True(!errors.Any(), $"{what}:\n{string.Join('\n', errors)}");
    }
}
