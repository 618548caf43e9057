namespace Lathe.Language.Tests.Changes;

/// <summary>What was likely renamed, and what merely went while something else came.</summary>
public sealed class RenamesTests
{
    [Theory]
    [InlineData("zzz: Int", "a: Int", "'zzz' was removed, 'a', a field of the same type Int, was added: probably renamed.")]
    [InlineData("zzz: Int", "a: Int!", null)]
    [InlineData("zzz: Int", "a: Int b: Int", null)]
    [InlineData(
        "machine: Int",
        "MACHINEREF: Int b: Int",
        "'machine' was removed, 'MACHINEREF', a field of the same type Int, was added: probably renamed.")]
    [InlineData(
        "MachineRef: Int",
        "machine: Int b: Int",
        "'MachineRef' was removed, 'machine', a field of the same type Int, was added: probably renamed.")]
    [InlineData(
        "machine: Int", "mahcine: Int b: Int", "'machine' was removed, 'mahcine', a field of the same type Int, was added: probably renamed.")]
    [InlineData("machine: Int", "machineRef: Int machineId: Int", null)]
    [InlineData(
        "machine: Int other: Int", "other: Int x: Int", "'machine' was removed, 'x', a field of the same type Int, was added: probably renamed.")]
    public void OfFields(string old, string @new, string? advice) =>
        Assert.Equal(advice, AdviceOf($"type Query {{ {old} }}", $"type Query {{ {@new} }}", "FIELD_REMOVED"));

    [Theory]
    [InlineData("zzz: Int", "a: Int!", "'zzz' was removed, 'a', a field of the same type Int, was added: probably renamed.")]
    [InlineData("zzz: [Int]!", "a: [Int]", "'zzz' was removed, 'a', a field of the same type [Int]!, was added: probably renamed.")]
    [InlineData("zzz: Int", "a: String", null)]
    public void OfInputFields(string old, string @new, string? advice) => Assert.Equal(
        advice,
        AdviceOf($"type Query {{ a: Int }} input I {{ {old} }}", $"type Query {{ a: Int }} input I {{ {@new} }}", "FIELD_REMOVED"));

    [Theory]
    [InlineData("zzz: Int", "a: Int! = 1", "'zzz' was removed, 'a', an argument of the same type Int, was added: probably renamed.")]
    [InlineData("b: Int, zzz: Int", "b: Int, a: Int", "'zzz' was removed, 'a', an argument of the same type Int, was added: probably renamed.")]
    [InlineData("zzz: Int", "a: [Int]", null)]
    [InlineData("zzz: Int", "", null)]
    public void OfArguments(string old, string @new, string? advice) => Assert.Equal(
        advice,
        AdviceOf($"type Query {{ f({old}): Int }}", $"type Query {{ f{(@new.Length == 0 ? "" : $"({@new})")}: Int }}", "ARG_REMOVED"));

    // A type of three or more members is known by them; one of fewer by its name too.
    [Theory]
    [InlineData("type Old { a: Int b: Int c: Int d: Int e: Int }", "type Zzz { a: Int b: Int c: Int d: Int x: Int }", "Zzz")]
    [InlineData("type Old { a: Int b: Int c: Int d: Int e: Int }", "type Zzz { a: Int b: Int c: Int x: Int y: Int }", null)]
    [InlineData("type Old { a: Int b: Int c: Int d: Int e: Int }", "type Zzz { a: Int b: Int c: Int d: Int x: Int y: Int }", null)]
    [InlineData("type Old { a: Int b: Int c: Int d: Int }", "type Zzz { a: Int b: Int c: Int d: Int e: Int }", "Zzz")]
    [InlineData("type Old { a: Int b: Int c: Int d: Int }", "type Zzz { a: Int b: Int c: Int d: Int e: Int f: Int }", null)]
    [InlineData("type Old { a: Int b: Int c: Int d: Int e: Int f: Int }", "type Zzz { a: Int b: Int c: Int d: Int }", null)]
    [InlineData("type Old { a: Int b: Int c: Int }", "type Zzz { a: Int b: Int c: Int }", "Zzz")]
    [InlineData("type Old { a: Int b: Int c: Int }", "interface Zzz { a: Int b: Int c: Int }", null)]
    [InlineData("type Old { a: Int b: Int }", "type Zzz { a: Int b: Int }", null)]
    [InlineData("type Old { a: Int b: Int }", "type OldType { a: Int b: Int } type Zzz { a: Int b: Int }", "OldType")]
    [InlineData("type Old { a: Int b: Int c: Int }", "type Yyy { a: Int b: Int c: Int } type Zzz { a: Int b: Int c: Int }", null)]
    [InlineData("input Old { a: Int b: Int c: Int }", "input Zzz { a: Int b: Int c: Int }", "Zzz")]
    [InlineData("enum Old { A B C }", "enum Zzz { A B C }", "Zzz")]
    [InlineData("enum Old { A B C }", "enum Zzz { D E F }", null)]
    [InlineData("union Old = A | B | C", "union Zzz = A | B | C", "Zzz")]
    [InlineData("scalar Old", "scalar OldScalar", null)]
    public void OfTypes(string old, string @new, string? name)
    {
        const string Types = "type Query { a: Int } type A { a: Int } type B { a: Int } type C { a: Int } ";
        var expected = name is null ? null : $"'Old' was removed, '{name}', a type of the same fields, was added: probably renamed.";
        Assert.Equal(expected, AdviceOf(Types + old, Types + @new, "TYPE_REMOVED"));
    }

    [Fact]
    public void AFieldOfATypeOfAnotherKindWasNotRenamed() => Assert.All(
        SchemaPair.Compare("type Query { a: Int } type T { zzz: Int }", "type Query { a: Int } input T { a: Int }"),
        change => Assert.Null(change.Advice));

    private static string? AdviceOf(string old, string @new, string code) =>
        Assert.Single(SchemaPair.Compare(old, @new), change => change.Code == code).Advice;
}
