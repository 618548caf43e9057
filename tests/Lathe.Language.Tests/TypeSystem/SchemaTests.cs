using Lathe.Language.Schemas;
using Lathe.Language.Syntax;
using Lathe.Language.Text;
using Lathe.Language.TypeSystem;
using Lathe.TestSupport;

namespace Lathe.Language.Tests.TypeSystem;

public sealed class SchemaTests
{
    private const string Zoo = """
        schema { query: Root }
        type Root { pet: Pet, dog(id: ID!): Dog @deprecated(reason: "gone") }
        interface Named { name: String! }
        interface Pet implements Named { name: String!, age: Int }
        type Dog implements Pet & Named { name: String!, age: Int, barks: Boolean }
        type Cat implements Named & Pet { name: String!, age: Int }
        union Any = Dog | Root
        enum Size { SMALL LARGE @deprecated }
        input Filter @oneOf { size: Size, name: String }
        scalar Date @specifiedBy(url: "https://example.org/date")
        directive @mark(text: String = "x") repeatable on FIELD
        """;

    [Fact]
    public void ParsesADefinitionAtItsFirstUseOnly()
    {
        var schema = Create(Zoo);
        Assert.Equal(0, schema.DefinitionsParsed);

        Assert.Equal(["Dog", "Cat"], schema.GetPossibleTypes("Pet"));
        Assert.True(schema.IsSubtype("Named", "Pet"));
        Assert.True(schema.HasType("Date"));
        Assert.NotNull(schema.FindType("String"));
        Assert.Equal(0, schema.DefinitionsParsed);

        Assert.IsType<ObjectType>(schema.FindType("Dog"));
        Assert.IsType<ObjectType>(schema.FindType("Dog"));
        Assert.Equal(1, schema.DefinitionsParsed);

        Assert.Equal("Root", schema.FindRootType(OperationType.Query)!.Name);
        Assert.Equal(3, schema.DefinitionsParsed);
    }

    [Fact]
    public void ParsesOfALargeSchemaWhatIsUsed()
    {
        var path = SharedFolder.Require("workloads/github/schema.graphql");
        var schema = Create(File.ReadAllText(path));

        Assert.NotNull(schema.FindField(schema.FindRootType(OperationType.Query)!, "viewer"));
        Assert.NotNull(schema.FindType("User"));
        Assert.NotEmpty(schema.GetPossibleTypes("Node"));
        Assert.InRange(schema.DefinitionsParsed, 2, 3);
        Assert.True(schema.TypeNames.Count > 1000);
    }

    [Fact]
    public void TellsAboutMembers()
    {
        var schema = Create(Zoo);
        var dog = schema.FindField(schema.FindType("Root")!, "dog")!;

        Assert.Equal("gone", dog.DeprecationReason);
        Assert.Equal("ID!", dog.Arguments.Single().Type.ToString());
        Assert.True(dog.Arguments.Single().IsRequired);
        Assert.Equal(new SourcePosition(2, 23), dog.Location!.Value.Position);
        Assert.Equal("No longer supported", ((EnumType)schema.FindType("Size")!).FindValue("LARGE")!.DeprecationReason);
        Assert.True(((InputObjectType)schema.FindType("Filter")!).IsOneOf);
        Assert.Equal("https://example.org/date", ((ScalarType)schema.FindType("Date")!).SpecifiedByUrl);
        Assert.True(schema.FindDirective("mark")!.IsRepeatable);
        Assert.True(schema.IsBuiltInDirective("include"));
        Assert.False(schema.IsBuiltInDirective("mark"));
        Assert.Null(schema.FindDirective("none"));
    }

    [Fact]
    public void GivesMetaFieldsWhereTheSpecificationDoes()
    {
        var schema = Create(Zoo);

        Assert.NotNull(schema.FindField(schema.FindType("Any")!, "__typename"));
        Assert.Null(schema.FindField(schema.FindType("Size")!, "__typename"));
        Assert.NotNull(schema.FindField(schema.FindType("Root")!, "__schema"));
        Assert.Null(schema.FindField(schema.FindType("Dog")!, "__type"));
    }

    [Fact]
    public void JoinsTextsAndExtensions()
    {
        var schema = Create(
            "extend type Query implements B @x { b: Int } extend union U = C",
            "type Query implements A { a: Int } union U = Query extend schema { subscription: C } type C { c: Int } interface A { a: Int } interface "
                + "B { b: Int }");

        var query = schema.FindRootType(OperationType.Query)!;
        Assert.Equal(["a", "b"], query.Fields.Select(field => field.Name));
        Assert.Equal(["A", "B"], query.Interfaces);
        Assert.Equal("x", query.Directives.Single().Name.Value);
        Assert.Equal(["Query"], schema.GetPossibleTypes("B"));
        Assert.Equal(["Query", "C"], schema.GetPossibleTypes("U"));
        Assert.True(schema.IsSubtype("U", "C"));
        Assert.Equal("C", schema.FindRootTypeName(OperationType.Subscription));
        Assert.Null(schema.FindRootType(OperationType.Mutation));
    }

    [Fact]
    public void KeepsWhatIsWholeOfABrokenSchema()
    {
        var schema = Create("type Query { a: A, b: Int }\ntype A { x: Int\ntype B { y: Int }\n");

        Assert.Equal(
            "s0.graphql(3,6): error GQL1001: Expected \":\", found Name \"B\". The \"{\" at line 2 is not closed.",
            schema.Errors.Single().ToString());
        Assert.Equal(8, schema.Errors.Single().Locations[1].Position.Column);
        Assert.NotNull(schema.FindType("B"));
        Assert.NotNull(schema.FindType("Query"));
    }

    [Fact]
    public void ReportsAFaultWithinADefinitionWhenItIsUsed()
    {
        var schema = Create("type Query { a: Int, b: [Int, c: Int }\ntype B { y: Int }");
        Assert.Empty(schema.Errors);

        Assert.Equal(["a"], ((ObjectType)schema.FindType("Query")!).Fields.Select(field => field.Name));
        Assert.Equal("s0.graphql(1,31): error GQL1001: Expected \"]\", found Name \"c\".", schema.Errors.Single().ToString());
    }

    [Fact]
    public void WarnsOfSmallFaultsOfTheTypesThatAreUsed()
    {
        var schema = Create("type Query {\n  a: Int\n  a: Missing\n}\ntype B { c: Int, c: Int }\nscalar B\n");
        Assert.Equal(["s0.graphql(5,6): warning GQL1052: There can be only one type named \"B\"."], schema.Errors.Select(error => error.ToString()));

        Assert.Equal("Int", ((ObjectType)schema.FindType("Query")!).FindField("a")!.Type.ToString());
        Assert.Equal(
            [
                "s0.graphql(2,3): warning GQL1054: Field \"Query.a\" can only be defined once.",
                "s0.graphql(3,6): error GQL1057: Unknown type \"Missing\".",
            ],
            schema.Errors.Skip(1).Select(error => error.ToString()));
    }

    private static Schema Create(params string[] texts) =>
        SchemaReader.Read([.. texts.Select((text, i) => new SourceText($"s{i}.graphql", text))], TestContext.Current.CancellationToken);
}
