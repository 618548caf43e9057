using System.Text.Json;

namespace Lathe.Testing.Faking;

/// <summary>Finds the schema of an operation.</summary>
internal static class FakeSource
{
    public static FakeDocument Of<TData>(GraphQLOperation<TData> operation)
        where TData : class
    {
        var client = typeof(TData).Assembly.GetName().Name ?? "";
        var schemas = EmbeddedSchemas.Of(client);
        if (schemas.Count == 1)
            return schemas[0].DocumentOf(operation);
        return schemas.Select(schema => Try(schema, operation)).FirstOrDefault(static one => one is not null)
            ?? throw NoSchema(operation.Name, client, schemas.Count);
    }

    // With several clients in an assembly, the one whose schema has everything that the operation asks for.
    private static FakeDocument? Try<TData>(FakeSchema schema, GraphQLOperation<TData> operation)
        where TData : class
    {
        try
        {
            var document = schema.DocumentOf(operation);
            _ = new FakeWriter(new FakeSettings(), new UniqueNumbers()).Write(document.Plan(null as JsonElement?).Root, 0);
            return document;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static InvalidOperationException NoSchema(string operation, string client, int count) => new(
        count > 0
            ? $"None of the {count} schemas of {client} has all that {operation} asks for. Build the test project again."
            : $"There is no schema for {operation} of {client} in this test project. The package Lathe.Testing puts in those of the "
                + "projects that the test project refers to; for a client from elsewhere give one: "
                + "Fakes.For(operation, seed, FakeSchema.Parse(text)).");
}
