using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Lathe.Generator.Tests.Emission;
using Lathe.Language.Syntax;
using Lathe.Language.Syntax.Parsing;
using Lathe.Language.Text;
using Lathe.Language.TypeSystem;

namespace Lathe.Generator.Tests.RoundTrip;

/// <summary>Random schemas, operations, variables and responses: generated, compiled, sent and read, and every value found again.</summary>
public sealed class RoundTripTests
{
    private const int SeedsInAssembly = 10;
    private const int ValuesPerOperation = 5;

    private static readonly JsonSerializerOptions s_indented = new() { WriteIndented = true };

    public static IEnumerable<TheoryDataRow<int>> Batches() => Enumerable.Range(0, 24).Select(static batch => new TheoryDataRow<int>(batch));

    [Theory]
    [MemberData(nameof(Batches))]
    public void EveryValueIsFoundAgain(int batch)
    {
        // Compiling costs more than all else: the clients of several seeds share an assembly.
        var probes = Enumerable.Range(batch * SeedsInAssembly, SeedsInAssembly).Select(static seed => new Probe((seed + 1) * 1000)).ToList();
        var code = probes.SelectMany(static probe => probe.Client.Files.Select(static file => file.Text).Append(probe.Readers));
        var assembly = probes[0].Client.Load([.. code.Skip(probes[0].Client.Files.Count)]);
        foreach (var probe in probes)
        {
            CheckResponses(probe, assembly);
            CheckVariables(probe, assembly);
        }
    }

    private static void CheckResponses(Probe probe, Assembly assembly)
    {
        foreach (var operation in probe.Client.Operations.Where(static one => one.Name != "Take"))
        {
            var read = assembly.GetType($"{probe.Namespace}.Probe")!.GetMethod(operation.Name)!.CreateDelegate<Func<byte[], object>>();
            var sent = DocumentParser.Parse(new SourceText("sent.graphql", operation.Document), TestContext.Current.CancellationToken);
            for (var i = 0; i < ValuesPerOperation; i++)
                CheckResponse(probe, sent, read, probe.Seed + i);
        }
    }

    private static void CheckResponse(Probe probe, DocumentSyntax sent, Func<byte[], object> read, int seed)
    {
        var response = new RandomResponse(probe.Schema, sent, seed).Data;
        try
        {
            var data = read(Encoding.UTF8.GetBytes(response.ToJsonString()));
            ResultComparer.Equal(response, data, "data");
            Travel.Check(data, read(Encoding.UTF8.GetBytes(response.ToJsonString())));
            ResultComparer.Equal(
                response, read(Encoding.UTF8.GetBytes(Ordered(response, static members => members.Reverse())!.ToJsonString())), "reversed data");
            var random = new Random(seed);
            ResultComparer.Equal(
                response,
                read(Encoding.UTF8.GetBytes(Ordered(response, members => members.OrderBy(_ => random.Next()))!.ToJsonString(s_indented))),
                "shuffled data");
        }
        catch (Exception failure)
        {
            Assert.Fail(
                $"Seed {seed}: {failure.Message}\n{probe.Random.Sdl}\n{probe.Documents}\nsent: {sent.Source.Text}\nresponse: "
                    + $"{response.ToJsonString()}\n{failure.StackTrace}");
        }
    }

    private static void CheckVariables(Probe probe, Assembly assembly)
    {
        var type = assembly.GetType($"{probe.Namespace}.TakeMutation+Variables")!;
        for (var i = 0; i < ValuesPerOperation; i++)
        {
            var expected = new RandomVariables(probe.Schema, probe.Seed + i).Object(probe.Arguments);
            var variables = (IGraphQLVariables)InputBuilder.Build(type, expected)!;
            using var written = new MemoryStream();
            using (var writer = new Utf8JsonWriter(written))
                variables.WriteTo(writer);
            var actual = JsonNode.Parse(written.ToArray());
            Assert.True(
                IsSame(expected, actual),
                $"Seed {probe.Seed + i}:\n{probe.Random.Sdl}\nset:  {expected.ToJsonString()}\nsent: {actual?.ToJsonString()}");
            Travel.CheckInput(variables, actual!.ToJsonString());
        }
    }

    // The order of members is free, and an instant may be written in several ways.
    private static bool IsSame(JsonNode? expected, JsonNode? actual) => (expected, actual) switch
    {
        (JsonObject left, JsonObject right) => left.Count == right.Count
            && left.All(member => right.ContainsKey(member.Key) && IsSame(member.Value, right[member.Key])),
        (JsonArray left, JsonArray right) => left.Count == right.Count && left.Zip(right, IsSame).All(static same => same),
        (JsonValue left, JsonValue right) => JsonNode.DeepEquals(left, right)
            || (Instant(left) is { } first && Instant(right) is { } second && first.EqualsExact(second)),
        _ => expected is null && actual is null,
    };

    private static DateTimeOffset? Instant(JsonValue value) =>
        DateTimeOffset.TryParse(value.ToString(), CultureInfo.InvariantCulture, out var instant) ? instant : null;

    private static JsonNode? Ordered(
        JsonNode? node, Func<IEnumerable<KeyValuePair<string, JsonNode?>>, IEnumerable<KeyValuePair<string, JsonNode?>>> order) => node switch
    {
        JsonObject value => new JsonObject(order(value).Select(member => KeyValuePair.Create(member.Key, Ordered(member.Value, order)))),
        JsonArray values => new JsonArray([.. values.Select(item => Ordered(item, order))]),
        _ => node?.DeepClone(),
    };
}
