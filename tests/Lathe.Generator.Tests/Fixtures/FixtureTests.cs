using System.Reflection;
using System.Text;
using Lathe.Generator.Tests.Emission;
using Lathe.Testing;
using Microsoft.CodeAnalysis;

namespace Lathe.Generator.Tests.Fixtures;

/// <summary>A fixture is replayed by the generated reader; one that does not fit says each place by its line and column.</summary>
public sealed class FixtureTests
{
    private const string Schema = """
        type Query { machines: [Machine!]! }
        type Subscription { changed: Machine! }
        type Machine { id: ID! name: String! kind: Kind! owner: Person main: Part! parts: [Part!]! since: DateTime }
        type Person { email: String! phone: String }
        union Part = Spindle | Chuck | Pump
        type Spindle { speed: Float } type Chuck { jaws: Int } type Pump { litres: Float! }
        enum Kind { LATHE MILL }
        scalar DateTime
        """;

    private const string Documents = """
        query Machines($full: Boolean! = false) {
          machines {
            id name kind owner { email } since @include(if: $full) ... @skip(if: $full) { owner { phone } }
            main { ... on Pump { litres } } parts { ... on Spindle { speed } }
          }
        }
        subscription Changed { changed { id name } }
        """;

    private const string Machine = """{"id":"m1","name":"Mill","kind":"MILL","owner":null,"main":{"__typename":"Chuck"},"parts":[]}""";

    private static readonly FakeSchema s_schema = FakeSchema.Parse(Schema);

    private static readonly Lazy<Assembly> s_client = new(Load);

    [Theory]
    [InlineData("Machines.json", null)]
    [InlineData("Fixtures/Machines.json", "/_/elsewhere/Test.cs")]
    public async Task AFileBesideTheTestOrInItsProjectIsReplayed(string path, string? testFile)
    {
        var data = await ReplayAsync("MachinesQuery", path, testFile);
        Assert.Contains("Name = Lathe 4", Assert.Single(data), StringComparison.Ordinal);
        Assert.Contains("Litres = 2.5", data[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnArrayHoldsTheEventsOfASubscription()
    {
        const string Events = """[{"data":{"changed":{"id":"1","name":"A"}}},{"data":{"changed":{"id":"1","name":"B"}}}]""";
        var events = await ReplayTextAsync("ChangedSubscription", Events);
        Assert.Equal(2, events.Count);
        Assert.Contains("Name = B", events[1], StringComparison.Ordinal);
        Assert.Equal("(1,1): an array of responses holds the events of a subscription, at least one; this is the place of one response.",
            await FaultAsync("MachinesQuery", $"[{{\"data\":{{\"machines\":[{Machine}]}}}}]"));
    }

    [Theory]
    [InlineData("\"name\":\"Mill\",", "", "(2,1): 'name' is missing, which the operation asks for (data.machines[0]).")]
    [InlineData("\"id\":", "\"ref\":7,\"id\":", "(2,2): the operation asks for no 'ref' here (data.machines[0]).")]
    [InlineData("\"Mill\"", "null", "(2,19): null where the schema has String! (data.machines[0].name).")]
    [InlineData("\"MILL\"", "\"DRILL\"", "(2,33): 'DRILL' is no value of Kind! (data.machines[0].kind).")]
    [InlineData("\"MILL\"", "7", "(2,33): a number is no value of Kind! (data.machines[0].kind).")]
    [InlineData("\"Chuck\"", "\"Gear\"", "(2,74): the schema has no type 'Gear' here (data.machines[0].main).")]
    [InlineData("\"__typename\":\"Chuck\"", "", "(2,60): '__typename' is missing, which says the type (data.machines[0].main).")]
    [InlineData("\"Chuck\"", "\"Pump\"", "(2,60): 'litres' is missing, which the operation asks for (data.machines[0].main).")]
    [InlineData("\"parts\":[]", "\"parts\":{}", "(2,91): an object where the schema has a list, [Part!] (data.machines[0].parts).")]
    [InlineData("\"owner\":null", "\"owner\":\"Ada\"", "(2,48): a string where the schema has an object of Person (data.machines[0].owner).")]
    [InlineData("\"owner\":null", "\"owner\":{\"phone\":null}",
        "(2,48): 'email' is missing, which the operation asks for (data.machines[0].owner).")]
    public async Task WhatDoesNotFitIsToldAtItsPlace(string part, string other, string fault)
    {
        Assert.Contains(part, Machine, StringComparison.Ordinal);
        var text = "{\"data\":{\"machines\":[\n" + Machine.Replace(part, other, StringComparison.Ordinal) + "]}}";
        Assert.Equal(fault, await FaultAsync("MachinesQuery", text));
    }

    [Theory]
    [InlineData("{\"data\":{\n", "(2,1): Expected a property name in double quotes, found the end of the file.")]
    [InlineData("7", "(1,1): a response is an object with 'data' or 'errors', not a number.")]
    [InlineData("{\"data\":null}", "(1,1): the response has neither data nor errors.")]
    [InlineData("{\n \"date\":{}, \"errors\":[{\"message\":\"no\"}]}", "(2,2): a response has 'data', 'errors' and 'extensions', not 'date'.")]
    public async Task WhatIsNoResponseIsTold(string text, string fault) => Assert.Equal(fault, await FaultAsync("MachinesQuery", text));

    [Fact]
    public async Task WhatTheReaderRefusesIsToldAtItsPlace()
    {
        var text = "{\"data\":{\"machines\":[" + Machine + ",\n" + Machine.Replace("\"owner\"", "\"since\":\"yesterday\",\"owner\"",
            StringComparison.Ordinal) + "]}}";
        Assert.StartsWith("(2,48): the client cannot read this: ", await FaultAsync("MachinesQuery", text), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AllFaultsAreToldWithTheCommandThatRecordsAgain()
    {
        var text = "{\"data\":{\"machines\":[" + string.Join(",\n", Enumerable.Repeat("{}", 9)) + "]}}";
        var message = (await ThrowsAsync("MachinesQuery", text)).Message;
        Assert.StartsWith("The fixture 'fixture.json' does not fit Machines:\n", message, StringComparison.Ordinal);
        Assert.Contains("(3,1): 'id' is missing", message, StringComparison.Ordinal);
        Assert.EndsWith("There may be more.\nRecord it again with 'lathe record', or correct the file.", message, StringComparison.Ordinal);
        Assert.InRange(message.Split('\n').Length, 22, 28);
    }

    [Fact]
    public async Task AnAnswerWithErrorsIsReplayedWithThem()
    {
        var transport = new ScriptedGraphQLTransport();
        var result = (await ReplayTextAsync("MachinesQuery", """{"data":null,"errors":[{"message":"Down"}]}""", transport))[0];
        Assert.Equal("Down", result);
    }

    [Fact]
    public async Task TheTestServerGivesTheSameFile()
    {
        await using var server = await GraphQLTestServer.StartAsync(TestContext.Current.CancellationToken);
        Invoke("MachinesQuery", nameof(ServeOf), server);
        using var http = new HttpClient();
        using var body = new StringContent("""{"query":"query Machines { machines { id } }"}""");
        using var answer = await http.PostAsync(server.Endpoint, body, TestContext.Current.CancellationToken);
        var file = Path.Combine(AppContext.BaseDirectory, "../../../Fixtures/Machines.json");
        Assert.Equal((await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).TrimEnd(),
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task EachEventOfFakesHasASeedOfItsOwn()
    {
        var transport = new ScriptedGraphQLTransport();
        var client = Invoke("ChangedSubscription", nameof(EventsOf), transport);
        var events = await (Task<IReadOnlyList<string>>)client;
        Assert.Equal(5, events.Distinct().Count());
        Assert.Equal(events[0], Invoke("ChangedSubscription", nameof(DataOf), 7).ToString());
        Assert.Equal(events[4], Invoke("ChangedSubscription", nameof(DataOf), 11).ToString());
    }

    [Fact]
    public void AFileThatIsNotThereSaysHowToRecordIt()
    {
        var thrown = Assert.Throws<TargetInvocationException>(() => Script("MachinesQuery", "none.json", null, new ScriptedGraphQLTransport()));
        Assert.StartsWith("There is no fixture 'none.json' beside the test or in its project. Record it with 'lathe record'",
            thrown.InnerException!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EachFakeIsAFixtureThatFits()
    {
        for (var seed = 0; seed < 50; seed++)
            Assert.Single(await ReplayTextAsync("MachinesQuery", Invoke("MachinesQuery", nameof(FakeOf), seed).ToString()!));
    }

    // With the schema in it, as a test project has it.
    private static Assembly Load()
    {
        var compilation = TestClient.Generate(Schema, Documents).Compile();
        var name = $"Lathe.Testing/{compilation.AssemblyName}/schema.graphql";
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image, manifestResources:
            [new ResourceDescription(name, static () => new MemoryStream(Encoding.UTF8.GetBytes(Schema)), isPublic: true)]);
        Assert.True(emitted.Success);
        return Assembly.Load(image.ToArray());
    }

    private static ServerScript<T> ServeOf<T>(GraphQLOperation<T> operation, GraphQLTestServer server)
        where T : class => server.On(operation).ReturnsFixture("Machines.json", s_schema);

    private static Task<IReadOnlyList<string>> EventsOf<T>(GraphQLOperation<T> operation, ScriptedGraphQLTransport transport)
        where T : class
    {
        transport.On(operation).FakesEvents(5, seed: 7);
        return ReadAsync(operation, transport);
    }

    private static T DataOf<T>(GraphQLOperation<T> operation, int seed)
        where T : class => Fakes.Of(operation, seed);

    private static string FakeOf<T>(GraphQLOperation<T> operation, int seed)
        where T : class => Fakes.For(operation, seed, s_schema).Nulls(0.3).Json();

    private static async Task<string> FaultAsync(string operation, string text)
    {
        var lines = (await ThrowsAsync(operation, text)).Message.Split('\n');
        Assert.Equal(3, lines.Length);
        return lines[1][lines[1].IndexOf('(', StringComparison.Ordinal)..];
    }

    private static async Task<Exception> ThrowsAsync(string operation, string text) =>
        (await Assert.ThrowsAsync<TargetInvocationException>(() => ReplayTextAsync(operation, text))).InnerException!;

    private static async Task<IReadOnlyList<string>> ReplayTextAsync(string operation, string text, ScriptedGraphQLTransport? transport = null)
    {
        var folder = Directory.CreateTempSubdirectory("fixtures");
        try
        {
            var path = Path.Combine(folder.FullName, "fixture.json");
            await File.WriteAllTextAsync(path, text, TestContext.Current.CancellationToken);
            return await ReplayAsync(operation, path, null, transport);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<IReadOnlyList<string>> ReplayAsync(
        string operation, string path, string? testFile, ScriptedGraphQLTransport? transport = null)
    {
        transport ??= new ScriptedGraphQLTransport();
        Script(operation, path, testFile, transport);
        return await (Task<IReadOnlyList<string>>)Invoke(operation, nameof(ReadAsync), transport);
    }

    private static void Script(string operation, string path, string? testFile, ScriptedGraphQLTransport transport) =>
        Invoke(operation, nameof(ScriptOf), transport, path, testFile);

    private static object Invoke(string name, string method, params object?[] arguments)
    {
        var operation = s_client.Value.GetType($"Test.Api.{name}")!.GetProperty("Operation")!.GetValue(null)!;
        return typeof(FixtureTests).GetMethod(method, BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(operation.GetType().GetGenericArguments()).Invoke(null, [operation, .. arguments])!;
    }

    private static OperationScript<T> ScriptOf<T>(GraphQLOperation<T> operation, ScriptedGraphQLTransport transport, string path, string? testFile)
        where T : class => testFile is null
            ? transport.On(operation).ReturnsFixture(path, s_schema)
            : transport.On(operation).ReturnsFixture(path, s_schema, testFile);

    private static async Task<IReadOnlyList<string>> ReadAsync<T>(GraphQLOperation<T> operation, ScriptedGraphQLTransport transport)
        where T : class
    {
        var all = new List<string>();
        await foreach (var result in transport.SubscribeAsync(operation, cancellationToken: TestContext.Current.CancellationToken))
            all.Add(result.Data?.ToString() ?? result.Errors[0].Message);
        return all;
    }
}
