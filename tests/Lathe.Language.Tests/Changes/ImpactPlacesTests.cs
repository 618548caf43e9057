namespace Lathe.Language.Tests.Changes;

/// <summary>The places that a change touches, by the kind of change.</summary>
public sealed class ImpactPlacesTests
{
    private const string Query = "type Query { a(x: Int, e: E, i: I): Int u: U n: N o: O s: S } ";
    private const string Types =
        " enum E { A B } input I { x: Int e: E l: [I] } interface N { x: Int } type O implements N { x: Int y: Int } type P implements N { x: Int } "
            + "union U = O | P scalar S ";

    [Theory]
    [InlineData("x: Int", "x: Int @deprecated", "query Q { a } query R { a(x: 1) }", "DEPRECATION_ADDED Query.a(x:): R 1:27 argument")]
    [InlineData(
        "x: Int @deprecated",
        "x: Int @deprecated(reason: \"r\")",
        "query Q { a a2: a(x: 1) }",
        "DEPRECATION_REASON_CHANGED Query.a(x:): Q 1:19 argument")]
    [InlineData("x: Int @deprecated", "x: Int", "query Q { a a2: a(x: 1) }", "DEPRECATION_REMOVED Query.a(x:): Q 1:19 argument")]
    [InlineData("x: Int", "x: Int @inaccessible", "query Q { a a2: a(x: 1) }", "DIRECTIVE_USAGE_ADDED Query.a(x:): Q 1:19 argument")]
    [InlineData("x: Int", "x: Int @tag", "query Q { a a2: a(x: 1) }", "")]
    [InlineData(
        "x: Int! = 1",
        "x: Int!",
        "query Q { a } query R($x: Int, $y: Int!, $z: Int = 2) { a(x: $x) b: a(x: $y) c: a(x: $z) d: a(x: 3) }",
        "ARG_BECAME_REQUIRED Query.a(x:): Q 1:11 field|ARG_BECAME_REQUIRED Query.a(x:): R 1:59 argument|"
            + "ARG_DEFAULT_VALUE_CHANGE Query.a(x:): Q 1:11 field|ARG_DEFAULT_VALUE_CHANGE Query.a(x:): R 1:59 argument")]
    [InlineData("x: Int!", "x: String", "query Q { a(x: 1) }", "ARG_CHANGED_KIND Query.a(x:): Q 1:13 argument")]
    [InlineData("y: Int", "y: Int, x: Int", "query Q { a }", "OPTIONAL_ARG_ADDED Query.a(x:): Q 1:11 field")]
    public void OfAnArgument(string old, string @new, string document, string expected) =>
        Holds($"type Query {{ a({old}): Int }}", $"type Query {{ a({@new}): Int }}", document, expected);

    [Theory]
    [InlineData("x: Int y: Int", "x: Int y: Int @deprecated", "DEPRECATION_ADDED I.y: Q 1:22 input field")]
    [InlineData("x: Int y: Int", "x: Int", "FIELD_REMOVED I.y: Q 1:22 input field|FIELD_REMOVED I.y: Q 1:9 variable? $v.y")]
    [InlineData("x: Int y: Int", "x: Int y: String", "FIELD_CHANGED_KIND I.y: Q 1:22 input field|FIELD_CHANGED_KIND I.y: Q 1:9 variable? $v.y")]
    [InlineData(
        "x: Int y: Int",
        "x: Int y: Int!",
        "FIELD_CHANGED_KIND I.y: Q 1:43 literal|FIELD_CHANGED_KIND I.y: Q 1:9 variable? $v.y")]
    [InlineData("x: Int y: Int!", "x: Int y: Int", "")]
    [InlineData(
        "x: Int",
        "x: Int y: Int",
        "OPTIONAL_INPUT_FIELD_ADDED I.y: Q 1:43 literal|OPTIONAL_INPUT_FIELD_ADDED I.y: Q 1:9 variable? $v.y")]
    [InlineData(
        "x: Int",
        "x: Int y: Int!",
        "REQUIRED_INPUT_FIELD_ADDED I.y: Q 1:43 literal|REQUIRED_INPUT_FIELD_ADDED I.y: Q 1:9 variable $v.y")]
    [InlineData(
        "x: Int y: Int! = 1",
        "x: Int y: Int!",
        "INPUT_FIELD_BECAME_REQUIRED I.y: Q 1:43 literal|INPUT_FIELD_BECAME_REQUIRED I.y: Q 1:9 variable? $v.y|"
            + "INPUT_FIELD_DEFAULT_VALUE_CHANGE I.y: Q 1:43 literal|INPUT_FIELD_DEFAULT_VALUE_CHANGE I.y: Q 1:9 variable? $v.y")]
    public void OfAnInputField(string old, string @new, string expected) => Holds(
        $"type Query {{ a(i: I): Int }} input I {{ {old} }}",
        $"type Query {{ a(i: I): Int }} input I {{ {@new} }}",
        "query Q($v: I!){a(i:{y:1}) b:a(i:$v)c:a(i:{x:1})}",
        expected);

    [Theory]
    [InlineData(
        "enum E { A B }",
        "enum E { A B @deprecated }",
        "query Q($e: E) { a(e: B) b: a(e: A) c: a(e: $e) }",
        "DEPRECATION_ADDED E.B: Q 1:23 literal")]
    [InlineData(
        "enum E { A B }",
        "enum E { A }",
        "query Q($l: [I]) { a(e: A) b: a(i: {l: [{e: B}]}) c: a(i: {l: $l}) }",
        "VALUE_REMOVED_FROM_ENUM E.B: Q 1:45 literal|VALUE_REMOVED_FROM_ENUM E.B: Q 1:9 variable? $l.e.B")]
    [InlineData(
        "enum E { A B }",
        "enum E { A }",
        "query Q($e: E = B) { a(e: $e) }",
        "VALUE_REMOVED_FROM_ENUM E.B: Q 1:17 literal|VALUE_REMOVED_FROM_ENUM E.B: Q 1:9 variable? $e.B")]
    [InlineData(
        "type O implements N",
        "type O",
        "query Q { n { ... on O { x } ...F } o { ...G } u { ... on O { y } } } fragment F on O { x } fragment G on N { x }",
        "IMPLEMENTED_INTERFACE_REMOVED O: Q 1:22 type condition|IMPLEMENTED_INTERFACE_REMOVED O: Q 1:30 type condition|"
            + "IMPLEMENTED_INTERFACE_REMOVED O: Q 1:41 type condition")]
    [InlineData("type P implements N", "type P", "query Q { n { x } u { ... on P { x } } }", "")]
    [InlineData(
        "union U = O | P",
        "union U = P",
        "query Q { u { ... on O { y } ... on P { x } } o { ... on U { __typename } } n { ... on O { y } } }",
        "TYPE_REMOVED_FROM_UNION U: Q 1:22 type condition|TYPE_REMOVED_FROM_UNION U: Q 1:58 type condition")]
    [InlineData("scalar S", "scalar S @specifiedBy(url: \"u\")", "query Q { s }", "")]
    [InlineData(
        "scalar S",
        "scalar S @inaccessible",
        "query Q($s: S) { s a }",
        "DIRECTIVE_USAGE_ADDED S: Q 1:18 field|DIRECTIVE_USAGE_ADDED S: Q 1:9 variable")]
    [InlineData(
        "scalar S @specifiedBy(url: \"u\")",
        "scalar S @specifiedBy(url: \"v\")",
        "query Q { s a }",
        "SPECIFIED_BY_CHANGED S: Q 1:11 field")]
    [InlineData(
        "input I {",
        "input I @oneOf {",
        "query Q($i: I, $n: Int) { a(i: {x: 1}) b: a(i: {x: null}) c: a(i: {x: $n}) d: a(i: {}) }",
        "ONE_OF_ADDED I: Q 1:48 literal|ONE_OF_ADDED I: Q 1:67 literal|ONE_OF_ADDED I: Q 1:84 literal|"
            + "ONE_OF_ADDED I: Q 1:9 variable? $i")]
    public void OfAType(string old, string @new, string document, string expected)
    {
        var types = Types.Contains(old, StringComparison.Ordinal) ? Types : Types.Replace("scalar S", old, StringComparison.Ordinal);
        Holds(Query + types, Query + types.Replace(old, @new, StringComparison.Ordinal), document, expected);
    }

    [Fact]
    public void OfATypeThatGoes() => Holds(
        "type Query { n: N o: O } interface N { x: Int } type O implements N { x: Int }",
        "type Query { n: Int o: O } type O { x: Int }",
        "query Q { n { ... on N { x } } o { ...F } n2: o { x } } fragment F on N { x }",
        "TYPE_REMOVED N: Q 1:11 field|TYPE_REMOVED N: Q 1:22 type condition|TYPE_REMOVED N: Q 1:36 type condition|"
            + "TYPE_REMOVED N: Q/F 1:71 type condition|FIELD_CHANGED_KIND Query.n: Q 1:11 field|"
            + "IMPLEMENTED_INTERFACE_REMOVED O: Q 1:36 type condition");

    [Theory]
    [InlineData("QUERY", "Q 1:18")]
    [InlineData("MUTATION", "M 1:154")]
    [InlineData("SUBSCRIPTION", "S 1:179")]
    [InlineData("VARIABLE_DEFINITION", "Q 1:14")]
    [InlineData("FIELD", "Q 1:25|Q/F 1:138")]
    [InlineData("INLINE_FRAGMENT", "Q 1:32")]
    [InlineData("FRAGMENT_SPREAD", "Q 1:46")]
    [InlineData("FRAGMENT_DEFINITION", "Q/F 1:131")]
    public void OfADirectiveAtAPlace(string location, string expected)
    {
        const string Schema = "type Query { a: Int } schema { query: Query mutation: Query subscription: Query } directive @d on ";
        const string All = "QUERY|MUTATION|SUBSCRIPTION|FIELD|FRAGMENT_DEFINITION|FRAGMENT_SPREAD|INLINE_FRAGMENT|VARIABLE_DEFINITION";
        const string Document = "query Q($x:I @d) @d { a @d ... @d { a } ...F @d }";
        var document = Document.PadRight(110) + "fragment F on Query @d { a @d } mutation M @d { a }  subscription S @d { a }";
        var left = string.Join('|', All.Split('|').Where(one => one != location));
        Holds(
            Schema + All,
            Schema + left,
            document,
            string.Join('|', expected.Split('|').Select(place => $"DIRECTIVE_LOCATION_REMOVED @d: {place} directive")));
    }

    [Theory]
    [InlineData(
        "@d(x: Int) repeatable",
        "@d(x: Int)",
        "DIRECTIVE_REPEATABLE_REMOVED @d: Q 1:13 directive|DIRECTIVE_REPEATABLE_REMOVED @d: Q 1:16 directive")]
    [InlineData("@d(x: Int)", "@d(x: Int) repeatable", "")]
    [InlineData(
        "@d(x: Int)",
        "@d(x: Int, y: Int!)",
        "REQUIRED_DIRECTIVE_ARG_ADDED @d(y:): Q 1:13 directive|REQUIRED_DIRECTIVE_ARG_ADDED @d(y:): Q 1:16 directive|"
            + "REQUIRED_DIRECTIVE_ARG_ADDED @d(y:): Q 1:28 directive")]
    [InlineData("@d(x: Int)", "@d(x: Int, y: Int)", "")]
    [InlineData("@d(x: Int)", "@d", "DIRECTIVE_ARG_REMOVED @d(x:): Q 1:31 argument")]
    [InlineData("@d(x: Int)", "@d(x: String)", "ARG_CHANGED_KIND @d(x:): Q 1:31 argument")]
    [InlineData(
        "@d(x: Int = 1)",
        "@d(x: Int = 2)",
        "ARG_DEFAULT_VALUE_CHANGE @d(x:): Q 1:13 directive|ARG_DEFAULT_VALUE_CHANGE @d(x:): Q 1:16 directive")]
    public void OfADirective(string old, string @new, string expected) => Holds(
        $"type Query {{ a: Int }} directive {old} on FIELD",
        $"type Query {{ a: Int }} directive {@new} on FIELD",
        "query Q { a @d @d @e b: a  @d(x: 1) }",
        expected);

    [Theory]
    [InlineData(
        "type Root { a: Int b: Int }",
        "query Q { a } query R { ...F } fragment F on Query { a }",
        "TYPE_REMOVED Query: R 1:25 type condition|TYPE_REMOVED Query: R/F 1:46 type condition|"
            + "ROOT_TYPE_CHANGED schema.query: R 1:15 operation")]
    [InlineData(
        "type Root { a: String }",
        "query Q { a } query R { x: a } mutation M { m }",
        "ROOT_TYPE_CHANGED schema.query: Q 1:1 operation|ROOT_TYPE_CHANGED schema.query: R 1:15 operation")]
    public void OfARootType(string root, string document, string expected) => Holds(
        "type M { m: Int } schema { query: Query mutation: M } type Query { a: Int }",
        "type M { m: Int } schema { query: Root mutation: M } " + root,
        document,
        expected);

    private static void Holds(string old, string @new, string document, string expected) => Assert.Equal(
        expected.Split('|', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal),
        SchemaPair.Affected(old, @new, document).Order(StringComparer.Ordinal));
}
