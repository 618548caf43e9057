using Lathe.Generator.Tests.RoundTrip;
using Lathe.Language.Configuration;
using Lathe.TestSupport;
using Microsoft.CodeAnalysis;

namespace Lathe.Generator.Tests.Emission;

/// <summary>One small file for each feature of generated code; each also compiles.</summary>
public class FeatureTests
{
    private const string Schema = """
        type Query {
          "All machines, by name."
          machines(where: MachineFilter, limit: Int! = 50, kinds: [MachineKind!]): [Machine!]!
          node(id: ID!): Node
          matrix: [[Int!]]!
          audit: [Audit!]! @requiresScopes(scopes: [["audit:read", "reporting"], ["admin"]])
          search("What to look for." text: String!): [SearchResult!]!
          keywords(class: Int, new: Boolean): Keyword!
        }
        type Mutation { move(to: Target!): Machine place(order: Order!): ID! }
        type Subscription { machineChanged(id: ID!): Machine! }
        interface Node { id: ID! }
        interface Named { name: String! }
        union SearchResult = Machine | Person | Audit
        "A machine on the shop floor."
        type Machine implements Node & Named { id: ID! name: String! "Lathe, mill or robot." kind: MachineKind! speed: Float @deprecated(reason: "Use samples.") owner: Person price: Money since: timestamptz
          label: String @semanticNonNull tags: [[String]] @semanticNonNull(levels: [0, 1]) "Ends early? */ </summary> & <b> \u2028 class Injected;" remark: String }
        type Person implements Node & Named { id: ID! name: String! manager: Person }
        enum MachineKind { LATHE MILL "Not sold any more." ROBOT_ARM @deprecated(reason: "Retired.") }
        "What machines to find."
        input MachineFilter { name: String _and: [MachineFilter!] kind: MachineKind }
        input Order { "How many." quantity: Int! = 1 note: String = "none" parts: [ID!]! rows: [[Int]!] until: timestamptz old: Int @deprecated(reason: "Not read.") }
        type Keyword { class: Int new: Keyword Clone: Int clone: Int toString: Int keyword: Keyword _: Int }
        input Target @oneOf { cell: Int line: String }
        type Audit @authenticated { id: ID! text: String! @requiresScopes(scopes: [["audit:text"]]) }
        directive @authenticated on OBJECT | FIELD_DEFINITION
        directive @defer(if: Boolean! = true, label: String) on FRAGMENT_SPREAD | INLINE_FRAGMENT
        directive @stream(if: Boolean! = true, label: String, initialCount: Int = 0) on FIELD
        directive @semanticNonNull(levels: [Int] = [0]) on FIELD_DEFINITION
        directive @requiresScopes(scopes: [[String!]!]!) on OBJECT | FIELD_DEFINITION
        scalar Money
        scalar timestamptz
        """;

    [Theory]
    [InlineData(
        "Operation",
        "MachinesQuery",
        "query Machines($where: MachineFilter, $limit: Int! = 50) { machines(where: $where, limit: $limit) { id name kind } }")]
    [InlineData("NestedLists", "MatrixQuery", "query Matrix { rows: matrix }")]
    [InlineData(
        "AbstractType", "NodeQuery", "query Node($id: ID!) { node(id: $id) { id ... on Machine { name } ... on Person { manager { name } } } }")]
    [InlineData("Fragment", "CardFragment", "query Cards { machines { ...Card speed } } fragment Card on Machine { name owner { name } }")]
    [InlineData(
        "FragmentWithMore", "CardsQuery", "query Cards { machines { ...Card owner { id } } } fragment Card on Machine { name owner { name } }")]
    [InlineData(
        "Conditional",
        "MachinesQuery",
        "query Machines($full: Boolean!) { machines { id name @include(if: $full) ... @skip(if: $full) { owner { id } } } }")]
    [InlineData("Input", "MachineFilter", "query Machines($where: MachineFilter) { machines(where: $where) { id } }")]
    [InlineData("OneOfInput", "Target", "mutation Move($to: Target!) { move(to: $to) { id } }")]
    [InlineData("Enum", "MachineKind", "query Kinds { machines { kind } }")]
    [InlineData("Scalars", "PricesQuery", "query Prices { machines { price since } }")]
    [InlineData("Subscription", "ChangesSubscription", "subscription Changes($id: ID!) { machineChanged(id: $id) { id } }")]
    [InlineData(
        "Incremental", "MachinesQuery", "query Machines($limit: Int! = 50) { machines(limit: $limit) { id ... @defer(label: \"names\") { name } } }")]
    [InlineData("Scopes", "AuditQuery", "query Audit { audit { id ...Text } } fragment Text on Audit { text }")]
    [InlineData("Mutation", "MoveMutation", "mutation Move($to: Target!) { move(to: $to) { id } }")]
    [InlineData("Aliases", "MachinesQuery", "query Machines { all: machines { __typename kindOf: __typename name: id id: name } }")]
    [InlineData(
        "Union",
        "SearchQuery",
        "query Search($text: String!) { search(text: $text) { ... on Machine { name } ... on Person { manager { name } } } }")]
    [InlineData("CaseOfAnInterface", "SearchQuery", "query Search { search(text: \"a\") { ... on Named { name } } }")]
    [InlineData(
        "FragmentOnInterface",
        "ThingFragment",
        "query Node($id: ID!) { node(id: $id) { ...Thing } } fragment Thing on Node { id ... on Machine { name } }")]
    [InlineData(
        "FragmentOnUnion",
        "HitFragment",
        "query Search { search(text: \"a\") { ...Hit } } fragment Hit on SearchResult { ... on Machine { name } ... on Person { name } }")]
    [InlineData(
        "OverlappingFragments",
        "CardsQuery",
        "query Cards { machines { ...Card ...Owner name } } fragment Card on Machine { id owner { name ...Boss } } fragment Owner on Machine { owner "
            + "{ id } } fragment Boss on Person { manager { name } }")]
    [InlineData(
        "ConditionalSpread",
        "CardsQuery",
        "query Cards($full: Boolean!) { machines { id ...Card @include(if: $full) } } fragment Card on Machine { id name }")]
    [InlineData("DeferredSpread", "CardsQuery", "query Cards { machines { id ...Card @defer } } fragment Card on Machine { name }")]
    [InlineData("SemanticNonNull", "LabelsQuery", "query Labels { machines { label tags } }")]
    [InlineData(
        "Catch",
        "PeopleQuery",
        "query People($full: Boolean!) { machines @catch(levels: [0, 1]) { id name @catch(to: THROW) tags @catch(to: NULL, levels: [0, 1]) "
            + "price @catch @include(if: $full) label @catch owner @catch(to: NULL) { name ...Boss } } "
            + "node(id: 1) @catch { ... on Machine { speed @catch(to: THROW) } } } fragment Boss on Person @catchByDefault(to: RESULT) { "
            + "manager { id } }")]
    [InlineData(
        "CatchInFragment",
        "CardFragment",
        "query Cards { machines { ...Card owner @catch { id } } } fragment Card on Machine @catchByDefault(to: RESULT) { kind owner { name } }")]
    [InlineData(
        "Recursion",
        "ManagersQuery",
        "query Managers($id: ID!) { node(id: $id) { ... on Person { manager { id manager { id manager { id } } } } } }")]
    [InlineData("InputDefaults", "Order", "mutation Place($order: Order!) { place(order: $order) }")]
    [InlineData("Descriptions", "RemarksQuery", "query Remarks { machines { speed remark } }")]
    [InlineData(
        "Keywords",
        "KeywordsQuery",
        "query Keywords($class: Int, $new: Boolean) { keywords(class: $class, new: $new) { class new { _ } Clone clone toString keyword { class } } "
            + "}")]
    [InlineData("EmptySelection", "MachinesQuery", "query Machines { machines { } node(id: 1) { ... on Machine { owner { } } } }")]
    [InlineData("EmptyOperation", "NothingQuery", "query Nothing { }")]
    [InlineData("Client", "TestClient", "query Machines { machines { id } }")]
    [InlineData("Registration", "TestClientRegistration", "query Machines { machines { id } }")]
    public void FeatureHasItsFile(string feature, string typeName, string document)
    {
        var config = TestClient.WithScalars(new ScalarMapping("Money", "decimal"));
        var client = TestClient.Generate(Schema, document, config);
        client.AssertCompiles();
        Golden.Match(client[typeName], feature, typeName);
        ClientTravel.Check(client, Schema, config, hasNulls: feature != "SemanticNonNull");
    }

    [Theory]
    [InlineData("MachinesQuery")]
    [InlineData("CardFragment")]
    public void FragmentArgumentsHaveTheirFile(string typeName)
    {
        var client = TestClient.Generate(Schema, FragmentArguments, TestClient.Config with { AllowsFragmentArguments = true });
        client.AssertCompiles();
        Golden.Match(client[typeName], "FragmentArguments", typeName);
    }

    private const string FragmentArguments = """
        query Machines($full: Boolean!) { big: machines(limit: 3) { ...Card(full: $full) } small: machines { ...Card speed } }
        fragment Card($full: Boolean! = false) on Machine { id name @include(if: $full) owner { ...Boss(full: $full) } }
        fragment Boss($full: Boolean!) on Person { name manager @include(if: $full) { id } }
        """;

    [Fact]
    public void AConverterOfTheUsersHasItsFile()
    {
        var client = TestClient.Generate(
            Schema,
            "query Prices { machines { price } }",
            TestClient.WithScalars(
                new ScalarMapping("Money", "Shop.Money", "Shop.MoneyConverter")) with { Accessibility = ClientAccessibility.Internal });
        const string Code = """
            namespace Shop;
            internal readonly record struct Money(decimal Amount);
            internal class MoneyConverter : Lathe.IScalarConverter<Money>
            {
                public static Money Read(ref System.Text.Json.Utf8JsonReader reader) => new(reader.GetDecimal());
                public static void Write(System.Text.Json.Utf8JsonWriter writer, Money value) => writer.WriteNumberValue(value.Amount);
            }
            """;
        client.AssertCompiles(Code);
        Golden.Match(client["PricesQuery"], "Converter", "PricesQuery");
        Golden.Match(client["TestClient-MoneyJson"], "Converter", "MoneyJson");
    }

    [Fact]
    public void BigNumbersAreWrittenSoThatNoServerRoundsThem()
    {
        const string Schema = """
            type Query { sum(where: Numbers!, ids: [bigint!], n: numeric): BigInt! }
            input Numbers { id: bigint! big: BigInt size: uint256 long: Long int64: Int64 plain: BIGINT rows: [[BigInt!]!] amount: numeric }
            scalar bigint scalar BigInt scalar BIGINT scalar uint256 scalar Long scalar Int64 scalar numeric
            """;
        var client = TestClient.Generate(
            Schema,
            "query Sum($where: Numbers!, $ids: [bigint!], $n: numeric) { sum(where: $where, ids: $ids, n: $n) }",
            TestClient.WithScalars(
                new ScalarMapping("BIGINT", "long", Write: NumberForm.Number), new ScalarMapping("numeric", "decimal", Write: NumberForm.Text)));
        client.AssertCompiles();
        Golden.Match(client["Numbers"], "BigNumbers", "Numbers");
        Golden.Match(client["SumQuery"], "BigNumbers", "SumQuery");
    }

    [Fact]
    public void AnInternalClientHasItsFile()
    {
        var client = TestClient.Generate(
            Schema,
            "query Machines { machines { ...Card } } fragment Card on Machine { id }",
            TestClient.Config with { Accessibility = ClientAccessibility.Internal });
        client.AssertCompiles();
        Assert.DoesNotContain(
            client.Compile().GetSymbolsWithName(static _ => true, SymbolFilter.Type, TestContext.Current.CancellationToken),
            static one => one is { ContainingType: null, DeclaredAccessibility: Accessibility.Public });
        Golden.Match(client["CardFragment"], "Internal", "CardFragment");
    }

    [Fact]
    public void ASecondClientHasItsFiles()
    {
        const string Document = "query Machines { machines { kind } }";
        var second = TestClient.Generate(Schema, Document, TestClient.Config with { Client = "OtherClient", Namespace = "Test.Other" });
        TestClient.Generate(Schema, Document).AssertCompiles([.. second.Files.Select(static file => file.Text)]);
        Golden.Match(second["MachinesQuery"], "SecondClient", "MachinesQuery");
    }

    [Fact]
    public void CallsReadWell() => TestClient
        .Generate(Schema, """
            query Machines($where: MachineFilter, $limit: Int! = 50, $kinds: [MachineKind!]) { machines(where: $where, limit: $limit, kinds: $kinds) { id kind } }
            query Node($id: ID!) { node(id: $id) { ... on Machine { name } ... on Person { id } } }
            mutation Move($to: Target!) { move(to: $to) { id } }
            """)
        .AssertCompiles("""
            #nullable enable
            using System.Threading.Tasks;
            using Test.Api;
            internal static class Calls
            {
                public static async Task<string> Call(ITestClient client)
                {
                    await client.MachinesAsync();
                    await client.MachinesAsync(new MachineFilter { And = new MachineFilter { Name = null }, Kind = MachineKind.Mill }, limit: 10);
                    await client.MachinesAsync(new() { Kind = MachineKind.Mill });
                    await client.MachinesAsync(new() { Kind = MachineKind.Mill }, 10);
                    await client.MachinesAsync(null);
                    await client.SendAsync(new MachinesQuery.Variables { Where = null }, new() { Tenant = "a" });
                    await client.MachinesAsync(kinds: [MachineKind.Lathe, new MachineKind("NEW")]);
                    await client.SendAsync(new MachinesQuery.Variables { Where = null });
                    await client.MoveAsync(Target.FromCell(3));
                    var node = (await client.NodeAsync("1")).RequireData().Node;
                    return node switch { NodeQuery.Machine machine => machine.Name, NodeQuery.Person person => person.Id, _ => "" };
                }
                public static bool IsMill(MachineKind kind) => kind.Value switch { MachineKind.Known.Mill => true, _ => kind == MachineKind.Lathe };
            }
            """);

    [Fact]
    public void OnlyADirectiveMakesAnOperationIncremental() => Assert.DoesNotContain(
        "InPartsAsync",
        TestClient.Generate("type Query { text(of: String): String }", "query Text { text(of: \"@defer\") }")["TextQuery"],
        StringComparison.Ordinal);

    // After an error in a declaration the compiler would not run the analyzer that says what is missing.
    [Fact]
    public void AMissingConverterIsACompileErrorInBodiesAlone()
    {
        var client = TestClient.Generate(
            Schema, "query Prices { machines { price } }", TestClient.WithScalars(new ScalarMapping("Money", "Shop.Money", "Shop.NoConverter")));
        var compilation = client.Compile("namespace Shop; public readonly struct Money; public class NoConverter;");
        Assert.DoesNotContain(
            compilation.GetDeclarationDiagnostics(TestContext.Current.CancellationToken), static one => one.Severity == DiagnosticSeverity.Error);
        Assert.Contains(
            compilation.GetDiagnostics(TestContext.Current.CancellationToken), static one => one.Id == "CS0315" || one.Id == "CS0311");
    }
}
