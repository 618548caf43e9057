using Lathe.Language.Validation;

namespace Lathe.Language.Tests.Validation;

/// <summary>Each rule's message and places, by hand: a document, and its errors as <c>line:column message</c>.</summary>
public sealed class SpecifiedRulesTests
{
    private const string Sdl = """
        type Query { shop(id: ID!, sort: Sort, filter: Filter, key: Key): Shop item: Item! search: [Hit] json(value: Json): Int }
        type Subscription { sold(id: ID): Item opened: Shop }
        interface Node { id: ID! }
        type Shop implements Node { id: ID! name: String items(first: Int = 10, last: Int!, tags: [String!], marks: [String!]! = ["a"]): [Item!] parent: Shop }
        type Item implements Node { id: ID! price: Float size: Size name: Int }
        union Hit = Shop | Item
        enum Sort { NAME SALES }
        enum Size { S M L }
        scalar Json
        input Filter { name: String! min: Float flag: Boolean = true of: [Filter!] }
        input Key @oneOf { id: ID code: String }
        directive @note(text: String!, level: Int) on FIELD | QUERY
        directive @tag(name: String) repeatable on FIELD | FRAGMENT_DEFINITION
        directive @defer(if: Boolean! = true, label: String) on FRAGMENT_SPREAD | INLINE_FRAGMENT
        directive @stream(if: Boolean! = true, label: String, initialCount: Int = 0) on FIELD
        """;

    [Theory]
    [InlineData(
        "ExecutableDefinitions",
        "type A { b: Int }\nextend schema @x\ndirective @d on FIELD",
        "1:1 The \"A\" definition is not executable.",
        "2:1 The schema definition is not executable.",
        "3:1 The \"d\" definition is not executable.")]
    [InlineData(
        "UniqueOperationNames", "query A { item { id } }\nsubscription A { opened { id } }", "1:7 2:14 There can be only one operation named \"A\".")]
    [InlineData("FieldsOnCorrectType", "{ itm { id } }", "1:3 Cannot query field \"itm\" on type \"Query\". Did you mean \"item\"?")]
    [InlineData(
        "FieldsOnCorrectType",
        "{ search { price } }",
        "1:12 Cannot query field \"price\" on type \"Hit\". Did you mean to use an inline fragment on \"Item\"?")]
    [InlineData(
        "FieldsOnCorrectType",
        "{ search { id } }",
        "1:12 Cannot query field \"id\" on type \"Hit\". Did you mean to use an inline fragment on \"Node\", \"Item\", or \"Shop\"?")]
    [InlineData(
        "FieldsOnCorrectType",
        "fragment F on Item { alias: cost { deeper } __schema { x } }",
        "1:22 Cannot query field \"cost\" on type \"Item\".",
        "1:45 Cannot query field \"__schema\" on type \"Item\".")]
    [InlineData(
        "LoneAnonymousOperation", "query A { item { id } }\n{ item { id } }", "2:1 This anonymous operation must be the only defined operation.")]
    [InlineData(
        "SingleFieldSubscriptions",
        "subscription S { sold { id } ...F }\nfragment F on Subscription { opened { id } }",
        "2:30 Subscription \"S\" must select only one top level field.")]
    [InlineData(
        "SingleFieldSubscriptions", "subscription { __typename }", "1:16 Anonymous Subscription must not select an introspection top level field.")]
    [InlineData(
        "SingleFieldSubscriptions",
        "subscription ($v: Boolean!) { sold @skip(if: true) { id } opened @include(if: $v) { id } }",
        "1:36 1:66 Anonymous Subscription must not use `@skip` or `@include` directives in the top level selection.")]
    [InlineData(
        "SingleFieldSubscriptions",
        "subscription S { ...F }\nfragment F on Subscription { }",
        "1:16 Subscription \"S\" must select one top level field.")]
    [InlineData(
        "KnownTypeNames",
        "query ($a: Filtr, $b: [Id!]) { ... on Shp { id } }\nfragment F on Hitt { id }",
        "1:12 Unknown type \"Filtr\". Did you mean \"Filter\"?",
        "1:24 Unknown type \"Id\". Did you mean \"ID\"?",
        "1:39 Unknown type \"Shp\". Did you mean \"Shop\"?",
        "2:15 Unknown type \"Hitt\". Did you mean \"Hit\"?")]
    [InlineData(
        "FragmentsOnCompositeTypes",
        "{ ... on Filter { name } }\nfragment F on Size { x }",
        "1:10 Fragment cannot condition on non composite type \"Filter\".",
        "2:15 Fragment \"F\" cannot condition on non composite type \"Size\".")]
    [InlineData("VariablesAreInputTypes", "query ($a: [Shop!]!) { item { id } }", "1:12 Variable \"$a\" cannot be non-input type \"[Shop!]!\".")]
    [InlineData(
        "ScalarLeafs",
        "{ item { price { x } } search }",
        "1:16 Field \"price\" must not have a selection since type \"Float\" has no subfields.",
        "1:24 Field \"search\" of type \"[Hit]\" must have a selection of subfields. Did you mean \"search { ... }\"?")]
    [InlineData(
        "UniqueFragmentNames", "fragment F on Shop { id }\nfragment F on Item { id }", "1:10 2:10 There can be only one fragment named \"F\".")]
    [InlineData("KnownFragmentNames", "{ item { ...Ful } }\nfragment Full on Item { id }", "1:13 Unknown fragment \"Ful\". Did you mean \"Full\"?")]
    [InlineData(
        "NoUnusedFragments",
        "{ ...A }\nfragment A on Query { item { id } }\nfragment B on Item { ...C }\nfragment C on Item { id }",
        "3:1 Fragment \"B\" is never used.",
        "4:1 Fragment \"C\" is never used.")]
    [InlineData(
        "PossibleFragmentSpreads",
        "{ item { ... on Shop { id } ...F ... on Node { id } } }\nfragment F on Query { item { id } }",
        "1:10 Fragment cannot be spread here as objects of type \"Item\" can never be of type \"Shop\".",
        "1:29 Fragment \"F\" cannot be spread here as objects of type \"Item\" can never be of type \"Query\".")]
    [InlineData(
        "NoFragmentCycles",
        "fragment A on Shop { ...B }\nfragment B on Shop { parent { ...A } }\nfragment C on Shop { ...C }",
        "1:22 2:31 Cannot spread fragment \"A\" within itself via \"B\".",
        "3:22 Cannot spread fragment \"C\" within itself.")]
    [InlineData("UniqueVariableNames", "query ($a: Int, $b: Int, $a: ID) { item { id } }", "1:9 1:27 There can be only one variable named \"$a\".")]
    [InlineData(
        "NoUndefinedVariables",
        "query Q { ...F }\nfragment F on Query { shop(id: $id) { id } }",
        "2:32 1:1 Variable \"$id\" is not defined by operation \"Q\".")]
    [InlineData("NoUndefinedVariables", "{ json(value: { a: [$v] }) }", "1:21 1:1 Variable \"$v\" is not defined.")]
    [InlineData(
        "NoUnusedVariables",
        "query Q($a: Int, $b: Int) { ...F }\nfragment F on Query { json(value: $a) }",
        "1:18 Variable \"$b\" is never used in operation \"Q\".")]
    [InlineData(
        "KnownDirectives",
        "query @tag @nte { item { id @note(text: \"\") } }",
        "1:7 Directive \"@tag\" may not be used on QUERY.",
        "1:12 Unknown directive \"@nte\". Did you mean \"@note\"?")]
    [InlineData(
        "UniqueDirectivesPerLocation",
        "{ item @tag @note(text: \"a\") @tag @note(text: \"b\") { id } }",
        "1:13 1:35 The directive \"@note\" can only be used once at this location.")]
    [InlineData(
        "KnownArgumentNames",
        "{ shop(ids: 1) @note(txt: \"\") { id } }",
        "1:8 Unknown argument \"ids\" on field \"Query.shop\". Did you mean \"id\"?",
        "1:22 Unknown argument \"txt\" on directive \"@note\". Did you mean \"text\"?")]
    [InlineData(
        "UniqueArgumentNames",
        "{ shop(id: 1, id: 2) @note(text: \"\", text: \"\") { id } }",
        "1:8 1:15 There can be only one argument named \"id\".",
        "1:28 1:38 There can be only one argument named \"text\".")]
    [InlineData(
        "ProvidedRequiredArguments",
        "{ shop @note { items { id } } }",
        "1:3 Field \"shop\" argument \"id\" of type \"ID!\" is required, but it was not provided.",
        "1:8 Directive \"@note\" argument \"text\" of type \"String!\" is required, but it was not provided.",
        "1:16 Field \"items\" argument \"last\" of type \"Int!\" is required, but it was not provided.")]
    [InlineData(
        "OverlappingFieldsCanBeMerged",
        "{ shop(id: 1) { a: id }\n shop(id: 1) { a: name } }",
        "1:3 1:17 2:2 2:16 Fields \"shop\" conflict because subfields \"a\" conflict because \"id\" and \"name\" are different fields. Use different "
            + "aliases on the fields to fetch both if this was intentional.")]
    [InlineData(
        "OverlappingFieldsCanBeMerged",
        "{ search { ... on Shop { name } ... on Item { name } } }",
        "1:26 1:47 Fields \"name\" conflict because they return conflicting types \"String\" and \"Int\". Use different aliases on the fields to "
            + "fetch both if this was intentional.")]
    [InlineData(
        "OverlappingFieldsCanBeMerged",
        "query ($v: ID!) { shop(id: $v) { id } ...F }\nfragment F on Query { shop(id: 1) { id } }",
        "1:19 2:23 Fields \"shop\" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was "
            + "intentional.")]
    [InlineData(
        "UniqueInputFieldNames",
        "{ json(value: { a: 1, b: { c: 1, c: 2 }, a: 2 }) }",
        "1:17 1:42 There can be only one input field named \"a\".",
        "1:28 1:34 There can be only one input field named \"c\".")]
    [InlineData(
        "MaxIntrospectionDepth",
        "{ __type(name: \"A\") { ...T } }\nfragment T on __Type { fields { type { fields { type { ...I } } } } }\nfragment I on __Type { interfaces "
            + "{ name } }",
        "1:3 Maximum introspection depth exceeded")]
    [InlineData("KnownOperationTypes", "mutation M { x }", "1:1 The mutation operation is not supported by the schema.")]
    [InlineData(
        "DeferStreamDirectiveLabel",
        "query ($l: String) { ... @defer(label: \"a\") { item { id } } search @stream(label: \"a\") { __typename } ... @defer(label: $l) { item { id "
            + "} } }",
        "1:26 1:68 Value for arguments \"defer(label:)\" and \"stream(label:)\" must be unique across all Defer/Stream directive usages.",
        "1:107 Argument \"@defer(label:)\" must be a static string.")]
    [InlineData(
        "DeferStreamDirectiveOnRootField",
        "subscription { ...F @defer }\nfragment F on Subscription { opened @stream { id } }",
        "1:21 Defer directive cannot be used on root subscription type \"Subscription\".",
        "2:37 Stream directive cannot be used on root subscription type \"Subscription\".")]
    [InlineData(
        "DeferStreamDirectiveOnValidOperations",
        "subscription { opened { ...F } }\nfragment F on Shop { ... @defer { id } ... @defer(if: false) { name } }",
        "2:26 1:25 Defer directive not supported on subscription operations. Disable `@defer` by setting the `if` argument to `false`.")]
    [InlineData(
        "StreamDirectiveOnListField",
        "{ item @stream { id } search @stream { __typename } }",
        "1:8 Directive \"@stream\" cannot be used on non-list field \"Query.item\".")]
    [InlineData(
        "KnownDirectives",
        "type A @nte { a(b: Int @tag): Int @nte }\ninput I { a: Int @tag }\nenum E { A @tag }\ndirective @d(a: Int @tag) on FIELD",
        "1:8 Unknown directive \"@nte\". Did you mean \"@note\"?",
        "1:24 Directive \"@tag\" may not be used on ARGUMENT_DEFINITION.",
        "1:35 Unknown directive \"@nte\". Did you mean \"@note\"?",
        "2:18 Directive \"@tag\" may not be used on INPUT_FIELD_DEFINITION.",
        "3:12 Directive \"@tag\" may not be used on ENUM_VALUE.",
        "4:21 Directive \"@tag\" may not be used on ARGUMENT_DEFINITION.")]
    [InlineData("UniqueInputFieldNames", "type A { a(b: I = {c: 1, c: 2}): Int }", "1:20 1:26 There can be only one input field named \"c\".")]
    public void ErrorsHaveTheirPlacesAndWords(string rule, string document, params string[] expected) =>
        Assert.Equal(expected, Check.Rule(rule, Sdl, document));

    [Theory]
    [InlineData("{ shop(id: 1.5) { id } }", "1:12 ID cannot represent a non-string and non-integer value: 1.5")]
    [InlineData(
        "{ item { ...F } } fragment F on Item { id @note(text: \"\", level: \"\"\"a \\\"\"\"\"\"\") }",
        "1:66 Int cannot represent non-integer value: \"\"\"a \\\"\"\"\"\"\"")]
    [InlineData("{ item { id @note(text: \"\", level: \"\"\"a\n b\"\"\") } }", "1:36 Int cannot represent non-integer value: \"\"\" a b \"\"\"")]
    [InlineData("{ shop(id: null) { id } }", "1:12 Expected value of type \"ID!\", found null.")]
    [InlineData(
        "{ shop(sort: \"NAME\") { id } }", "1:14 Enum \"Sort\" cannot represent non-enum value: \"NAME\". Did you mean the enum value \"NAME\"?")]
    [InlineData("{ shop(sort: name) { id } }", "1:14 Value \"name\" does not exist in \"Sort\" enum. Did you mean the enum value \"NAME\"?")]
    [InlineData("{ shop(filter: 1) { id } }", "1:16 Expected value of type \"Filter\", found 1.")]
    [InlineData(
        "{ shop(filter: { mn: 1 }) { id } }",
        "1:16 Field \"Filter.name\" of required type \"String!\" was not provided.",
        "1:18 Field \"mn\" is not defined by type \"Filter\". Did you mean \"min\"?")]
    [InlineData(
        "{ shop(filter: { name: 5, min: \"1\", flag: 1 }) { id } }",
        "1:24 String cannot represent a non string value: 5",
        "1:32 Float cannot represent non numeric value: \"1\"",
        "1:43 Boolean cannot represent a non boolean value: 1")]
    [InlineData("{ shop(filter: { name: \"\", of: { name: \"\", of: [null] } }) { id } }", "1:49 Expected value of type \"Filter!\", found null.")]
    [InlineData("{ shop(key: { id: 1, code: \"a\" }) { id } }", "1:13 OneOf Input Object \"Key\" must specify exactly one key.")]
    [InlineData("{ shop(key: { id: null }) { id } }", "1:13 Field \"Key.id\" must be non-null.")]
    [InlineData(
        "{ shop(id: [1]) { items(first: 2147483648, last: 1.0, tags: [1, \"a\"]) { id } } }",
        "1:12 ID cannot represent a non-string and non-integer value: [1]",
        "1:32 Int cannot represent non 32-bit signed integer value: 2147483648",
        "1:50 Int cannot represent non-integer value: 1.0",
        "1:62 String cannot represent a non string value: 1")]
    [InlineData(
        "query ($a: Int = \"x\", $b: [Sort] = [NAME, 1]) { item { id } }",
        "1:18 Int cannot represent non-integer value: \"x\"",
        "1:43 Enum \"Sort\" cannot represent non-enum value: 1.")]
    [InlineData("{ json(value: { any: [1, \"a\", { b: NAME }] }) }")]
    public void LiteralsFitTheirPlaces(string document, params string[] expected) =>
        Assert.Equal(expected, Check.Rule("ValuesOfCorrectType", Sdl, document));

    [Theory]
    [InlineData("query ($v: ID) { shop(id: $v) { id } }", "1:8 1:27 Variable \"$v\" of type \"ID\" used in position expecting type \"ID!\".")]
    [InlineData(
        "query ($v: [String]) { shop(id: 1) { items(last: 1, tags: $v) { id } } }",
        "1:8 1:59 Variable \"$v\" of type \"[String]\" used in position expecting type \"[String!]\".")]
    [InlineData(
        "query ($v: ID) { shop(id: 1, key: { id: $v }) { id } }",
        "1:8 1:41 Variable \"$v\" is of type \"ID\" but must be non-nullable to be used for OneOf Input Object \"Key\".")]
    [InlineData("query ($v: ID = 1) { shop(id: $v) { id } }")]
    [InlineData("query ($v: [String!]) { shop(id: 1) { items(last: 1, marks: $v) { id } } }")]
    [InlineData(
        "query ($v: String) { shop(id: 1) { items(last: 1, marks: [$v]) { id } } }",
        "1:8 1:59 Variable \"$v\" of type \"String\" used in position expecting type \"String!\".")]
    [InlineData("query ($v: Int!) { shop(id: 1) { items(first: $v, last: $v) { id } } }")]
    public void VariablesFitTheirPlaces(string document, params string[] expected) =>
        Assert.Equal(expected, Check.Rule("VariablesInAllowedPosition", Sdl, document));

    [Fact]
    public void EachRuleHasItsOwnId() =>
        Assert.Equal(SpecifiedRules.Descriptors.Count, SpecifiedRules.Descriptors.Select(descriptor => descriptor.Id).Distinct().Count());
}
