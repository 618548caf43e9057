using System.Reflection;
using Lathe.CodeFixes;
using Lathe.Language.Fixes.Running;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Lathe.Generator.Tests.CodeFixes;

/// <summary>What editors offer in <c>.graphql</c> files: the fixes of <c>lathe fix</c>, each where its mistake stands.</summary>
public sealed class GraphQLFixProviderTests
{
    private const string Schema = """
        type Query { machine(id: ID!): Machine machines(limit: Int): [Machine!]! }
        type Machine { id: ID! name: String old: String @deprecated(reason: "Use name") aa: Int ab: Int }
        """;

    private const string Config =
        """{ "schema": "s.graphql", "documents": "*.graphql", "extensions": { "lathe": { "client": "ShopClient", "namespace": "Shop" } } }""";

    [Theory]
    [InlineData("GQL1004", "query A { machine(id: 1) { nmae } }", "query A { machine(id: 1) { name } }")]
    [InlineData("GQL1021", "query A { machine(idd: 1) { name } }", "query A { machine(id: 1) { name } }")]
    [InlineData("GQL2001", "query A { machine(id: 1) { old } }", "query A { machine(id: 1) { name } }")]
    [InlineData("GQL1018", "query A($a: Int) { machine(id: 1) { name } }", "query A { machine(id: 1) { name } }")]
    [InlineData("GQL1017", "query A { machine(id: $id) { name } }", "query A($id: ID!) { machine(id: $id) { name } }")]
    public async Task AMistakeIsMended(string id, string text, string expected)
    {
        using var workspace = Workspace(("/p/q.graphql", text));
        var error = Assert.Single(workspace.DocumentErrors(), one => one.Id == id);
        await workspace.ApplyAsync(Assert.Single(await workspace.OffersAsync(new GraphQLFixProvider(), error)));
        Assert.Equal(expected, await workspace.TextAsync("/p/q.graphql"));
        Assert.DoesNotContain(workspace.DocumentErrors(), one => one.Id == id);
    }

    [Fact]
    public async Task WhereSeveralNamesAreAsNearEachIsOffered()
    {
        using var workspace = Workspace(("/p/q.graphql", "query A { machine(id: 1) { ac } }"));
        var offers = await workspace.OffersAsync(new GraphQLFixProvider(), Assert.Single(workspace.DocumentErrors()));
        Assert.Equal(["Change ac to aa", "Change ac to ab"], offers.Select(one => one.Title));
    }

    [Fact]
    public async Task AFixMayTouchAnotherFile()
    {
        using var workspace = Workspace(
            ("/p/q.graphql", "query A { machine(id: 1) { ...F } }"),
            ("/p/f.graphql", "fragment F on Query { machine(id: $id) { name } }\nquery B { ...F }"));
        var error = workspace.DocumentErrors().First(one => one.Id == "GQL1017");
        foreach (var offer in await workspace.OffersAsync(new GraphQLFixProvider(), error))
            await workspace.ApplyAsync(offer);
        Assert.Contains("query B($id: ID!)", await workspace.TextAsync("/p/f.graphql"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatTheTextNoLongerHasComesToNothing()
    {
        using var workspace = Workspace(("/p/q.graphql", "query A { machine(id: 1) { nmae } }"));
        using var mended = Workspace(("/p/q.graphql", "query A { machine(id: 1) { name } }"));
        var error = Assert.Single(workspace.DocumentErrors());
        Assert.Empty(await mended.OffersAsync(new GraphQLFixProvider(), error));
    }

    [Fact]
    public void EditorsFindItForAdditionalFiles()
    {
        var export = typeof(GraphQLFixProvider).GetCustomAttribute<ExportCodeFixProviderAttribute>()!;
        Assert.Equal([nameof(TextDocumentKind.AdditionalDocument)], export.DocumentKinds!);
        Assert.Equal([".graphql", ".gql"], export.DocumentExtensions!);
        Assert.Equal(FixRules.Ids, new GraphQLFixProvider().FixableDiagnosticIds);
    }

    [Fact]
    public void TheCompilerLoadsNoWorkspaces()
    {
        foreach (var assembly in new[] { typeof(LatheGenerator).Assembly, typeof(FixRules).Assembly })
            Assert.DoesNotContain(assembly.GetReferencedAssemblies(), one => one.Name!.Contains("Workspaces", StringComparison.Ordinal));
        Assert.DoesNotContain(typeof(GraphQLFixProvider).Assembly.GetTypes(), one => one.IsSubclassOf(typeof(DiagnosticAnalyzer)));
    }

    private static FixWorkspace Workspace(params (string Path, string Text)[] documents) =>
        new([("/p/s.graphql", Schema), ("/p/.graphqlrc.json", Config), .. documents]);
}
