namespace Lathe.Generator.Tests.Pipeline;

/// <summary>What a client adds to the server's schema.</summary>
public sealed class SchemaExtensionTests
{
    private const string Extension = """
        directive @audit(reason: String) on FIELD
        extend type Machine @semanticNonNullField(name: "serial") { local: Int }
        """;

    [Fact]
    public void ItIsReadAndNotSent()
    {
        var outcome = Run("query First { machine { serial @audit(reason: \"x\") name @include(if: true) } }");

        Assert.Empty(outcome.Diagnostics);
        var source = outcome.Source("App.FirstQuery.g.cs");
        Assert.Contains("query First{machine{serial name@include(if:true)}}", source, StringComparison.Ordinal);
        Assert.Contains("required string Serial", source, StringComparison.Ordinal);
        Assert.Contains("string? Name", source, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "query First { machine { local } }",
        "/p/q.graphql(1,25): error GQL0022: Field \"Machine.local\" is added by \"schemaExtensions\", and the server does not have it. "
            + "Take it out, or name its file under \"schema\".")]
    [InlineData(
        "query First($why: String) { machine { name @audit(reason: $why) } }",
        "/p/q.graphql(1,51): error GQL0022: Directive \"@audit\" is the client's own and is not sent, so the server would find no use of the "
            + "variable. Write a value.")]
    public void WhatTheServerDoesNotHaveIsAnError(string document, string expected) =>
        Assert.Equal([expected], Run(document).Diagnostics);

    [Fact]
    public void AnEditOfItIsSeen()
    {
        var project = Project("query First { machine { serial } }");
        Assert.Contains("required string Serial", project.Run().Source("App.FirstQuery.g.cs"), StringComparison.Ordinal);

        project.Set("/p/local.graphql", "extend type Machine @semanticNonNullField(name: \"name\")");
        Assert.DoesNotContain("required string Serial", project.Run().Source("App.FirstQuery.g.cs"), StringComparison.Ordinal);
    }

    private static RunOutcome Run(string document) => Project(document).Run();

    private static GeneratorHarness Project(string document) => new(
        ("/p/.graphqlrc.json", """{"schema":"*.graphql","documents":"q.graphql","extensions":{"lathe":{"schemaExtensions":"local.graphql"}}}"""),
        ("/p/s.graphql", "type Query { machine: Machine } type Machine { name: String serial: String }"),
        ("/p/local.graphql", Extension),
        ("/p/q.graphql", document));
}
