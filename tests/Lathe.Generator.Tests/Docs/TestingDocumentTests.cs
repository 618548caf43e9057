using System.Reflection;
using System.Text;
using Lathe.Generator.Tests.Emission;
using Lathe.Language.Configuration;
using Lathe.TestSupport;
using Microsoft.CodeAnalysis;

namespace Lathe.Generator.Tests.Docs;

/// <summary>Each C# listing of <c>docs/testing.md</c> compiles against a client of the page's own schema, and runs.</summary>
public sealed class TestingDocumentTests
{
    private const string Page = "docs/testing.md";

    public static TheoryData<int, string> Listings()
    {
        var data = new TheoryData<int, string>();
        foreach (var block in MarkdownPage.Blocks(Page).Where(static block => block.Language == "csharp"))
            data.Add(block.Line, block.Code);
        return data;
    }

    [Fact]
    public void ThereAreListings() => Assert.True(Listings().Count >= 6);

    [Fact]
    public void TheFixtureIsTheFileThatTheListingReads()
    {
        var file = File.ReadAllText(Path.Combine(SharedFolder.RepositoryRoot, "tests/Lathe.Generator.Tests/Fixtures/OneMachine.json"));
        Assert.Equal(file.TrimEnd(), MarkdownPage.Blocks(Page).Single(static block => block.Language == "json").Code.TrimEnd());
    }

    [Theory]
    [MemberData(nameof(Listings))]
    public async Task AListingCompilesAndRuns(int line, string listing)
    {
        var texts = MarkdownPage.Blocks(Page).Single(static block => block.Language == "graphql").Code;
        var start = texts.IndexOf("query Machines", StringComparison.Ordinal);
        var client = TestClient.Generate(texts[..start], texts[start..], new ClientConfig { Client = "ShopClient", Namespace = "Shop" });
        var compilation = client.Compile(Program(listing));
        using var image = new MemoryStream();
        var schema = new ResourceDescription(
            $"Lathe.Testing/{compilation.AssemblyName}/schema.graphql", () => new MemoryStream(Encoding.UTF8.GetBytes(texts[..start])),
                isPublic: true);
        var emitted = compilation.Emit(image, manifestResources: [schema], cancellationToken: TestContext.Current.CancellationToken);
        var errors = emitted.Diagnostics.Where(static one => one.Severity == DiagnosticSeverity.Error);
        Assert.True(emitted.Success, $"{Page}, listing at line {line}:\n{string.Join('\n', errors)}");
        var run = Assembly.Load(image.ToArray()).GetType("Listing")!.GetMethod("RunAsync")!;
        await (Task)run.Invoke(null, null)!;
    }

    private static string Program(string listing) => $$"""
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Text.Json;
        using System.Threading.Tasks;
        using Lathe;
        using Lathe.Testing;
        using Microsoft.Extensions.DependencyInjection;
        using Shop;
        using Xunit;

        public static class Listing
        {
            public static async Task RunAsync()
            {
                await Task.Yield();
        {{listing}}
            }
        }
        """;
}
