using Lathe.Language.Fragments;
using Lathe.Language.Projects;
using Lathe.Language.Schemas;
using Lathe.Language.Syntax.Parsing;
using Lathe.Language.Text;

namespace Lathe.Language.Tests.Paging;

public sealed class PageDirectiveTests
{
    private const string Two = "{ machines(limit: 9, offset: $o) { name } names(limit: 9, offset: $o) }";
    private const string Keys = "query K($after: Int) @page(by: \"machineRef\") { ";
    private const string Infos = "nodes { id } pageInfo { hasNextPage endCursor }";

    [Theory]
    [InlineData("query Q($o: Int) @page(field: \"names\") " + Two, "Offset $o names []")]
    [InlineData("query Q($o: Int) @page(field: \"m.activities\") { m: machines(limit: 9) { activities(limit: 9, offset: $o) { name } } }",
        "Offset $o m.activities []")]
    [InlineData("query Q($o: Int) @page { machines(limit: 9, offset: $o) { name } }", "Offset $o machines []")]
    [InlineData(Keys + "machines(where: { machineRef: { _gt: $after } }, order_by: { machineRef: asc }, limit: 9) { name machineRef } }",
        "Keyset $after machines [] next machineRef")]
    [InlineData(Keys + "m: machines(where: { _and: [{ name: { _gt: 1 } }, { machineRef: { _eq: $after, _lt: $after } }] }, "
        + "order_by: [{ machineRef: desc }, { name: asc }]) { ref: machineRef } }", "Keyset $after m [] next ref")]
    [InlineData("query K($after: Int) @page(by: \"machineRef\", field: \"machines\") "
        + "{ names(limit: 1) machines(where: { machineRef: { _gt: $after } }, order_by: { machineRef: asc_nulls_last }) { machineRef } }",
        "Keyset $after machines [] next machineRef")]
    public void Decides(string text, string expected)
    {
        Assert.Equal(expected, Search.Of(text));
        Assert.Empty(Search.Check(text));
    }

    [Theory]
    [InlineData("query Q($o: Int) @page(field: \"machine\") " + Two,
        "q.graphql(1,18): error GQL1110: @page names 'machine', which is not selected there. Name the fields by their response keys, with dots "
            + "between "
            + "them. Did you mean \"machines\"?")]
    [InlineData("query Q($a: String) @page(field: \"node.repositories\") { node(id: 1) { ... on Organization { repositories(after: $a) { " + Infos
        + " } } ... on Team { repositories(after: $a) { " + Infos + " } } } }",
        "q.graphql(1,21): error GQL1110: @page names 'repositories', which 2 types have there. Give one of them an alias.")]
    [InlineData("query Q($o: Int) @page(field: \"names.x\") " + Two,
        "q.graphql(1,18): error GQL1110: @page names 'x', which is not selected there. Name the fields by their response keys, with dots "
            + "between them.")]
    [InlineData("query Q @page(field: \"names\") { names(limit: 9) }",
        "q.graphql(1,9): error GQL1111: 'names' takes neither a cursor (\"after\" with \"pageInfo { hasNextPage endCursor }\") nor an offset "
            + "(\"limit\" "
            + "and \"offset\") from a variable.")]
    [InlineData("query Q($o: Int) @page { machines(offset: $o) { name } }",
        "q.graphql(1,18): error GQL1111: 'machines' has no argument that bounds a page, such as \"limit\".")]
    [InlineData("query Q($a: String) @page(field: \"organization.repositories\") "
        + "{ organization(id: 1) { repositories(after: $a) { nodes { id } pageInfo { endCursor } } } }",
        "q.graphql(1,21): error GQL1111: 'organization.repositories' does not select \"pageInfo { hasNextPage endCursor }\".")]
    [InlineData("query Q($a: Float) @page(field: \"odd\") { odd(after: $a) { " + Infos + " } }",
        "q.graphql(1,20): error GQL1111: 'odd' gives its cursor as String, which \"$a\" does not take.")]
    [InlineData("query Q($o: Int) @page " + Two,
        "q.graphql(1,18): error GQL1110: Several fields could be meant. Name one: @page(field: \"machines\").")]
    [InlineData(Keys + "machines(where: { name: { _gt: $after } }) { machineRef } }",
        "q.graphql(1,22): error GQL1112: 'machines' compares \"machineRef\" with no variable: where: { machineRef: { _gt: $after } }.")]
    [InlineData(Keys + "machines(where: { _or: [{ machineRef: { _gt: $after } }] }) { machineRef } }",
        "q.graphql(1,22): error GQL1112: 'machines' compares \"machineRef\" with no variable: where: { machineRef: { _gt: $after } }.")]
    [InlineData(Keys + "machines(where: { machineRef: { _gte: $after } }) { machineRef } }",
        "q.graphql(1,22): error GQL1112: 'machines' compares \"machineRef\" by \"_gte\", which does not go on behind the last item: use \"_gt\" or "
            + "\"_lt\".")]
    [InlineData(Keys + "machines(where: { machineRef: { _gt: $after } }) { machineRef } }",
        "q.graphql(1,22): error GQL1113: 'machines' is not ordered by \"machineRef\": order_by: { machineRef: asc }.")]
    [InlineData(Keys + "machines(where: { machineRef: { _lt: $after } }, order_by: { machineRef: asc }) { machineRef } }",
        "q.graphql(1,22): error GQL1113: 'machines' is ordered the other way than it is compared: order_by: { machineRef: desc }.")]
    [InlineData(Keys + "machines(where: { machineRef: { _gt: $after } }, order_by: [{ name: asc }, { machineRef: asc }]) { machineRef } }",
        "q.graphql(1,22): error GQL1113: 'machines' is not ordered by \"machineRef\" before all else: order_by: { machineRef: asc }.")]
    [InlineData(Keys + "machines(where: { machineRef: { _gt: $after } }, order_by: { machineRef: asc }) { name } }",
        "q.graphql(1,22): error GQL1114: 'machines' does not select \"machineRef\" of its items.")]
    [InlineData("query K($after: Int) @page(by: \"name\") { machines(where: { name: { _gt: $after } }, order_by: { name: asc }) { name } }",
        "q.graphql(1,22): error GQL1114: 'machines' gives \"name\" as String, which \"$after\" does not take.")]
    [InlineData("query K($after: Int) @page(by: \"machineRef\", field: \"machines.activities\") "
        + "{ machines(limit: 9) { activities(where: { machineRef: { _gt: $after } }, order_by: { machineRef: asc }) { machineRef } } }",
        "q.graphql(1,22): error GQL1111: 'machines.activities' stands in a list, where each list has a last item of its own.")]
    [InlineData("query K($after: Int) @page(by: \"machineRef\") { machines(where: { machineRef: { _eq: $after } }) { name } names(limit: 1) }",
        "q.graphql(1,22): error GQL1112: 'machines' compares \"machineRef\" by \"_eq\", which does not go on behind the last item: use \"_gt\" "
            + "or \"_lt\".")]
    [InlineData("query K($after: Int) @page(by: \"machineRef\") { a: machines(where: { machineRef: { _eq: $after } }) { name } b: machines { "
        + "name } }",
        "q.graphql(1,22): error GQL1110: No field compares \"machineRef\" with a variable and is ordered by it: where: { machineRef: { _gt: "
            + "$after } }, "
            + "order_by: { machineRef: asc }.")]
    public void SaysWhatIsWrong(string text, string expected)
    {
        Assert.Equal(expected, Search.Of(text));
        Assert.Equal([expected], Search.Check(text));
    }

    [Theory]
    [InlineData("query Q { names(limit: 9) @page(field: \"names\") }", "error GQL1019: Directive \"@page\" may not be used on FIELD.")]
    [InlineData("mutation Q @page { __typename }", "error GQL1019: Directive \"@page\" may not be used on MUTATION.")]
    [InlineData("query Q @page(fields: \"names\") { names(limit: 9) }",
        "error GQL1021: Unknown argument \"fields\" on directive \"@page\". Did you mean \"field\"?")]
    [InlineData("query Q @page(field: 1) { names(limit: 9) }", "error GQL1023: String cannot represent a non string value: 1")]
    [InlineData("query Q @page @page { names(limit: 9) }", "The directive \"@page\" can only be used once at this location.")]
    [InlineData("query Q($f: String) @page(field: $f) { names(limit: 9) }",
        "error GQL0022: Directive \"@page\" is the client's own and is not sent, so the server would find no use of the variable. Write a value.")]
    public void IsHeldToItsDefinition(string text, string expected) =>
        Assert.Single(Search.Check(text), line => line.Contains(expected, StringComparison.Ordinal));

    [Theory]
    [InlineData("", "field: \"machines\"", "query Q($o:Int){machines(limit:9,offset:$o){name}}")]
    [InlineData("directive @page(field: String, by: String) on QUERY", "field: \"machines\"", "query Q($o:Int){machines(limit:9,offset:$o){name}}")]
    [InlineData("directive @page(size: Int) on QUERY", "size: 2", "query Q($o:Int)@page(size:2){machines(limit:9,offset:$o){name}}")]
    public void IsNotSentUnlessTheServerHasAnotherOfTheName(string ofServer, string arguments, string expected)
    {
        var token = TestContext.Current.CancellationToken;
        var schema = SchemaReader.Read([new SourceText("s.graphql", Search.Schema + ofServer)], token);
        var text = $"query Q($o: Int) @page({arguments}) {{ machines(limit: 9, offset: $o) {{ name }} }}";
        var index = new DocumentIndex([DocumentParser.Parse(new SourceText("q.graphql", text), token)]);
        var needs = new TypenameNeeds(schema, index.FindFragment);
        Assert.Equal(expected, new RequestDocument(needs, static (_, _) => null, token).Write(index.Operations[0], "Query", []));
        Assert.Equal("Offset $o machines []", Search.Of(text, Search.Schema + ofServer));
    }
}
