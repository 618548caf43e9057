using Lathe.Generator.Tests.Pipeline;
using Microsoft.CodeAnalysis.CSharp;

namespace Lathe.Generator.Tests;

/// <summary>From C# 15 on the compiler knows all cases of an abstract record: a switch that lacks one is a warning.</summary>
public sealed class ClosedTypesTests
{
    private const string Schema = "type Query { node: Node kind: Kind! } interface Node { id: ID! } type Machine implements Node { id: ID! name: "
        + "String } type Person implements Node { id: ID! login: String } enum Kind { ON OFF }";
    private const string Document = "query Node { kind node { id ... on Machine { name } ... on Person { login } } }";

    [Theory]
    [InlineData("NodeQuery.Machine => 1, NodeQuery.Person => 2, NodeQuery.OtherNode => 3, null => 0")]
    [InlineData("NodeQuery.Machine => 1, NodeQuery.OtherNode => 3, null => 0", "CS8509 App.NodeQuery.Person")]
    [InlineData("NodeQuery.Machine => 1, NodeQuery.Person => 2, null => 0", "CS8509 App.NodeQuery.OtherNode")]
    public void ASwitchThatLacksACaseIsAWarning(string arms, string? warning = null) =>
        Assert.Equal(
            warning is null ? [] : [warning], Warnings(LanguageVersion.CSharp15, $"int Of(NodeQuery.Node? node) => node switch {{ {arms} }};"));

    [Theory]
    [InlineData("NodeQuery.Machine => 1, NodeQuery.Person => 2, NodeQuery.OtherNode => 3, null => 0")]
    [InlineData("NodeQuery.Machine => 1, NodeQuery.OtherNode => 3, null => 0", "CS8509 App.NodeQuery.Person")]
    public void ResultsThatAreClassesAreClosedToo(string arms, string? warning = null) => Assert.Equal(
        warning is null ? [] : [warning],
        Warnings(
            LanguageVersion.CSharp15,
            $"int Of(NodeQuery.Node? node) => node switch {{ {arms} }};",
            (".graphqlrc.json", """{"schema":"schema.graphql","documents":"node.graphql","extensions":{"lathe":{"namespace":"App","resultTypes":"class"}}}""")));

    [Fact]
    public void ASwitchOverTheKnownValuesThatLacksOneIsAWarning() => Assert.Equal(
        ["CS8509 App.Kind.Known.Off"],
        Warnings(LanguageVersion.CSharp15, "int Of(Kind kind) => kind.Value switch { Kind.Known.On => 1, Kind.Known.Unknown => 0 };"));

    [Theory]
    [InlineData(LanguageVersion.CSharp14)]
    [InlineData(LanguageVersion.CSharp12)]
    public void OlderLanguagesHaveNoClosedTypes(LanguageVersion version)
    {
        Assert.Equal(
            ["CS8509 not null"],
            Warnings(
                version,
                "int Of(NodeQuery.Node? node) => node switch { NodeQuery.Machine => 1, NodeQuery.Person => 2, NodeQuery.OtherNode => 3, null => 0 "
                    + "};"));
    }

    [Fact]
    public void APreviewHasThem() => Assert.Empty(
        Warnings(
            LanguageVersion.Preview,
            "int Of(NodeQuery.Node? node) => node switch { NodeQuery.Machine => 1, NodeQuery.Person => 2, NodeQuery.OtherNode => 3, null => 0 };"));

    // The warnings with the case that the compiler misses, as it names it.
    private static string[] Warnings(LanguageVersion version, string method, params (string Path, string Text)[] more)
    {
        var project = new GeneratorHarness(version, [("schema.graphql", Schema), ("node.graphql", Document), .. more]);
        project.EditCSharp($"using App; internal static class Use {{ internal static {method} }}");
        return
        [
            .. project.Run().CompilationErrors().Select(static one =>
                one.Contains("error", StringComparison.Ordinal)
                    ? one
                    : one.Split(": ")[1].Replace("warning ", "", StringComparison.Ordinal) + " " + one.Split("'")[^2]),
        ];
    }
}
