using Lathe.Language.Changes;
using Lathe.Language.Errors;

namespace Lathe.Language.Tests.Changes;

/// <summary>What each change says, how grave it is, and where it stands in the old and the new schema.</summary>
public sealed class ChangeMessagesTests
{
    private const string Query = "type Query { q: Int }\n";

    [Theory]
    [InlineData("directive @d on FIELD", "", "Breaking 2:12 - Directive @d was removed.")]
    [InlineData("", "directive @d on FIELD", "Safe - 2:12 Directive @d was added.")]
    [InlineData("directive @d on FIELD", "directive @d repeatable on FIELD", "Safe 2:12 2:12 Directive @d became repeatable.")]
    [InlineData(
        "directive @d repeatable on FIELD", "directive @d on FIELD", "Breaking 2:12 2:12 Directive @d is no longer repeatable.")]
    [InlineData(
        "directive @d on FIELD",
        "directive @d on QUERY",
        "Breaking 2:12 2:12 Directive @d may no longer be used on FIELD.|Safe 2:12 2:12 Directive @d may now be used on QUERY.")]
    [InlineData(
        "directive @d(a: Int, b: Int = 1) on FIELD",
        "directive @d(b: Int!, c: Int!, e: Int) on FIELD",
        "Breaking 2:14 - Argument @d(a:) was removed.|Breaking 2:22 2:14 @d(b:) has no default value any longer and must be given.|"
            + "Breaking 2:22 2:14 Argument @d(b:) changed type from Int to Int!.|Breaking - 2:23 A required argument, @d(c:), was added.|"
            + "Safe - 2:32 An optional argument, @d(e:), was added.")]
    public void OfDirectives(string old, string @new, string expected) => Holds(old, @new, expected);

    [Theory]
    [InlineData("enum E { A B }", "enum E { A }", "Breaking 2:12 - Enum value E.B was removed.")]
    [InlineData("enum E { A }", "enum E { A B }", "Dangerous - 2:12 Enum value E.B was added.")]
    [InlineData("enum E { A }", "", "Breaking 2:6 - E was removed.")]
    [InlineData("", "enum E { A }", "Safe - 2:6 E was added.")]
    [InlineData(
        "union U = A | B type A { x: Int } type B { x: Int }",
        "union U = A | C type A { x: Int } type B { x: Int } type C { x: Int }",
        "Breaking 2:7 2:7 B was removed from the union U.|Dangerous 2:7 2:7 C was added to the union U.|Safe - 2:58 C was added.")]
    [InlineData(
        "interface I { x: Int } interface J { x: Int } type A implements I { x: Int }",
        "interface I { x: Int } interface J { x: Int } type A implements J { x: Int }",
        "Breaking 2:52 2:52 A no longer implements I.|Dangerous 2:52 2:52 A now implements J.")]
    [InlineData(
        "input I { a: Int }", "input I @oneOf { a: Int }", "Breaking 2:7 2:7 Input object I now takes exactly one of its fields (@oneOf).")]
    [InlineData(
        "input I @oneOf { a: Int }", "input I { a: Int }", "Safe 2:7 2:7 Input object I no longer takes exactly one of its fields (@oneOf).")]
    [InlineData("scalar D", "scalar D @specifiedBy(url: \"u\")", "Safe 2:8 2:8 Scalar D is now specified by u.")]
    [InlineData("scalar D @specifiedBy(url: \"u\")", "scalar D", "Dangerous 2:8 2:8 Scalar D is no longer specified by u.")]
    [InlineData(
        "scalar D @specifiedBy(url: \"u\")",
        "scalar D @specifiedBy(url: \"v\")",
        "Dangerous 2:8 2:8 Scalar D changed its specification from u to v.")]
    public void OfTypes(string old, string @new, string expected) => Holds(old, @new, expected);

    [Theory]
    [InlineData("scalar T", "type T { a: Int }", "a scalar to an object type")]
    [InlineData("type T { a: Int }", "interface T { a: Int }", "an object type to an interface")]
    [InlineData("interface T { a: Int }", "union T = Query", "an interface to a union")]
    [InlineData("union T = Query", "enum T { A }", "a union to an enum")]
    [InlineData("enum T { A }", "input T { a: Int }", "an enum to an input object")]
    public void OfKinds(string old, string @new, string expected) => Assert.Equal(
        $"T changed from {expected}.", Assert.Single(SchemaPair.Compare(Query + old, Query + @new)).Message);

    [Theory]
    [InlineData("type T { a: Int b: Int }", "type T { a: Int }", "Breaking 2:17 - Field T.b was removed.")]
    [InlineData(
        "type T { a: Int b: Int @deprecated(reason: \"\"\"\nuse\n\na\n\"\"\") }",
        "type T { a: Int }",
        "Breaking 2:17 - Field T.b was removed. It was deprecated: use a")]
    [InlineData("type T { a: Int }", "type T { a: Int b: Int }", "Safe - 2:17 Field T.b was added.")]
    [InlineData("type T { a: Int }", "type T { a: [Int] }", "Breaking 2:10 2:10 Field T.a changed type from Int to [Int].")]
    [InlineData("type T { a: Int }", "type T { a: Int! }", "Safe 2:10 2:10 Field T.a changed type from Int to Int!.")]
    [InlineData("type T { a(x: Int): Int }", "type T { a: Int }", "Breaking 2:12 - Argument T.a(x:) was removed.")]
    [InlineData("type T { a: Int }", "type T { a(x: Int!): Int }", "Breaking - 2:12 A required argument, T.a(x:), was added.")]
    [InlineData("type T { a: Int }", "type T { a(x: Int): Int }", "Dangerous - 2:12 An optional argument, T.a(x:), was added.")]
    [InlineData(
        "type T { a(x: Int): Int }", "type T { a(x: Int!): Int }", "Breaking 2:12 2:12 Argument T.a(x:) changed type from Int to Int!.")]
    [InlineData(
        "type T { a(x: Int!): Int }", "type T { a(x: Int): Int }", "Safe 2:12 2:12 Argument T.a(x:) changed type from Int! to Int.")]
    [InlineData("type T { a(x: Int): Int }", "type T { a(x: Int = 1): Int }", "Safe 2:12 2:12 T.a(x:) got the default value 1.")]
    [InlineData("type T { a(x: Int = 1): Int }", "type T { a(x: Int): Int }", "Dangerous 2:12 2:12 T.a(x:) lost its default value 1.")]
    [InlineData(
        "type T { a(x: Int = 1): Int }", "type T { a(x: Int = 2): Int }", "Dangerous 2:12 2:12 T.a(x:) changed its default value from 1 to 2.")]
    public void OfFields(string old, string @new, string expected) => Holds(old, @new, expected);

    [Theory]
    [InlineData("input T { a: Int b: Int }", "input T { a: Int }", "Breaking 2:18 - Input field T.b was removed.")]
    [InlineData("input T { a: Int }", "input T { a: Int b: Int! }", "Breaking - 2:18 A required input field, T.b, was added.")]
    [InlineData("input T { a: Int }", "input T { a: Int b: Int }", "Dangerous - 2:18 An optional input field, T.b, was added.")]
    [InlineData("input T { a: Int }", "input T { a: Int! }", "Breaking 2:11 2:11 Input field T.a changed type from Int to Int!.")]
    [InlineData("input T { a: Int! }", "input T { a: Int }", "Safe 2:11 2:11 Input field T.a changed type from Int! to Int.")]
    [InlineData("input T { a: Int }", "input T { a: Int = 1 }", "Safe 2:11 2:11 T.a got the default value 1.")]
    [InlineData(
        "input T { a: Int! = 1 }",
        "input T { a: Int! }",
        "Breaking 2:11 2:11 T.a has no default value any longer and must be given.|Dangerous 2:11 2:11 T.a lost its default value 1.")]
    public void OfInputFields(string old, string @new, string expected) => Holds(old, @new, expected);

    [Theory]
    [InlineData("scalar T", "\"d\" scalar T", "Safe 2:8 2:12 T got a description.")]
    [InlineData("\"d\" scalar T", "scalar T", "Safe 2:12 2:8 T lost its description.")]
    [InlineData("\"d\" scalar T", "\"e\" scalar T", "Safe 2:12 2:12 T changed its description.")]
    [InlineData("enum E { A }", "enum E { \"d\" A }", "Safe 2:10 2:14 E.A got a description.")]
    [InlineData("input I { a: Int }", "input I { \"d\" a: Int }", "Safe 2:11 2:15 I.a got a description.")]
    [InlineData("directive @d on FIELD", "\"d\" directive @d on FIELD", "Safe 2:12 2:16 @d got a description.")]
    [InlineData("\"d\" schema { query: Query }", "schema { query: Query }", "Safe - - The description of the schema changed.")]
    [InlineData(
        "enum E { A }", "enum E { A @deprecated(reason: \"\"\"\nuse\n\nB\n\"\"\") }", "Safe 2:10 2:10 E.A was deprecated: use B")]
    [InlineData("enum E { A @deprecated }", "enum E { A }", "Safe 2:10 2:10 E.A is no longer deprecated.")]
    [InlineData(
        "enum E { A @deprecated }",
        "enum E { A @deprecated(reason: \"\"\"\nold\nname\n\"\"\") }",
        "Safe 2:10 2:10 E.A is deprecated for another reason: old name")]
    [InlineData("enum E { A @t }", "enum E { A }", "Safe 2:10 2:10 @t was removed from E.A.")]
    [InlineData("scalar T", "scalar T @t(b: 1, a: [X, {k: 2}, null, true])", "Safe 2:8 2:8 @t(a: [X, {k: 2}, null, true], b: 1) was added to T.")]
    [InlineData(
        "input I { a: Int }",
        "input I { a: Int @inaccessible }",
        "Dangerous 2:11 2:11 I.a was marked @inaccessible: clients will not see it in the composed schema.")]
    public void OfWhatIsSaidOfAPart(string old, string @new, string expected) => Holds(old, @new, expected);

    [Theory]
    [InlineData("schema { query: Query }", "schema { query: Query mutation: M }", "Safe - - The schema now has a mutation type, M.")]
    [InlineData(
        "schema { query: Query subscription: M }",
        "schema { query: Query }",
        "Breaking - - The schema no longer has a subscription type; it was M.")]
    [InlineData("schema { query: Query }", "schema { query: M }", "Breaking - - The query type changed from Query to M.")]
    public void OfRootTypes(string old, string @new, string expected) => Holds(old + " type M { a: Int }", @new + " type M { a: Int }", expected);

    [Theory]
    [InlineData("type T { a: Float }", "type T { a: Int }", "Breaking - - The standard scalar Float is no longer used by the schema.")]
    [InlineData("type T { a: Int }", "type T { a: Float }", "Safe - - The standard scalar Float is now used by the schema.")]
    public void OfStandardScalars(string old, string @new, string expected) => Assert.Contains(expected, Lines(old, @new));

    private static void Holds(string old, string @new, string expected) => Assert.Equal(
        expected.Split('|').Order(StringComparer.Ordinal), Lines(old, @new).Order(StringComparer.Ordinal));

    private static IEnumerable<string> Lines(string old, string @new) =>
        SchemaPair.Compare(Query + old, Query + @new).Select(Line);

    private static string Line(SchemaChange change) =>
        $"{change.Criticality} {Place(change.OldLocation)} {Place(change.NewLocation)} {change.Message}";

    private static string Place(SourceLocation? location) => location is { Position: var at } ? $"{at.Line}:{at.Column}" : "-";
}
