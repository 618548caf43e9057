using System.Reflection;
using System.Text.Json.Nodes;
using Lathe.Generator.Tests.Emission;
using Lathe.Testing;

namespace Lathe.Generator.Tests.Faking;

/// <summary>What can be asked of a fake, of an operation with unions in unions.</summary>
public sealed class FakeTests
{
    private const string Schema = """
        type Query { search(text: String!): [Found!]! node(id: ID!): Node machines(limit: Int): [Machine!]! }
        union Found = Machine | Person | Robot | Cell
        interface Node { id: ID! }
        union Part = Spindle | Chuck | Pump
        type Machine implements Node { id: ID! number: Int name: String! kind: Kind! owner: Person parts: [Part!]! main: Part! price: Money hidden: secret ids: [ID!]! }
        type Person implements Node { id: ID! email: String! firstName: String manager: Person birthday: Date }
        type Robot implements Node { id: ID! seen: timestamptz uptime: interval }
        type Cell implements Node { id: ID! uuid: uuid! site: URL hasNextPage: Boolean! }
        type Spindle { speed: Float } type Chuck { jaws: Int } type Pump { litres: Float! }
        enum Kind { LATHE MILL }
        scalar Money scalar secret scalar Date scalar timestamptz scalar interval scalar uuid scalar URL
        """;

    private const string Documents = """
        query Search($full: Boolean! = false) {
          search(text: "x") {
            ... on Machine {
              id first: name second: name kind owner { email } price hidden ids
              parts { ... on Spindle { speed } ... on Chuck { jaws } ... on Pump { litres } }
              main { ... on Spindle { speed } ... on Chuck { jaws } }
              number @include(if: $full)
            }
            ... on Person { id email firstName birthday manager { id } }
            ... on Robot { seen uptime }
          }
        }
        query Machines { machines { id name owner { email } } }
        """;

    private const string Converter = """
        namespace Test.Api;
        public readonly record struct Secret(decimal Value) : Lathe.IScalarConverter<Secret>
        {
            public static Secret Read(ref System.Text.Json.Utf8JsonReader reader)
            {
                reader.Read();
                reader.Read();
                var value = reader.GetInt32();
                reader.Read();
                return new(value);
            }

            public static void Write(System.Text.Json.Utf8JsonWriter writer, Secret value) => writer.WriteNumberValue(value.Value);
        }

        public static class Typed
        {
            public static object Changed(Lathe.Testing.FakeSchema schema) => Lathe.Testing.Fakes.For(MachinesQuery.Operation, 7, schema).ListsOf(4)
                .With<MachinesQuery.Machine>(machine => machine with { Name = "Lathe " + machine.Owner!.Email })
                .With<MachinesQuery.Person>(person => person with { Email = "a@b.c" }).Data();

            public static object Records(Lathe.Testing.FakeSchema schema)
            {
                var fake = Lathe.Testing.Fakes.For(SearchQuery.Operation, 7, schema);
                return fake.Many<SearchQuery.Machine>(20, (machine, i) => machine with { First = "Lathe " + i });
            }

            public static object Pump(Lathe.Testing.FakeSchema schema) => Lathe.Testing.Fakes.For(SearchQuery.Operation, 7, schema).One<SearchQuery.Pump>();
        }
        """;

    private static readonly FakeSchema s_schema = FakeSchema.Parse(Schema);

    private static readonly Lazy<Assembly> s_client = new(static () => TestClient
        .Generate(Schema, Documents, TestClient.WithScalars(new("Money", "decimal"), new("secret", "Test.Api.Secret"))).Load(Converter));

    [Fact]
    public void TenThousandSeedsCoverEveryCase()
    {
        var met = new HashSet<string>(StringComparer.Ordinal);
        var inFirst = new HashSet<string>(StringComparer.Ordinal);
        for (var seed = 0; seed < 10_000; seed++)
        {
            var data = Invoke<JsonNode>("Search", nameof(JsonOf), seed);
            foreach (var machine in data["search"]!.AsArray().Where(static one => one!["main"] is not null))
                inFirst.Add((string)machine!["main"]!["__typename"]!);
            Assert.Equal(3, data["search"]!.AsArray().Select(static one => (string)one!["__typename"]!).Distinct().Count());
            met.UnionWith(data["search"]!.AsArray().Select(static one => (string)one!["__typename"]!));
        }

        Assert.Equal(["Cell", "Machine", "Person", "Robot"], met.Order());
        Assert.Equal(["Chuck", "Pump", "Spindle"], inFirst.Order());
    }

    [Fact]
    public void ValuesArePlausibleAndIdentifiersAreUnique()
    {
        var search = Enumerable.Range(1, 4).SelectMany(seed => Invoke<JsonNode>("Search", nameof(JsonOf), seed)["search"]!.AsArray()).ToList();
        var machine = search.First(static one => (string)one!["__typename"]! == "Machine")!;
        Assert.Equal((string)machine["first"]!, (string)machine["second"]!);
        Assert.EndsWith("@example.com", (string)machine["owner"]!["email"]!, StringComparison.Ordinal);
        Assert.Contains((string)machine["kind"]!, new[] { "LATHE", "MILL" });
        var ids = machine["ids"]!.AsArray().Select(static one => (string)one!).Append((string)machine["id"]!).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.NotNull(machine["number"]);
    }

    [Fact]
    public void TheSameSeedGivesTheSameBytesInEveryProcess() => Assert.StartsWith(
        "{\"data\":{\"machines\":[{\"id\":\"machine-218033822\",\"name\":\"Machine ", Invoke<string>("Machines", nameof(TextOf), 7),
        StringComparison.Ordinal);

    [Fact]
    public void AFieldThatIsAddedChangesNoOtherValue()
    {
        var more = FakeSchema.Parse(Schema.Replace("hidden: secret", "hidden: secret colour: String", StringComparison.Ordinal));
        Assert.Equal(Invoke<string>("Machines", nameof(TextOf), 7), Invoke<string>("Machines", nameof(TextOf), 7, more));
    }

    [Fact]
    public void VariablesLeaveOutWhatAServerWouldLeaveOut()
    {
        var variables = (IGraphQLVariables)Activator.CreateInstance(s_client.Value.GetType("Test.Api.SearchQuery+Variables")!)!;
        var machines = Enumerable.Range(1, 4).SelectMany(seed => Invoke<JsonNode>("Search", nameof(JsonOf), seed, null,
            variables)["search"]!.AsArray())
            .Where(static one => one!["main"] is not null).ToList();
        Assert.NotEmpty(machines);
        Assert.All(machines, static one => Assert.False(one!.AsObject().ContainsKey("number")));
    }

    [Fact]
    public void RecordsAreChangedByTypeInnerOnesFirst()
    {
        var data = (string)Typed("Changed").ToString()!;
        Assert.Equal(4, data.Split("Name = Lathe a@b.c").Length - 1);
    }

    [Fact]
    public void SingleRecordsAreMadeOfSeveralAnswers()
    {
        var records = ((System.Collections.IEnumerable)Typed("Records")).Cast<object>().Select(static one => one.ToString()!).ToList();
        Assert.Equal(20, records.Distinct().Count());
        Assert.All(records, static (one, i) => Assert.Contains($"First = Lathe {i},", one, StringComparison.Ordinal));
        Assert.StartsWith("Pump { Litres = ", Typed("Pump").ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void AnErrorMakesNullTheNextPlaceThatMayBe()
    {
        var (result, json) = Invoke<(object, string)>("Machines", nameof(FailingAt), "machines[1].owner.email");
        var data = JsonNode.Parse(json)!;
        Assert.Null(data["data"]!["machines"]![1]!["owner"]);
        Assert.NotNull(data["data"]!["machines"]![0]!["owner"]);
        Assert.Equal("""[{"message":"Too slow","path":["machines",1,"owner","email"],"extensions":{"code":"TIMEOUT"}}]""", data["errors"]!.ToJsonString());
        Assert.Contains("Too slow [TIMEOUT] at machines[1].owner.email", result.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void AnErrorWhereNothingMayBeNullLeavesNoData()
    {
        var (_, json) = Invoke<(object, string)>("Machines", nameof(FailingAt), "machines[1].name");
        Assert.Null(JsonNode.Parse(json)!["data"]);
        var thrown = Assert.Throws<TargetInvocationException>(() => Invoke<(object, string)>("Machines", nameof(FailingAt), "machines[9].name"));
        Assert.Equal("The answer has no 'machines[9].name': there is no '9'. There are 3 items.", thrown.InnerException!.Message);
    }

    [Fact]
    public void WhatANewerServerSendsIsRead()
    {
        var data = Invoke<JsonNode>("Search", nameof(NewerOf), 1);
        Assert.All(data["search"]!.AsArray(), static one => Assert.Equal("""{"__typename":"UnknownType"}""", one!.ToJsonString()));
    }

    [Fact]
    public void AClientWithoutASchemaSaysWhatToDo()
    {
        var thrown = Assert.Throws<TargetInvocationException>(() => Invoke<object>("Machines", nameof(WithoutSchema)));
        Assert.Contains("FakeSchema.Parse", thrown.InnerException!.Message, StringComparison.Ordinal);
    }

    private static object Typed(string method) => s_client.Value.GetType("Test.Api.Typed")!.GetMethod(method)!.Invoke(null, [s_schema])!;

    private static T Invoke<T>(string name, string method, params object?[] arguments)
    {
        var operation = s_client.Value.GetType($"Test.Api.{name}Query")!.GetProperty("Operation")!.GetValue(null)!;
        var generic = typeof(FakeTests).GetMethod(method, BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(operation.GetType().GetGenericArguments());
        object?[] all = [operation, .. arguments];
        Array.Resize(ref all, generic.GetParameters().Length);
        return (T)generic.Invoke(null, all)!;
    }

    private static JsonNode JsonOf<T>(GraphQLOperation<T> operation, int seed, FakeSchema? schema, IGraphQLVariables? variables)
        where T : class
    {
        var fake = Fakes.For(operation, seed, schema ?? s_schema);
        if (variables is not null)
            fake = fake.AnswerTo(variables);
        // Reading comes first: it finds the form of scalars that a converter reads.
        var data = fake.Data();
        var json = JsonNode.Parse(fake.Json())!["data"]!;
        Assert.NotNull(data);
        return json;
    }

    private static string TextOf<T>(GraphQLOperation<T> operation, int seed, FakeSchema? schema)
        where T : class => Fakes.For(operation, seed, schema ?? s_schema).Json();

    private static JsonNode NewerOf<T>(GraphQLOperation<T> operation, int seed)
        where T : class
    {
        var fake = Fakes.For(operation, seed, s_schema).UnknownTypes().UnknownEnumValues();
        Assert.NotNull(fake.Data());
        return JsonNode.Parse(fake.Json())!["data"]!;
    }

    private static (object Result, string Json) FailingAt<T>(GraphQLOperation<T> operation, string path)
        where T : class
    {
        var fake = Fakes.For(operation, 7, s_schema).Error(path, "Too slow", "TIMEOUT");
        return (fake.Result(), fake.Json());
    }

    private static object WithoutSchema<T>(GraphQLOperation<T> operation)
        where T : class => Fakes.Of(operation);
}
