using System.Reflection;
using System.Text.RegularExpressions;
using Lathe.Generator.Tests.Emission;
using Lathe.Language.Configuration;
using Lathe.Language.Schemas;
using Lathe.Language.Text;
using Lathe.Language.TypeSystem.Indexing;
using Lathe.TestSupport;
using Microsoft.CodeAnalysis;

namespace Lathe.Generator.Tests.Docs;

/// <summary>Each C# listing of <c>docs/errors.md</c> compiles against a client of the page's own schema, and runs; its GraphQL is valid.</summary>
public sealed class ErrorsDocumentTests
{
    private const string Page = "docs/errors.md";

    private static readonly string[] s_graphql = [.. MarkdownPage.Blocks(Page).Where(static one => one.Language == "graphql").Select(static one =>
        one.Code)];

    private static string Schema => s_graphql[0][..s_graphql[0].IndexOf("query ", StringComparison.Ordinal)];

    private static string Documents => s_graphql[0][Schema.Length..];

    public static TheoryData<int, string> Listings()
    {
        var data = new TheoryData<int, string>();
        foreach (var block in MarkdownPage.Blocks(Page).Where(static block => block.Language == "csharp"))
            data.Add(block.Line, block.Code);
        return data;
    }

    [Fact]
    public void ThereAreListings() => Assert.Equal((2, 3), (Listings().Count, s_graphql.Length));

    [Fact]
    public void TheTypesAreWhatThePageSays()
    {
        var config = new ClientConfig { Client = "ShopClient", Namespace = "Shop" };
        var client = TestClient.Generate(Schema, Documents, config);
        Assert.Contains("FieldResult<double?> Speed", client["MachineQuery"], StringComparison.Ordinal);
        Assert.Contains(
            "global::Lathe.FieldResult<global::Lathe.ResultList<global::Lathe.FieldResult<Machine?>>?> Machines", client["AlarmsQuery"],
                StringComparison.Ordinal);
        var strict = TestClient.Generate(Schema + s_graphql[1], Documents, config);
        Assert.Contains("required string Name", strict["MachineQuery"], StringComparison.Ordinal);
    }

    [Fact]
    public void WhatEditorsGetIsValidBesideTheSchema()
    {
        var schema = SchemaReader.Read(
            [new SourceText("s.graphql", Schema)],
            [new SourceText("e.graphql", s_graphql[1]), new SourceText("d.graphql", s_graphql[2])],
            TestContext.Current.CancellationToken);
        Assert.Empty(schema.Errors.Select(static one => one.ToString()));
        Assert.All(["catch", "catchByDefault"], name => Assert.True(schema.IsClientDirective(name)));
    }

    [Fact]
    public void WhatEditorsGetIsAllThatTheClientKnows()
    {
        var pages = MarkdownPage.Blocks("docs/pages.md").Single(static one => one.Code.StartsWith("directive ", StringComparison.Ordinal)).Code;
        Assert.Equal(Definitions(ClientDirectives.Find("catch")!.Source.Text), Definitions($"{s_graphql[2]}\n{pages}"));
    }

    // Without descriptions, commas and how they are laid out.
    private static IEnumerable<string> Definitions(string sdl)
    {
        var plain = Regex.Replace(Regex.Replace(sdl, "\"[^\"]*\"", ""), @"[\s,]+", " ").Replace("( ", "(", StringComparison.Ordinal)
            .Replace(" )", ")", StringComparison.Ordinal);
        return Regex.Split(plain, "(?=directive @|enum )").Select(static one => one.Trim()).Where(static one => one.Length > 0).Order();
    }

    [Theory]
    [MemberData(nameof(Listings))]
    public async Task AListingCompilesAndRuns(int line, string listing)
    {
        var client = TestClient.Generate(Schema, Documents, new ClientConfig { Client = "ShopClient", Namespace = "Shop" });
        using var image = new MemoryStream();
        var emitted = client.Compile(Program(listing)).Emit(image, cancellationToken: TestContext.Current.CancellationToken);
        var errors = emitted.Diagnostics.Where(static one => one.Severity == DiagnosticSeverity.Error);
        Assert.True(emitted.Success, $"{Page}, listing at line {line}:\n{string.Join('\n', errors)}");
        var run = Assembly.Load(image.ToArray()).GetType("Listing")!.GetMethod("RunAsync")!;
        await (Task)run.Invoke(null, null)!;
    }

    private static string Program(string listing) => $$"""
        using System;
        using System.Threading.Tasks;
        using Lathe;
        using Lathe.Testing;
        using Shop;
        using Xunit;

        public static class Listing
        {
            public static async Task RunAsync()
            {
        {{listing}}
            }
        }
        """;
}
