using System.Text.Json;
using Lathe.Language.Changes;
using Lathe.Language.Changes.Comparison;
using Lathe.Language.Printing;
using Lathe.Language.Schemas;
using Lathe.Language.Text;
using Lathe.Language.TypeSystem;
using Lathe.TestSupport;

namespace Lathe.Language.Tests.Changes;

/// <summary>Definitions that both schemas have in the same words are passed over, and nothing is lost by it.</summary>
public sealed class SameDefinitionsTests
{
    [Fact]
    public void OnlyWhatDiffersIsParsed()
    {
        var same = string.Concat(Enumerable.Range(0, 50).Select(
            i => $"type T{i} {{ a(x: Int = 1): [T{i}!] @deprecated }}\ndirective @d{i}(x: Int = 1) on FIELD\nextend directive @d{i} @deprecated\n"));
        var old = SchemaPair.Read("type Query { a: T0 b: Int }\n" + same + "directive @d on FIELD");
        var @new = SchemaPair.Read("type Query { a: T0 }\n" + same + "directive @d on FIELD");
        Assert.Equal("FIELD_REMOVED", Assert.Single(SchemaComparer.Compare(old, @new, TestContext.Current.CancellationToken)).Code);
        Assert.True(old.DefinitionsParsed < 5, $"{old.DefinitionsParsed} parsed");
        Assert.True(@new.DefinitionsParsed < 5, $"{@new.DefinitionsParsed} parsed");
    }

    [Theory]
    [InlineData(
        "type Query { f(x: I = {}): Int } input I { a: Int = 1 }",
        "type Query { f(x: I = {}): Int } input I { a: Int = 2 }",
        "INPUT_FIELD_DEFAULT_VALUE_CHANGE I.a|ARG_DEFAULT_VALUE_CHANGE Query.f(x:)")]
    [InlineData(
        "type Query { f(x: [I] = [{}]): Int } input I { a: Int = 1 }",
        "type Query { f(x: [I] = [{}]): Int } input I { a: Int = 2 }",
        "INPUT_FIELD_DEFAULT_VALUE_CHANGE I.a|ARG_DEFAULT_VALUE_CHANGE Query.f(x:)")]
    [InlineData(
        "type Query { f(x: I =\n # none\n {}): Int } input I { a: Int = 1 }",
        "type Query { f(x: I =\n # none\n {}): Int } input I { a: Int = 2 }",
        "INPUT_FIELD_DEFAULT_VALUE_CHANGE I.a|ARG_DEFAULT_VALUE_CHANGE Query.f(x:)")]
    [InlineData(
        "type Query { f(n: Int = 1, x: [[I]] = [,\t[{}]]): Int } input I { a: Int = 1 }",
        "type Query { f(n: Int = 1, x: [[I]] = [,\t[{}]]): Int } input I { a: Int = 2 }",
        "INPUT_FIELD_DEFAULT_VALUE_CHANGE I.a|ARG_DEFAULT_VALUE_CHANGE Query.f(x:)")]
    [InlineData(
        "directive @d(x: I = {}) on FIELD type Query { f: Int } input I { a: Int = 1 }",
        "directive @d(x: I = {}) on FIELD type Query { f: Int } input I { a: Int = 2 }",
        "ARG_DEFAULT_VALUE_CHANGE @d(x:)|INPUT_FIELD_DEFAULT_VALUE_CHANGE I.a")]
    [InlineData(
        "directive @d on FIELD type Query { f: Int } extend directive @d @a",
        "directive @d on FIELD type Query { f: Int } extend directive @d @b",
        "DIRECTIVE_USAGE_ADDED @d|DIRECTIVE_USAGE_REMOVED @d")]
    [InlineData(
        "type Query { f: Int } extend type Query @a extend type Query @b",
        "type Query { f: Int } extend type Query @a",
        "DIRECTIVE_USAGE_REMOVED Query")]
    [InlineData(
        "type Query { f: Int } type A { x: Float }", "type Query { f: Int } type A { x: String }", "FIELD_CHANGED_KIND A.x|TYPE_REMOVED Float")]
    [InlineData("type Query { f: Float } type A { x: Float }", "type Query { f: Float } type A { x: String }", "FIELD_CHANGED_KIND A.x")]
    [InlineData(
        "type Query { f: Int } extend type Query { g: Int }",
        "type Query { f: Int } extend type Query { h: Int! }",
        "FIELD_REMOVED Query.g|FIELD_ADDED Query.h")]
    [InlineData("extend type Query { g: Int } type Query { f: Int }", "type Query { f: Int } extend type Query { g: Int }", "")]
    public void WhatTheSameWordsMeanMayDiffer(string oldSdl, string newSdl, string expected) =>
        Assert.Equal(expected.Split('|', StringSplitOptions.RemoveEmptyEntries), Lines(SchemaPair.Compare(oldSdl, newSdl)));

    [Fact]
    public void ATypeThatIsGoneButStillNamedIsAFault()
    {
        var old = SchemaPair.Read("type Query { a: A } type B { a: String }\ntype A { b: B }");
        var @new = SchemaPair.Read("type Query { a: A }\ntype A { b: B }");
        Assert.Equal("TYPE_REMOVED", Assert.Single(SchemaComparer.Compare(old, @new, TestContext.Current.CancellationToken)).Code);
        Assert.Equal("Unknown type \"B\".", Assert.Single(@new.Errors).Message);
        Assert.Empty(old.Errors);
    }

    [Fact]
    public void EveryRecordedPairGivesTheSameChangesInOtherWords()
    {
        using var data = JsonDocument.Parse(File.ReadAllText(SharedFolder.Require("conformance/dev/schema-diff.json")));
        foreach (var item in data.RootElement.GetProperty("cases").EnumerateArray())
            HoldInOtherWords(item.GetProperty("oldSDL").GetString()!, item.GetProperty("newSDL").GetString()!);
    }

    [Theory]
    [InlineData("linear-2023_2024/old.graphql", "linear-2023_2024/new.graphql")]
    [InlineData("intuition-2024_2025/old.graphql", "intuition-2024_2025/new.graphql")]
    [InlineData("github-15.18.1.graphql", "../github/schema.graphql")]
    public void RealSchemasGiveTheSameChangesInOtherWords(string oldFile, string newFile)
    {
        var folder = SharedFolder.Require("workloads/schema-pairs");
        HoldInOtherWords(File.ReadAllText(Path.Combine(folder, oldFile)), File.ReadAllText(Path.Combine(folder, newFile)));
    }

    // Printed anew, no definition is the same text, so that all of them are looked at.
    private static void HoldInOtherWords(string oldSdl, string newSdl)
    {
        var printed = SchemaPrinter.Print(
            SchemaPair.Read(oldSdl),
            isSorted: true, TestContext.Current.CancellationToken).Replace("\n}", "\n # other words\n}", StringComparison.Ordinal);
        var inFull = SchemaReader.Read([new SourceText("old.graphql", printed)]);
        var expected = SchemaComparer.Compare(inFull, SchemaPair.Read(newSdl), TestContext.Current.CancellationToken).Where(IsPrinted);
        Assert.Equal(Lines(expected), Lines(SchemaPair.Compare(oldSdl, newSdl).Where(IsPrinted)));
    }

    // The printer leaves out directives of the server.
    private static bool IsPrinted(SchemaChange change) => !change.Code.StartsWith("DIRECTIVE_USAGE", StringComparison.Ordinal);

    private static IEnumerable<string> Lines(IEnumerable<SchemaChange> changes) => changes.Select(change => $"{change.Code} {change.Coordinate}");
}
