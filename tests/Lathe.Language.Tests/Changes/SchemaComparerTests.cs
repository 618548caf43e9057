using Lathe.Language.Changes;

namespace Lathe.Language.Tests.Changes;

/// <summary>Changes that the reference misses, and what is no change at all.</summary>
public sealed class SchemaComparerTests
{
    [Theory]
    [InlineData("f(x: Float = 1): Int", "f(x: Float = 1.0): Int")]
    [InlineData("f(x: Float = 100): Int", "f(x: Float = 1e2): Int")]
    [InlineData("f(x: ID = 1): Int", "f(x: ID = \"1\"): Int")]
    [InlineData("f(x: [Int] = 1): Int", "f(x: [Int] = [1]): Int")]
    [InlineData("f(x: I = {a: 1, b: 2}): Int", "f(x: I = {b: 2, a: 1}): Int")]
    [InlineData("f(x: I = {}): Int", "f(x: I = {b: 5}): Int")]
    [InlineData("f(x: String = \"a\\u0062\"): Int", "f(x: String = \"\"\"ab\"\"\"): Int")]
    public void AValueInOtherWordsIsTheSameValue(string oldField, string newField) =>
        Assert.Empty(SchemaPair.Compare(WithInput(oldField), WithInput(newField)));

    [Theory]
    [InlineData("f(x: Int = 1): Int", "f(x: Int = 2): Int", "Dangerous ARG_DEFAULT_VALUE_CHANGE Query.f(x:)")]
    [InlineData("f(x: I = {a: 1}): Int", "f(x: I = {a: 1, b: 6}): Int", "Dangerous ARG_DEFAULT_VALUE_CHANGE Query.f(x:)")]
    [InlineData("f(x: String = \"1\"): Int", "f(x: String = null): Int", "Dangerous ARG_DEFAULT_VALUE_CHANGE Query.f(x:)")]
    [InlineData("f(x: Int! = 1): Int", "f(x: Int!): Int", "Breaking ARG_BECAME_REQUIRED Query.f(x:)|Dangerous ARG_DEFAULT_VALUE_CHANGE Query.f(x:)")]
    [InlineData("f(x: [Int] = [1]): Int", "f(x: Int): Int", "Breaking ARG_CHANGED_KIND Query.f(x:)")]
    [InlineData("f(x: Int! = 1): Int", "f(x: Int): Int", "Dangerous ARG_DEFAULT_VALUE_CHANGE Query.f(x:)|Safe ARG_CHANGED_KIND_SAFE Query.f(x:)")]
    [InlineData("f(x: Int!): Int", "f(x: String): Int", "Breaking ARG_CHANGED_KIND Query.f(x:)")]
    [InlineData("f(x: [Int!]!): Int", "f(x: [String]): Int", "Breaking ARG_CHANGED_KIND Query.f(x:)")]
    [InlineData("f(x: [Int!]!): Int", "f(x: [Int]): Int", "Safe ARG_CHANGED_KIND_SAFE Query.f(x:)")]
    [InlineData("f: Int", "f: Int @deprecated(reason: \"no\")", "Safe DEPRECATION_ADDED Query.f")]
    [InlineData("f: Int @deprecated", "f: Int", "Safe DEPRECATION_REMOVED Query.f")]
    [InlineData("f: Int @deprecated(reason: \"a\")", "f: Int @deprecated(reason: \"b\")", "Safe DEPRECATION_REASON_CHANGED Query.f")]
    [InlineData("f(x: Int @deprecated): Int", "f(x: Int): Int", "Safe DEPRECATION_REMOVED Query.f(x:)")]
    [InlineData("f: Int", "\"d\" f: Int", "Safe DESCRIPTION_CHANGED Query.f")]
    [InlineData("f: Int", "f: Int @inaccessible", "Dangerous DIRECTIVE_USAGE_ADDED Query.f")]
    [InlineData("f: Int @tag(name: \"a\")", "f: Int", "Safe DIRECTIVE_USAGE_REMOVED Query.f")]
    [InlineData("f: Int @a(x: 1) @a(x: 1)", "f: Int @a(x: 1)", "Safe DIRECTIVE_USAGE_REMOVED Query.f")]
    public void ChangesOfAField(string oldField, string newField, string expected) =>
        Assert.Equal(expected.Split('|'), Lines(WithInput(oldField), WithInput(newField)));

    [Theory]
    [InlineData("input I { a: Int }", "input I @oneOf { a: Int }", "Breaking ONE_OF_ADDED I")]
    [InlineData("\"d\" schema { query: Query }", "schema { query: Query }", "Safe SCHEMA_DESCRIPTION_CHANGED schema")]
    [InlineData("input I @oneOf { a: Int }", "input I { a: Int }", "Safe ONE_OF_REMOVED I")]
    [InlineData(
        "input I { a: Int! = 1 }", "input I { a: Int! }", "Breaking INPUT_FIELD_BECAME_REQUIRED I.a|Dangerous INPUT_FIELD_DEFAULT_VALUE_CHANGE I.a")]
    [InlineData("scalar D @specifiedBy(url: \"a\")", "scalar D @specifiedBy(url: \"b\")", "Dangerous SPECIFIED_BY_CHANGED D")]
    [InlineData("scalar D", "scalar D @specifiedBy(url: \"b\")", "Safe SPECIFIED_BY_ADDED D")]
    [InlineData("scalar D @specifiedBy(url: \"a\")", "scalar D", "Dangerous SPECIFIED_BY_REMOVED D")]
    [InlineData("enum E { A B }", "enum E { A B @deprecated(reason: \"x\") }", "Safe DEPRECATION_ADDED E.B")]
    [InlineData(
        "schema { query: Query mutation: M } type M { a: Int }",
        "schema { query: Query } type M { a: Int }",
        "Breaking ROOT_TYPE_REMOVED schema.mutation")]
    [InlineData(
        "schema { query: Query } type M { a: Int }", "schema { query: Query mutation: M } type M { a: Int }", "Safe ROOT_TYPE_ADDED schema.mutation")]
    [InlineData("schema { query: Query } type M { a: Int }", "schema { query: M } type M { a: Int }", "Breaking ROOT_TYPE_CHANGED schema.query")]
    public void ChangesOfTypes(string oldTypes, string newTypes, string expected) =>
        Assert.Equal(expected.Split('|'), Lines("type Query { a: Int } " + oldTypes, "type Query { a: Int } " + newTypes));

    [Theory]
    [InlineData(
        "type Query { machineRef: Int a: Int }",
        "type Query { ref: Int b: String a: Int }",
        "'machineRef' was removed, 'ref', a field of the same type Int, was added: probably renamed.")]
    [InlineData(
        "type Query { f(machineRef: Int): Int }",
        "type Query { f(ref: Int): Int }",
        "'machineRef' was removed, 'ref', an argument of the same type Int, was added: probably renamed.")]
    [InlineData(
        "type Query { a: Machine } type Machine { id: ID b: Int }",
        "type Query { a: MachineTP } type MachineTP { id: ID b: Int }",
        "'Machine' was removed, 'MachineTP', a type of the same fields, was added: probably renamed.")]
    public void ARenameIsRecognised(string oldSdl, string newSdl, string advice) =>
        Assert.Contains(advice, SchemaPair.Compare(oldSdl, newSdl).Select(change => change.Advice));

    [Fact(Timeout = 60_000)]
    public async Task ASchemaThatIsNewAsAWholeIsComparedInBoundedTime()
    {
        var (old, @new) = (Wide("old"), Wide("new"));
        var changes = await Task.Run(() => SchemaPair.Compare(old, @new), TestContext.Current.CancellationToken);
        Assert.Equal(20_000, changes.Count(change => change.Code == "FIELD_REMOVED"));
        Assert.Equal(20_000, changes.Count(change => change.Code == "TYPE_REMOVED"));

        static string Wide(string prefix) =>
            "type Query {" + string.Concat(Enumerable.Range(0, 20_000).Select(i => $" {prefix}{i}: {prefix}T{i}")) + "}"
            + string.Concat(Enumerable.Range(0, 20_000).Select(i => $" type {prefix}T{i} {{ a: Int }}"));
    }

    [Fact]
    public void OneCandidateIsTheRenameOfTheOneThatItResembles()
    {
        var changes = SchemaPair.Compare("type Query { machine: Int unused: Int gone: Int }", "type Query { machineRef: Int }");
        Assert.Equal("Query.machine", Assert.Single(changes, change => change.Advice is not null).Coordinate.ToString());
    }

    [Fact]
    public void TwoUnlikeCandidatesAreNoRename() =>
        Assert.All(SchemaPair.Compare("type Query { zzz: Int }", "type Query { a: Int b: Int }"), change => Assert.Null(change.Advice));

    [Fact]
    public void ASchemaIsEqualToItself() => Assert.Empty(SchemaPair.Compare(Everything, Everything));

    [Fact]
    public void TheGravestComesFirst()
    {
        var changes = SchemaPair.Compare(Everything, "type Query { z: Int } enum E { A B C }");
        Assert.Equal(changes.OrderByDescending(change => change.Criticality), changes);
        Assert.Equal(ChangeCriticality.Breaking, changes[0].Criticality);
    }

    [Fact]
    public void WhatIsOfOneKindAndPlaceIsInTheOrderOfWhatItIsAbout()
    {
        const string Types = " type A { x: Int } type B { x: Int } type C { x: Int }";
        var changes = SchemaPair.Compare(
            "type Query { u: U } union U = C | A | B | Query" + Types, "type Query { u: U } union U = Query" + Types);
        Assert.Equal(["A", "B", "C"], changes.Select(change => change.Subject));
    }

    private const string Everything = """
        "d" schema @link(url: "u") { query: Query }
        "q" type Query implements N { id: ID! u(i: I = {a: [1]}): U @deprecated }
        interface N { id: ID! } union U = Query
        enum E { A B } input I @oneOf { a: [Int] } scalar S @specifiedBy(url: "x")
        directive @link(url: String) repeatable on SCHEMA
        """;

    private static string WithInput(string field) => $"type Query {{ {field} }} input I {{ a: Int b: Int = 5 }}";

    private static IEnumerable<string> Lines(string oldSdl, string newSdl) =>
        SchemaPair.Compare(oldSdl, newSdl).Select(change => $"{change.Criticality} {change.Code} {change.Coordinate}");
}
