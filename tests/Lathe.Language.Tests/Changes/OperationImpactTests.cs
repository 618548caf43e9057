namespace Lathe.Language.Tests.Changes;

/// <summary>Who is hit by a change, and who is not.</summary>
public sealed class OperationImpactTests
{
    [Theory]
    [InlineData("type Query { a: Int b: Int }", "type Query { a: Int }", "query Q { a b }", "FIELD_REMOVED Query.b: Q 1:13 field")]
    [InlineData("type Query { a: Int b: Int }", "type Query { a: Int }", "query Q { a }", "")]
    [InlineData("type Query { a: Int! }", "type Query { a: Int }", "query Q { x: a }", "FIELD_CHANGED_KIND Query.a: Q 1:11 field")]
    [InlineData(
        "type Query { a(x: Int): Int }", "type Query { a: Int }", "query Q { a } query R { a(x: 1) }", "ARG_REMOVED Query.a(x:): R 1:27 argument")]
    [InlineData(
        "type Query { a(x: Int): Int }",
        "type Query { a(x: Int!): Int }",
        "query Q { a } query R { a(x: 1) } query S($x: Int!) { a(x: $x) } query T($x: Int) { a(x: $x) }",
        "ARG_CHANGED_KIND Query.a(x:): Q 1:11 field|ARG_CHANGED_KIND Query.a(x:): T 1:87 argument")]
    [InlineData("type Query { a: Int }", "type Query { a(x: Int!): Int }", "query Q { a }", "REQUIRED_ARG_ADDED Query.a(x:): Q 1:11 field")]
    [InlineData(
        "type Query { a(x: Int = 1): Int }",
        "type Query { a(x: Int = 2): Int }",
        "query Q { a } query R { a(x: 3) }",
        "ARG_DEFAULT_VALUE_CHANGE Query.a(x:): Q 1:11 field")]
    [InlineData(
        "type Query { a: E } enum E { A B }", "type Query { a: E } enum E { A B C }", "query Q { a }", "VALUE_ADDED_TO_ENUM E.C: Q 1:11 field")]
    [InlineData(
        "type Query { a(e: E): Int } enum E { A B }",
        "type Query { a(e: E): Int } enum E { A }",
        "query Q { a(e: B) } query R { a(e: A) } query S($e: E) { a(e: $e) }",
        "VALUE_REMOVED_FROM_ENUM E.B: Q 1:16 literal|VALUE_REMOVED_FROM_ENUM E.B: S 1:49 variable? $e.B")]
    [InlineData("type Query { a: E } enum E { A B }", "type Query { a: E } enum E { A }", "query Q { a }", "")]
    [InlineData(
        "type Query { u: U } union U = A | B type A { x: Int } type B { x: Int }",
        "type Query { u: U } union U = A type A { x: Int } type B { x: Int }",
        "query Q { u { ... on A { x } } } query R { u { ... on B { x } } }",
        "TYPE_REMOVED_FROM_UNION U: R 1:55 type condition")]
    [InlineData(
        "type Query { u: U a: Int } union U = A type A { x: Int } type B { x: Int }",
        "type Query { u: U a: Int } union U = A | B type A { x: Int } type B { x: Int }",
        "query Q { u { __typename } } query R { a }",
        "TYPE_ADDED_TO_UNION U: Q 1:11 field")]
    [InlineData(
        "type Query { a(i: I): Int } input I { x: Int y: Int }",
        "type Query { a(i: I): Int } input I { x: Int }",
        "query Q { a(i: {y: 1}) } query R { a(i: {x: 1}) } query S($i: I) { a(i: $i) }",
        "FIELD_REMOVED I.y: Q 1:17 input field|FIELD_REMOVED I.y: S 1:59 variable? $i.y")]
    [InlineData(
        "type Query { a(i: I): Int } input I { x: Int }",
        "type Query { a(i: I): Int } input I { x: Int z: Int! }",
        "query Q { a(i: {x: 1}) } query R { a }",
        "REQUIRED_INPUT_FIELD_ADDED I.z: Q 1:16 literal")]
    [InlineData(
        "type Query { a(o: O): Int } input O { i: I } input I { x: Int }",
        "type Query { a(o: O): Int } input O { i: I } input I { x: String }",
        "query Q($o: O) { a(o: $o) }",
        "FIELD_CHANGED_KIND I.x: Q 1:9 variable? $o.i.x")]
    [InlineData(
        "type Query { a(i: I!): Int b(o: O): Int } input I { x: Int } input O { i: I! }",
        "type Query { a(i: I!): Int b(o: O): Int } input I { x: Int z: Int! } input O { i: I! }",
        "query Q($i: I!, $o: O) { a(i: $i) b(o: $o) } query R($o: O!) { b(o: $o) } query S($l: [I!]!) { b }",
        "REQUIRED_INPUT_FIELD_ADDED I.z: Q 1:9 variable $i.z|REQUIRED_INPUT_FIELD_ADDED I.z: Q 1:17 variable? $o.i.z|REQUIRED_INPUT_FIELD_ADDED I.z: "
            + "R 1:54 variable $o.i.z|REQUIRED_INPUT_FIELD_ADDED I.z: S 1:83 variable? $l.z")]
    [InlineData(
        "type Query { a(i: I): Int } input I { f: F } input F { x: Int n: F }",
        "type Query { a(i: I): Int } input I { f: G } input F { x: Int n: F } input G { x: Int n: G more: Int }",
        "query Q($i: I) { a(i: $i) } query R { a(i: {f: {x: 1}}) } query S($f: F) { a(i: {f: $f}) }",
        "FIELD_CHANGED_KIND I.f: S 1:82 input field")]
    [InlineData(
        "type Query { a(i: I): Int } input I { f: F } input F { x: Int }",
        "type Query { a(i: I): Int } input I { f: G } input F { x: Int } input G { x: Int more: Int! }",
        "query Q($i: I) { a(i: $i) }",
        "FIELD_CHANGED_KIND I.f: Q 1:9 variable? $i.f")]
    [InlineData(
        "type Query { a: A } type A { x: Int y: Int n: A } type B { z: Int }",
        "type Query { a: B } type A { x: Int y: Int n: A } type B { x: Int! n: B }",
        "query Q { a { __typename x n { ...F } } } query R { a { y } } query S { a { ... on A { x } } } fragment F on A { x }",
        "FIELD_CHANGED_KIND Query.a: Q 1:11 field|FIELD_CHANGED_KIND Query.a: R 1:53 field|FIELD_CHANGED_KIND Query.a: S 1:73 field")]
    [InlineData(
        "type Query { a: A } interface I { x: Int } type A implements I { x: Int } type B implements I { x: Int }",
        "type Query { a: B! } interface I { x: Int } type A implements I { x: Int } type B implements I { x: Int }",
        "query Q { a { __typename x ... { x } ...F } } fragment F on I { x }",
        "")]
    [InlineData(
        "type Query { a: [A!]! } type A { x(y: Int): Int }",
        "type Query { a: [B!]! } type A { x(y: Int): Int } type B { x(y: String): Int }",
        "query Q { a { x } } query R { a { x(y: 1) } }",
        "FIELD_CHANGED_KIND Query.a: R 1:31 field")]
    [InlineData(
        "type Query { a: A u: U } type A { x: Int } union U = A",
        "type Query { a: A u: U } interface A { x: Int } type C implements A { x: Int } union U = C",
        "query Q { a { ... on A { x } ...F } } query R { u { ... on A { x } } } fragment F on A { x }",
        "TYPE_CHANGED_KIND A: R 1:60 type condition|TYPE_REMOVED_FROM_UNION U: R 1:60 type condition|TYPE_ADDED_TO_UNION U: R 1:49 field")]
    [InlineData(
        "type Query { a(i: I): Int } input I { x: Int y: Int }",
        "type Query { a(i: I): Int } input I @oneOf { x: Int y: Int }",
        "query Q { a(i: {x: 1}) } query R { a(i: {x: 1, y: 2}) }",
        "ONE_OF_ADDED I: R 1:41 literal")]
    [InlineData(
        "directive @d(x: Int) on FIELD | QUERY type Query { a: Int }",
        "directive @d(x: Int) on FIELD type Query { a: Int }",
        "query Q @d { a } query R { a @d }",
        "DIRECTIVE_LOCATION_REMOVED @d: Q 1:9 directive")]
    [InlineData(
        "directive @d(x: Int) on FIELD type Query { a: Int }",
        "directive @d on FIELD type Query { a: Int }",
        "query Q { a @d } query R { a @d(x: 1) }",
        "DIRECTIVE_ARG_REMOVED @d(x:): R 1:33 argument")]
    [InlineData(
        "schema { query: Query mutation: M } type Query { a: Int } type M { a: Int }",
        "type Query { a: Int } type M { a: Int }",
        "mutation Q { a } query R { a }",
        "ROOT_TYPE_REMOVED schema.mutation: Q 1:1 operation")]
    [InlineData("type Query { a: Int }", "schema { query: Root } type Root { a: Int }", "query R { a }", "")]
    [InlineData("type Query { a: Int }", "type Query { a: Int @deprecated b: Int }", "query R { a }", "DEPRECATION_ADDED Query.a: R 1:11 field")]
    [InlineData(
        "type Query { a: Int }", "type Query { \"d\" a: Int! @tag(name: \"x\") }", "query R { a }", "FIELD_CHANGED_KIND_SAFE Query.a: R 1:11 field")]
    public void TouchesJustThoseWhoUseIt(string oldSdl, string newSdl, string document, string expected) =>
        Assert.Equal(expected.Split('|', StringSplitOptions.RemoveEmptyEntries), SchemaPair.Affected(oldSdl, newSdl, document));

    [Theory]
    [InlineData("Int", "String", "query Q { a(x: 1) } query R { a(x: null) } query S { a }", "ARG_CHANGED_KIND Query.a(x:): Q 1:13 argument")]
    [InlineData("Int", "Float", "query Q { a(x: 1) } query R($x: Int) { a(x: $x) }", "ARG_CHANGED_KIND Query.a(x:): R 1:42 argument")]
    [InlineData("ID", "Int", "query Q { a(x: 1) } query R { a(x: \"s\") }", "ARG_CHANGED_KIND Query.a(x:): R 1:33 argument")]
    [InlineData("String", "ID", "query Q { a(x: \"s\") } query R { a(x: \"1\") }", "")]
    [InlineData("Int", "[Int!]", "query Q { a(x: 1) } query R($x: Int) { a(x: $x) }", "ARG_CHANGED_KIND Query.a(x:): R 1:42 argument")]
    [InlineData("[Int]", "[Int!]", "query Q { a(x: [1]) } query R { a(x: [1, null]) }", "ARG_CHANGED_KIND Query.a(x:): R 1:35 argument")]
    [InlineData(
        "[Int]",
        "[Int!]",
        "query Q($x: Int!) { a(x: [1, $x]) } query R($x: Int = 1) { a(x: [$x]) } query S($x: Int) { a(x: [1, $x]) }",
        "ARG_CHANGED_KIND Query.a(x:): S 1:94 argument")]
    [InlineData("E", "F", "query Q { a(x: A) }", "")]
    [InlineData("F", "E", "query Q { a(x: C) }", "ARG_CHANGED_KIND Query.a(x:): Q 1:13 argument")]
    [InlineData(
        "I",
        "J",
        "query Q { a(x: {n: 1}) } query R($n: Int) { a(x: {n: $n}) } query S($n: Float) { a(x: {i: {n: $n}}) }",
        "ARG_CHANGED_KIND Query.a(x:): R 1:47 argument")]
    [InlineData("I", "K", "query Q { a(x: {n: 1}) }", "ARG_CHANGED_KIND Query.a(x:): Q 1:13 argument")]
    public void TouchesALiteralThatNoLongerFits(string oldType, string newType, string document, string expected)
    {
        const string Types = """
             enum E { A B } enum F { A B C } input I { n: Int i: Deep } input J { n: Float i: Deep } input K { i: Deep n: Int more: Int! }
             input Deep { n: Float }
            """;
        var affected = SchemaPair.Affected(
            $"type Query {{ a(x: {oldType}): Int }}" + Types, $"type Query {{ a(x: {newType}): Int }}" + Types, document);
        Assert.Equal(expected.Split('|', StringSplitOptions.RemoveEmptyEntries), affected);
    }

    // Variables that hold one are no less hit than literals.
    [Theory]
    [InlineData("enum E { A }", "input E { x: Int }", "TYPE_CHANGED_KIND E: R 1:34 literal|TYPE_CHANGED_KIND E: S 1:48 variable? $w.e")]
    [InlineData("enum E { A }", "scalar E", "TYPE_CHANGED_KIND E: R 1:34 literal|TYPE_CHANGED_KIND E: S 1:48 variable? $w.e")]
    [InlineData("input E { A: Int }", "scalar E", "TYPE_CHANGED_KIND E: S 1:48 variable? $w.e")]
    public void AnInputTypeOfAnotherKindTouchesAllThatHoldsIt(string oldType, string newType, string expected)
    {
        const string Types = " type Query { a(w: W): Int } input W { e: E n: Int } ";
        var affected = SchemaPair.Affected(
            oldType + Types, newType + Types, "query Q { a } query R { a(w: {e: A}) } query S($w: W) { a(w: $w) } query T { a(w: {n: 1}) }");
        Assert.Equal(expected.Split('|'), affected);
    }

    [Theory]
    [InlineData(
        "x: Int",
        "x: String",
        "query Q { ...F(n: 5) } query R { b } fragment F($n: Int) on Query { a(x: $n) }",
        "ARG_CHANGED_KIND Query.a(x:): Q/F 1:71 argument")]
    [InlineData(
        "x: Int",
        "x: Int!",
        "query Q { ...F ...G ...H(n: 5) } fragment F($n: Int) on Query { a(x: $n) } fragment G($n: Int = 1) on Query { c: a(x: $n) } "
            + "fragment H($n: Int!) on Query { d: a(x: $n) }",
        "ARG_CHANGED_KIND Query.a(x:): Q/F 1:67 argument")]
    [InlineData(
        "x: Int = 1",
        "x: Int = 2",
        "query Q { ...F ...G(n: 5) } fragment F($n: Int) on Query { a(x: $n) } fragment G($n: Int = 7) on Query { c: a(x: $n) }",
        "ARG_DEFAULT_VALUE_CHANGE Query.a(x:): Q/F 1:62 argument")]
    [InlineData(
        "e: E",
        "e: S",
        "query Q { ...F(e: A) } query R($e: E) { ...F(e: $e) } query T { ...F } fragment F($e: E) on Query { a(e: $e) }",
        "ARG_CHANGED_KIND Query.a(e:): Q/F 1:103 argument|ARG_CHANGED_KIND Query.a(e:): R/F 1:103 argument|"
            + "ARG_CHANGED_KIND Query.a(e:): T/F 1:103 argument")]
    public void ArgumentsOfFragmentsAreLookedAtWhereTheyGo(string oldArgument, string newArgument, string document, string expected)
    {
        const string Types = " enum E { A B } enum S { A }";
        var affected = SchemaPair.AffectedWithFragmentArguments(
            $"type Query {{ a({oldArgument}): Int b: Int }}" + Types, $"type Query {{ a({newArgument}): Int b: Int }}" + Types, document);
        Assert.Equal(expected.Split('|', StringSplitOptions.RemoveEmptyEntries), affected);
    }

    // A value stands at a spread, in a default of the fragment, or in what the operation's variable holds.
    [Fact]
    public void AValueThatGoesIsFoundWhereAFragmentGetsIt()
    {
        var affected = SchemaPair.AffectedWithFragmentArguments(
            "type Query { a(e: E): Int } enum E { A B }",
            "type Query { a(e: E): Int } enum E { A }",
            "query Q { ...F(e: B) } query R { ...F(e: A) } query S($e: E) { ...F(e: $e) }",
            "fragment F($e: E = A) on Query { a(e: $e) }\nfragment G($e: E = B) on Query { a(e: $e) }",
            "query T { ...G }");
        Assert.Equal(
            [
                "VALUE_REMOVED_FROM_ENUM E.B: Q 1:19 literal",
                "VALUE_REMOVED_FROM_ENUM E.B: T/G 2:20 literal",
                "VALUE_REMOVED_FROM_ENUM E.B: S 1:55 variable? $e.B",
            ],
            affected);
    }

    [Fact]
    public void AnInputFieldIsFoundInTheArgumentsOfASpread()
    {
        var affected = SchemaPair.AffectedWithFragmentArguments(
            "type Query { a(w: W): Int } input W { n: Int m: Int }",
            "type Query { a(w: W): Int } input W { n: Int z: Int! }",
            "query Q { ...F(w: {n: 1}) } query R { ...F(w: {m: 1, n: 2}) }",
            "fragment F($w: W) on Query { a(w: $w) }");
        Assert.Equal(
            [
                "FIELD_REMOVED W.m: R 1:48 input field",
                "REQUIRED_INPUT_FIELD_ADDED W.z: Q 1:19 literal",
                "REQUIRED_INPUT_FIELD_ADDED W.z: R 1:47 literal",
            ],
            affected);
    }

    [Fact]
    public void AFragmentInAnotherFileCountsForEachOperationThatReachesIt()
    {
        var affected = SchemaPair.Affected(
            "type Query { a: Query b: Int }",
            "type Query { a: Query }",
            "query Q { ...Outer } query R { a { ...Inner } } query S { a { __typename } }",
            "fragment Outer on Query { ...Inner }\nfragment Inner on Query {\n  b\n}",
            "fragment Unused on Query { b }");
        Assert.Equal(
            ["FIELD_REMOVED Query.b: Q/Inner 3:3 field", "FIELD_REMOVED Query.b: R/Inner 3:3 field", "FIELD_REMOVED Query.b: /Unused 1:28 field"],
            affected);
    }
}
