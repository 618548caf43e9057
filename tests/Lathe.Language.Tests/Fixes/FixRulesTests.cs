namespace Lathe.Language.Tests.Fixes;

public sealed class FixRulesTests
{
    private const string Schema = """
        directive @client(name: String) on FIELD
        enum State { RUNNING STOPPED }
        input Filter { state: State, text: String }
        type Query {
          machine(id: ID!): Machine
          machines(limit: Int, filter: Filter, state: State): [Machine!]!
          part(id: ID!, size: Int!): Machine
          page(first: Int): Page
        }
        type Page { nodes: [Machine!]! }
        interface Named { name: String }
        type Machine implements Named {
          id: ID!
          name: String
          title: String @deprecated(reason: "Use `name` instead.")
          gone: String @deprecated(reason: "No longer supported")
          other: Int @deprecated(reason: "Use name.")
          aa: Int
          ab: Int
          parts(limit: Int): [Machine!]
          sub(id: ID!): Machine
        }
        """;

    private static readonly Mend s_mend = new(Schema);

    [Theory]
    [InlineData("query A { machine(id: 1) { nmae } }", "query A { machine(id: 1) { name } }")]
    [InlineData("query A { machine(id: 1) { x: nmae # kept\n } }", "query A { machine(id: 1) { x: name # kept\n } }")]
    [InlineData("query A { machnie(id: 1) { nmae prats { di } } }", "query A { machine(id: 1) { name parts { id } } }")]
    [InlineData("query A { machine(idd: 1) { name } }", "query A { machine(id: 1) { name } }")]
    [InlineData("query A($a: Fliter) { machines(filter: $a) { name } }", "query A($a: Filter) { machines(filter: $a) { name } }")]
    [InlineData("query A { machine(id: 1) { ... on Machnie { name } } }", "query A { machine(id: 1) { ... on Machine { name } } }")]
    [InlineData("query A { machines(state: RUNING) { name } }", "query A { machines(state: RUNNING) { name } }")]
    [InlineData("query A { machines(state: \"RUNNING\") { name } }", "query A { machines(state: RUNNING) { name } }")]
    [InlineData("query A { machines(filter: {stat: STOPPED}) { name } }", "query A { machines(filter: {state: STOPPED}) { name } }")]
    [InlineData(
        "query A { machine(id: 1) { ...B } } fragment Bb on Machine { name }",
        "query A { machine(id: 1) { ...Bb } } fragment Bb on Machine { name }")]
    [InlineData("query A { machine(id: 1) { name @clint(nme: \"a\") } }", "query A { machine(id: 1) { name @client(name: \"a\") } }")]
    public void AMisspeltNameBecomesTheOneThatWasMeant(string text, string expected) => Assert.Equal(expected, s_mend.Text(text));

    [Theory]
    [InlineData("query A { machine(id: 1) { ac } }")]
    [InlineData("query A { machine(id: 1) { zebra } }")]
    [InlineData("query A { machine(id: 1) { gone other } }")]
    [InlineData("query A { machine(id: 1) { name }")]
    [InlineData("query A { machine(id: 1) { x: id x: name } }")]
    public void NothingIsGuessed(string text) => Assert.Equal(text, s_mend.Text(text));

    [Fact]
    public void WhatIsLeftIsTold()
    {
        var result = s_mend.Texts(null, ("a.graphql", "query A { machine(id: 1) { ac } }"));
        Assert.Empty(result.Applied);
        Assert.Equal("GQL1004", Assert.Single(result.Left).Descriptor.Id);
    }

    [Theory]
    [InlineData("query A { machine(id: 1) { title } }", "query A { machine(id: 1) { name } }")]
    [InlineData("query A { machine(id: 1) { title name id } }", "query A { machine(id: 1) { name name id } }")]
    [InlineData("query A { machine(id: 1) { t: title name: id } }", "query A { machine(id: 1) { t: name name: id } }")]
    public void ADeprecatedFieldGivesWayToTheOneThatItsReasonNames(string text, string expected) => Assert.Equal(expected, s_mend.Text(text));

    [Fact]
    public void AFieldThatWouldConflictStays() =>
        Assert.Equal("query A { machine(id: 1) { title name: id } }", s_mend.Text("query A { machine(id: 1) { title name: id } }"));

    [Theory]
    [InlineData("query A($a: Int) { machines { id } }", "query A { machines { id } }")]
    [InlineData("query ($a: Int) { machines { id } }", "query GetMachine { machines { id } }")]
    [InlineData("query A($a: Int, $b: Int) { machines(limit: $b) { id } }", "query A($b: Int) { machines(limit: $b) { id } }")]
    [InlineData("query A($a: Int, $b: Int) { machines(limit: $a) { id } }", "query A($a: Int) { machines(limit: $a) { id } }")]
    [InlineData("query A($a: Int $b: Int, $c: Int) { machines { id } }", "query A { machines { id } }")]
    [InlineData(
        "query A(\n  # a\n  $a: Int # of a\n  # b\n  $b: Int\n) { machines(limit: $b) { id } }",
        "query A(\n  # a\n  # b\n  $b: Int\n) { machines(limit: $b) { id } }")]
    public void AnUnusedVariableGoes(string text, string expected) => Assert.Equal(expected, s_mend.Text(text));

    [Theory]
    [InlineData("query A { machines { id } }\n\n# Of a card.\nfragment F on Machine { id }\n", "query A { machines { id } }\n")]
    [InlineData("# The file.\nfragment F on Machine { id }\n\nquery A { machines { id } }\n", "# The file.\nquery A { machines { id } }\n")]
    [InlineData("fragment F on Machine { id } query A { machines { id } }", "query A { machines { id } }")]
    [InlineData(
        "query A { machines { id } }\r\n\r\nfragment F on Machine {\r\n  id\r\n}\r\n\r\nquery B { machines { id } }",
        "query A { machines { id } }\r\n\r\nquery B { machines { id } }")]
    public void AnUnusedFragmentGoes(string text, string expected) => Assert.Equal(expected, s_mend.Text(text));

    [Theory]
    [InlineData("query A { machine(id: $id) { id } }", "query A($id: ID!) { machine(id: $id) { id } }")]
    [InlineData("{ machine(id: $id) { id } }", "query GetMachine($id: ID!) { machine(id: $id) { id } }")]
    [InlineData(
        "query A(\n  $a: Int\n) { machines(limit: $a, state: $state) { id } }",
        "query A(\n  $a: Int\n  $state: State\n) { machines(limit: $a, state: $state) { id } }")]
    [InlineData("query A($machineId: ID!) { machine(id: $machineI) { id } }", "query A($machineId: ID!) { machine(id: $machineId) { id } }")]
    [InlineData(
        "query A { ...F } fragment F on Query { machine(id: $id) { id } }",
        "query A($id: ID!) { ...F } fragment F on Query { machine(id: $id) { id } }")]
    public void AMissingVariableIsDeclared(string text, string expected) => Assert.Equal(expected, s_mend.Text(text));

    [Theory]
    [InlineData("query A { machine { id } }", "query A($id: ID!) { machine(id: $id) { id } }")]
    [InlineData("query A($id: ID!) { machine { id } }", "query A($id: ID!) { machine(id: $id) { id } }")]
    [InlineData(
        "query A($id: ID!) { machine(id: $id) { sub { id } } }",
        "query A($id: ID!, $subId: ID!) { machine(id: $id) { sub(id: $subId) { id } } }")]
    [InlineData("query A { part { id } }", "query A($id: ID!, $size: Int!) { part(id: $id, size: $size) { id } }")]
    public void AMissingArgumentIsAddedWithAVariable(string text, string expected) => Assert.Equal(expected, s_mend.Text(text));

    [Fact]
    public void AMissingArgumentOfAFragmentIsAVariableOfEachOperation()
    {
        var result = s_mend.Texts(
            null,
            ("a.graphql", "query A($id: Int) { machines(limit: $id) { ...F } }"),
            ("b.graphql", "query B { machines { ...F } }"),
            ("f.graphql", "fragment F on Machine { sub { id } }"));
        Assert.Equal(
            [
                "query A($id: Int, $subId: ID!) { machines(limit: $id) { ...F } }",
                "query B($subId: ID!) { machines { ...F } }",
                "fragment F on Machine { sub(id: $subId) { id } }",
            ],
            result.Documents.Select(document => document.Source.Text));
        Assert.Empty(result.Left);
    }

    [Theory]
    [InlineData("query A { machines { parts(limit: null) { id } } }", "query A { machines(limit: 100) { parts(limit: 100) { id } } }")]
    [InlineData("query A { page { nodes { id } } }", "query A { page(first: 100) { nodes { id } } }")]
    public void AMissingLimitIsAdded(string text, string expected) => Assert.Equal(expected, s_mend.Text(text, "GQL2012"));

    [Theory]
    [InlineData("{ machines { id } }", "a/get-machine.query.graphql", "query GetMachine { machines { id } }")]
    [InlineData("query { machines { id } }", "C:\\a\\Machines.gql", "query Machines { machines { id } }")]
    [InlineData("\"\"\"d\"\"\" # c\nquery{ machines { id } }", "2d.graphql", "\"\"\"d\"\"\" # c\nquery _2d{ machines { id } }")]
    [InlineData("{ machines { id } } query Ab { machines { id } }", "ab.graphql", "query Ab2 { machines { id } } query Ab { machines { id } }")]
    public void AnAnonymousOperationIsNamedAfterItsFile(string text, string path, string expected) => Assert.Equal(
        expected,
        s_mend.Text(text, null, path));

    [Fact]
    public void AnOperationIsRenamedToItsFileForThoseWhoAsk()
    {
        const string Text = "query A { machines { id } }";
        Assert.Equal(Text, s_mend.Text(Text));
        Assert.Equal("query GetMachine { machines { id } }", s_mend.Text(Text, "GQL2053"));
    }

    [Fact]
    public void OnlyTheKindAskedForIsMended() =>
        Assert.Equal("query A($a: Int) { machines { name } }", s_mend.Text("query A($a: Int) { machines { nmae } }", "GQL1004"));

    [Fact]
    public void TheNearestEditsLeaveTheRestOfTheTextAsItIs()
    {
        const string Text = "\uFEFFquery  A ( $id :ID! ,) {\r\n\tmachine ( id : $id , ) { # c\r\n\t\tnmae , ,\r\n\t}\r\n}";
        Assert.Equal(Text.Replace("nmae", "name", StringComparison.Ordinal), s_mend.Text(Text));
    }
}
