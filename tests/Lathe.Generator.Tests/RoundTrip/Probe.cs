using System.Text;
using Lathe.Generator.Tests.Emission;
using Lathe.Language.Schemas;
using Lathe.Language.Syntax.Parsing;
using Lathe.Language.Text;
using Lathe.Language.TypeSystem;
using Lathe.Language.Validation;

namespace Lathe.Generator.Tests.RoundTrip;

/// <summary>A random schema with random queries and one mutation that takes variables of every kind, and the client made of them.</summary>
internal sealed class Probe
{
    private const int Queries = 4;

    public Probe(int seed)
    {
        Seed = seed;
        Namespace = $"Test.Seed{seed}";
        Random = new RandomSchema(seed);
        Schema = SchemaReader.Read([new SourceText("schema.graphql", Random.Sdl)], TestContext.Current.CancellationToken);
        Assert.Empty(Schema.Errors);
        Documents = string.Join('\n', [.. ValidQueries(), Mutation()]);
        Client = TestClient.Generate(Random.Sdl, Documents, TestClient.Config with { Namespace = Namespace, ReadInputs = true });
        Readers = WriteReaders(Client, Namespace);
    }

    public int Seed { get; }

    public string Namespace { get; }

    public RandomSchema Random { get; }

    public Schema Schema { get; }

    public string Documents { get; }

    public TestClient Client { get; }

    /// <summary>Gets C# that reads the response of each operation; the readers are internal to the generated assembly.</summary>
    public string Readers { get; }

    /// <summary>Gets the arguments of the mutation, which are its variables.</summary>
    public IReadOnlyList<InputValueDefinition> Arguments => Schema.FindField(Schema.FindType("Mutation")!, "take")!.Arguments;

    private string Mutation()
    {
        var variables = Arguments.Select(static one => $"${one.Name}: {one.Type}{(one.DefaultValue is null ? "" : " = 3")}");
        return $"mutation Take({string.Join(", ", variables)}) {{ "
            + $"take({string.Join(", ", Arguments.Select(static one => $"{one.Name}: ${one.Name}"))}) }}";
    }

    private List<string> ValidQueries()
    {
        var queries = new List<string>();
        for (var i = 0; queries.Count < Queries && i < 200; i++)
        {
            var text = new RandomDocument(Schema, $"Probe{queries.Count}", Seed + i).Text;
            var document = DocumentParser.Parse(new SourceText("random.graphql", text), TestContext.Current.CancellationToken);
            if (DocumentValidator.Validate(Schema, [document], cancellationToken: TestContext.Current.CancellationToken).Count == 0)
                queries.Add(text);
        }

        Assert.Equal(Queries, queries.Count);
        return queries;
    }

    /// <summary>Writes C# that reads the response of each operation of a client.</summary>
    public static string WriteReaders(TestClient client, string? nameSpace = null)
    {
        var code = new StringBuilder($"namespace {nameSpace ?? TestClient.Config.Namespace};\npublic static class Probe\n{{\n");
        foreach (var operation in client.Operations)
        {
            code.Append($$"""
                    public static object @{{operation.Name}}(byte[] data)
                    {
                        var json = new global::Lathe.Json.JsonCursor(data);
                        var result = new {{operation.ClassName}}.Data(ref json);
                        json.ReadEndOfDocument();
                        return result;
                    }

                """);
        }

        return code.Append('}').ToString();
    }
}
