namespace Lathe.Package.Tests;

/// <summary>Generated files are held to every rule that the SDK brings, each of them a warning, and every warning an error.</summary>
public sealed class AnalyzerTests(PackageFixture package)
{
    private const string Properties = """
        <TargetFrameworks>net10.0;net8.0</TargetFrameworks><LangVersion>12</LangVersion><Nullable>enable</Nullable>
        <AnalysisLevel>latest-all</AnalysisLevel><AnalysisMode>All</AnalysisMode><EnforceCodeStyleInBuild>true</EnforceCodeStyleInBuild>
        <GenerateDocumentationFile>true</GenerateDocumentationFile><TreatWarningsAsErrors>true</TreatWarningsAsErrors><WarningLevel>9999</WarningLevel>
        <Features>strict</Features><NoWarn>$(NoWarn);GQL2001</NoWarn>
        """;

    // CA1014 asks for it; then the compiler has more to say of public members.
    private const string References = """
        <PackageReference Include="Lathe" Version="$(LatheVersion)" />
        <AssemblyAttribute Include="System.CLSCompliantAttribute"><_Parameter1>true</_Parameter1><_Parameter1_TypeName>System.Boolean</_Parameter1_TypeName></AssemblyAttribute>
        """;

    // Rules that are off unless someone names them are on too.
    private const string AllRules = """
        is_global = true
        dotnet_analyzer_diagnostic.severity = warning
        dotnet_diagnostic.IDE0001.severity = warning
        dotnet_diagnostic.IDE0002.severity = warning
        dotnet_diagnostic.IDE0005.severity = warning
        dotnet_diagnostic.IDE0055.severity = warning
        dotnet_diagnostic.IDE1006.severity = warning

        """;

    private const string Schema = """
        type Query {
          machines(where: Filter, limit: Int! = 50, kinds: [Kind!]): [Machine!]!
          node(id: ID!): Node
          matrix: [[Int!]]!
          search(text: String!): [Hit!]!
          keywords(class: Int, new: Boolean): Keyword!
        }
        type Mutation { move(to: Target!): Machine place(order: Order!): ID! }
        type Subscription { changed(id: ID!): Machine! }
        interface Node { id: ID! }
        union Hit = Machine | Person
        "A machine & its <owner>."
        type Machine implements Node { id: ID! name: String! kind: Kind! speed: Float @deprecated(reason: "Use samples.") owner: Person price: Money since: timestamptz label: String @semanticNonNull }
        type Person implements Node { id: ID! name: String! manager: Person }
        enum Kind { LATHE "Not sold." ROBOT_ARM @deprecated _1 }
        input Filter { name: String _and: [Filter!] kind: Kind speed: Float @deprecated }
        input Order { "How many." quantity: Int! = 1 parts: [ID!]! rows: [[Int]!] until: timestamptz }
        input Target @oneOf { cell: Int line: String }
        type Keyword { class: Int new: Keyword Clone: Int clone: Int fooBar: Int foobar: Int _1: Int _: Int }
        directive @semanticNonNull(levels: [Int] = [0]) on FIELD_DEFINITION
        directive @defer(if: Boolean! = true, label: String) on FRAGMENT_SPREAD | INLINE_FRAGMENT
        scalar Money
        scalar timestamptz

        """;

    private const string Operations = """
        query Machines($where: Filter, $limit: Int! = 50, $kinds: [Kind!], $full: Boolean!) {
          machines(where: $where, limit: $limit, kinds: $kinds) { ...Card kind speed price since label owner @include(if: $full) { id } }
        }
        query Deferred { machines { id ...Card @defer ... @defer(label: "kind") { kind } } }
        query Node($id: ID!) { node(id: $id) { ...Thing ... on Person { manager { name } } } }
        query Search($text: String!) { search(text: $text) { ...Hit } }
        query Matrix { rows: matrix }
        query Keywords($class: Int, $new: Boolean) { keywords(class: $class, new: $new) { class new { _ _1 } Clone clone fooBar foobar } }
        mutation Move($to: Target!) { move(to: $to) { id } }
        mutation Place($order: Order!) { place(order: $order) }
        subscription Changes($id: ID!) { changed(id: $id) { ...Card } }
        fragment Card on Machine { name owner { name } }
        fragment Thing on Node { id ... on Machine { name } }
        fragment Hit on Hit { ... on Machine { name } ... on Person { name } }

        """;

    [Theory]
    [InlineData("public")]
    [InlineData("internal")]
    public async Task NoRuleSpeaksOfGeneratedCode(string accessibility)
    {
        var project = new Consumer(package.Root, "Analyzed_" + accessibility).WriteProject(Properties, reference: References)
            .Write(".globalconfig", AllRules)
            .Write(".editorconfig", "root = true\n[*.cs]\ndotnet_analyzer_diagnostic.severity = warning\n")
            .Write(".graphqlrc.json", $$$"""{ "schema": "shop.graphql", "extensions": { "lathe": { "accessibility": "{{{accessibility}}}", "scalars": { "Money": "decimal" } } } }""")
            .Write("shop.graphql", Schema).Write("Queries/All.graphql", Operations);

        (await project.Build()).RequireSuccess();
    }
}
