using Lathe.CodeFixes;
using Lathe.Generator.Analyzers;

namespace Lathe.Generator.Tests.CodeFixes;

/// <summary>What editors offer in C#: <c>RequireData()</c> for <c>Data!</c>, and a configuration value for a key.</summary>
public sealed class CSharpFixProviderTests
{
    private const string Key = "mm_live_4f1c9a7e22d84b61";

    [Theory]
    [InlineData("var x = (await Ask()).Data!.Length;", "var x = (await Ask()).RequireData().Length;")]
    [InlineData("var result = await Ask(); var x = result.Data!.Length;", "var result = await Ask(); var x = result.RequireData().Length;")]
    [InlineData("string x = (await Ask()).Data!;", "string x = (await Ask()).RequireData();")]
    [InlineData("foreach (var c in (await Ask()).Data! /* all */) { }", "foreach (var c in (await Ask()).RequireData() /* all */) { }")]
    public async Task DataIsRequired(string statement, string expected)
    {
        using var workspace = Workspace(statement);
        var error = Assert.Single(await workspace.ErrorsAsync(new UncheckedResultAnalyzer()));
        await workspace.ApplyAsync(Assert.Single(await workspace.OffersAsync(new RequireDataFixProvider(), error)));
        Assert.Contains(expected, await workspace.TextAsync("/p/Use.cs"), StringComparison.Ordinal);
        Assert.Empty(await workspace.ErrorsAsync(new UncheckedResultAnalyzer()));
    }

    // Only who wrote it knows whether an empty answer will do.
    [Fact]
    public async Task WhatMakesAnEmptyAnswerIsLeft()
    {
        using var workspace = Workspace("var x = (await Ask()).Data?.Length ?? 0;");
        var error = Assert.Single(await workspace.ErrorsAsync(new UncheckedResultAnalyzer()));
        Assert.Empty(await workspace.OffersAsync(new RequireDataFixProvider(), error));
    }

    [Theory]
    [InlineData(
        "services.AddHttpClient(\"x\").AddBearerToken(\"KEY\");",
        "services.AddHttpClient(\"x\").AddBearerToken(\"GraphQL:ApiKey\");")]
    [InlineData("services.AddShopClient().AddBearerToken(\"KEY\");", "services.AddShopClient().AddBearerToken(\"Shop:ApiKey\");")]
    [InlineData(
        "_ = BearerToken.Create(\"KEY\");",
        "_ = BearerToken.Create(global::System.Environment.GetEnvironmentVariable(\"GraphQL__ApiKey\") ?? "
            + "throw new global::System.InvalidOperationException(\"Set GraphQL:ApiKey.\"));")]
    [InlineData(
        "IConfiguration settings = null!; _ = BearerToken.Create(\"KEY\");",
        "_ = BearerToken.Create(settings[\"GraphQL:ApiKey\"] ?? throw new global::System.InvalidOperationException(\"Set GraphQL:ApiKey.\"));")]
    [InlineData(
        "Host builder = null!; _ = BearerToken.Create(\"KEY\");",
        "_ = BearerToken.Create(builder.Configuration[\"GraphQL:ApiKey\"] ?? "
            + "throw new global::System.InvalidOperationException(\"Set GraphQL:ApiKey.\"));")]
    [InlineData(
        "http.DefaultRequestHeaders.Add(\"Authorization\", \"Bearer KEY\");",
        "http.DefaultRequestHeaders.Add(\"Authorization\", \"Bearer \" + (global::System.Environment.GetEnvironmentVariable(\"GraphQL__ApiKey\") ?? "
            + "throw new global::System.InvalidOperationException(\"Set GraphQL:ApiKey.\")));")]
    public async Task AKeyIsReadFromConfiguration(string statement, string expected)
    {
        using var workspace = Workspace(statement.Replace("KEY", Key, StringComparison.Ordinal));
        var error = Assert.Single(await workspace.ErrorsAsync(new KeyInSourceAnalyzer()));
        await workspace.ApplyAsync(Assert.Single(await workspace.OffersAsync(new KeyInConfigurationFixProvider(), error)));
        var text = await workspace.TextAsync("/p/Use.cs");
        Assert.Contains(expected, text, StringComparison.Ordinal);
        Assert.DoesNotContain(Key, text, StringComparison.Ordinal);
        Assert.Empty(await workspace.ErrorsAsync(new KeyInSourceAnalyzer()));
    }

    // To replace the use alone would leave the key in the source, where nothing tells of it any more.
    [Theory]
    [InlineData("const string Own = \"KEY\"; _ = BearerToken.Create(Own);")]
    [InlineData("var own = \"KEY\"; _ = BearerToken.Create(own);")]
    public async Task AKeyThatStandsElsewhereIsLeft(string statement)
    {
        using var workspace = Workspace(statement.Replace("KEY", Key, StringComparison.Ordinal));
        foreach (var error in await workspace.ErrorsAsync(new KeyInSourceAnalyzer()))
            Assert.Empty(await workspace.OffersAsync(new KeyInConfigurationFixProvider(), error));
    }

    private static FixWorkspace Workspace(string statement) => new(("/p/Use.cs", $$"""
        using System.Net.Http;
        using System.Threading.Tasks;
        using Lathe;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;

        abstract class Host { public abstract IConfiguration Configuration { get; } }

        static class Use
        {
            static async Task Run(IServiceCollection services, HttpClient http)
            {
                await Task.Yield();
                {{statement}}
            }

            static Task<GraphQLResult<string>> Ask() => null!;

            static IHttpClientBuilder AddShopClient(this IServiceCollection services) => services.AddHttpClient("Shop");
        }
        """));
}
