using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using Lathe.Generator.Model;
using Lathe.Generator.Tests.Emission;
using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem;
using Lathe.Language.Validation;

namespace Lathe.Generator.Tests.RoundTrip;

/// <summary>Random schemas, operations and responses: generated, compiled, read, and every value found again.</summary>
public sealed class RoundTripTests
{
    private const int OperationsPerSchema = 10;
    private const int ResponsesPerOperation = 5;

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Every_value_of_a_response_is_found_in_the_records(int seed)
    {
        var random = new RandomSchema(seed);
        var schema = Schema.Create([new SourceText("schema.graphql", random.Sdl)], TestContext.Current.CancellationToken);
        var documents = ValidDocuments(schema, seed);
        var client = TestClient.Generate(random.Sdl, string.Join('\n', documents));
        var assembly = client.Load(Reader(client.Model));

        foreach (var operation in client.Model.Operations)
        {
            var read = assembly.GetType("Test.Api.Probe")!.GetMethod(operation.Name)!.CreateDelegate<Func<byte[], object>>();
            var sent = DocumentParser.Parse(new SourceText("sent.graphql", operation.Document), TestContext.Current.CancellationToken);
            for (var i = 0; i < ResponsesPerOperation; i++)
                Check(schema, sent, read, seed + i, documents);
        }
    }

    public static IEnumerable<TheoryDataRow<int>> Seeds() => Enumerable.Range(1, 40).Select(seed => new TheoryDataRow<int>(seed * 1000));

    private static void Check(Schema schema, DocumentSyntax sent, Func<byte[], object> read, int seed, List<string> documents)
    {
        var response = new RandomResponse(schema, sent, seed).Data;
        var json = response.ToJsonString();
        try
        {
            ResultComparer.Equal(response, read(Encoding.UTF8.GetBytes(json)), "data");
            ResultComparer.Equal(response, read(Encoding.UTF8.GetBytes(Reversed(response)!.ToJsonString())), "reversed data");
        }
        catch (Exception failure)
        {
            Assert.Fail($"{failure.Message}\n{string.Join('\n', documents)}\nsent: {sent.Source.Text}\nresponse: {json}\n{failure.StackTrace}");
        }
    }

    private static List<string> ValidDocuments(Schema schema, int seed)
    {
        var documents = new List<string>();
        for (var i = 0; documents.Count < OperationsPerSchema && i < 200; i++)
        {
            var text = new RandomDocument(schema, $"Probe{documents.Count}", seed + i).Text;
            if (DocumentValidator.Validate(schema, [DocumentParser.Parse(new SourceText("random.graphql", text), TestContext.Current.CancellationToken)], cancellationToken: TestContext.Current.CancellationToken).Count == 0)
                documents.Add(text);
        }

        Assert.Equal(OperationsPerSchema, documents.Count);
        return documents;
    }

    // The readers are internal to the generated assembly.
    private static string Reader(BoundClient client)
    {
        var code = new StringBuilder("namespace Test.Api;\npublic static class Probe\n{\n");
        foreach (var operation in client.Operations)
        {
            code.Append($$"""
                    public static object {{operation.Name}}(byte[] data)
                    {
                        var json = new global::Lathe.Json.JsonCursor(data);
                        var result = {{operation.ClassName}}.Json.ReadData(ref json);
                        json.ReadEndOfDocument();
                        return result;
                    }

                """);
        }

        return code.Append('}').ToString();
    }

    private static JsonNode? Reversed(JsonNode? node) => node switch
    {
        JsonObject value => new JsonObject(value.Reverse().Select(member => KeyValuePair.Create(member.Key, Reversed(member.Value)))),
        JsonArray values => new JsonArray([.. values.Select(Reversed)]),
        _ => node?.DeepClone(),
    };
}
