using Lathe.Language.Errors;
using Lathe.Language.Fragments;
using Lathe.Language.Paging;
using Lathe.Language.Projects;
using Lathe.Language.Schemas;
using Lathe.Language.Syntax.Parsing;
using Lathe.Language.Text;
using Lathe.Language.Validation;

namespace Lathe.Language.Tests.Paging;

/// <summary>Searches texts for pagers, and writes what was found in one line.</summary>
internal static class Search
{
    public const string Schema = """
        type Query {
          machines(where: MachineFilter, order_by: [MachineOrder!], limit: Int, offset: Int): [Machine!]!
          unordered(limit: Int, offset: Int): [Machine!]!
          machines_aggregate(order_by: [MachineOrder!], limit: Int, offset: Int): Aggregate!
          segment(skip: Int, take: Int): Segment
          matrix(limit: Int, offset: Int): [[Int!]!]!
          names(limit: Int, offset: Int): [String!]!
          organization(id: ID!): Organization
          node(id: ID!): Node
          odd(after: Float, first: Int): RepositoryConnection
          two(after: String): Two
        }
        interface Node { id: ID! }
        type Organization implements Node {
          id: ID!
          repositories(first: Int, after: String, last: Int, before: String): RepositoryConnection!
          teams(first: Int, after: ID): TeamConnection
        }
        type Team implements Node { id: ID! repositories(first: Int, after: String): RepositoryConnection! members: [Member!]! }
        type Member { id: ID! repositories(first: Int, after: String): RepositoryConnection! }
        type RepositoryConnection { nodes: [Repository] edges: [RepositoryEdge] pageInfo: PageInfo! totalCount: Int! }
        type RepositoryEdge { cursor: String! node: Repository }
        type Repository { id: ID! name: String! }
        type TeamConnection { teams: [Team!]! pageInfo: PageInfo! }
        type Two { left: [Team!]! right: [Team!]! pageInfo: PageInfo! }
        type PageInfo { hasNextPage: Boolean! endCursor: String hasPreviousPage: Boolean! startCursor: String }
        type Aggregate { count: Int! nodes: [Machine!]! }
        type Segment { items: [Machine!] pageInfo: PageInfo! }
        type Machine { machineRef: Int! name: String! activities(where: MachineFilter, order_by: [MachineOrder!], limit: Int, offset: Int): [Machine!]! }
        input MachineFilter { machineRef: Comparison name: Comparison _and: [MachineFilter!] _or: [MachineFilter!] }
        input Comparison { _gt: Int _gte: Int _lt: Int _eq: Int }
        input MachineOrder { machineRef: Order name: Order }
        enum Order { asc desc asc_nulls_last }
        """;

    /// <summary>Gives such as <c>Forward $after organization.repositories [nodes] more pageInfo.hasNextPage next pageInfo.endCursor</c>.</summary>
    public static string Of(string text, string schema = Schema) => Find(text, schema) switch
    {
        { Field: { } field } => Describe(field),
        { Findings: [var finding] } => finding.ToString(),
        _ => "none",
    };

    public static PageSearch Find(string text, string schema = Schema)
    {
        var token = TestContext.Current.CancellationToken;
        var read = SchemaReader.Read([new SourceText("s.graphql", schema)], token);
        var document = DocumentParser.Parse(new SourceText("q.graphql", text), token);
        Assert.Empty(document.Errors);
        var index = new DocumentIndex([document]);
        return PagerFinder.Find(read, index.Operations[0], index.FindFragment, token);
    }

    /// <summary>Checks a text as the build and the tool do.</summary>
    public static IEnumerable<string> Check(string text, ValidationOptions? options = null)
    {
        var token = TestContext.Current.CancellationToken;
        var read = SchemaReader.Read([new SourceText("s.graphql", Schema)], token);
        var document = DocumentParser.Parse(new SourceText("q.graphql", text), token);
        IEnumerable<LanguageError> errors = options is null
            ? ProjectCheck.Validate(read, [document], ValidationOptions.Project, token)
            : DocumentValidator.Validate(read, [document], options, token);
        return errors.Select(static error => error.ToString());
    }

    public static string Describe(PageField field) =>
        $"{field.Kind} ${field.Variable} {field.Name} [{Way(field.Items)}]"
        + (field.HasMore.Count == 0 ? "" : $" more {Way(field.HasMore)}") + (field.Cursor.Count == 0 ? "" : $" next {Way(field.Cursor)}");

    private static string Way(IEnumerable<PageStep> steps) => string.Join(".", steps.Select(static step => step.Key));
}
