using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Lathe.Language.Schemas;
using Lathe.Language.Text;
using Lathe.Language.TypeSystem;
using Lathe.Testing.Faking;

namespace Lathe.Testing;

/// <summary>
/// A schema to make fakes by. You need one only for a client that comes in a package without its GraphQL files. Schemas of the test project, and of
/// projects that it refers to, are found without it.
/// </summary>
public sealed class FakeSchema
{
    private readonly ConcurrentDictionary<string, FakeScalar> _scalars = new(StringComparer.Ordinal);
    private readonly ConditionalWeakTable<object, FakeDocument> _documents = [];

    internal FakeSchema(IReadOnlyList<SourceText> sources, string origin)
    {
        Schema = SchemaReader.Read(sources);
        Origin = origin;
    }

    internal Schema Schema { get; }

    /// <summary>Gets where the schema comes from, for messages.</summary>
    internal string Origin { get; }

    /// <summary>Reads a schema.</summary>
    /// <param name="text">SDL, or the result of an introspection query as JSON.</param>
    /// <returns>The schema.</returns>
    /// <exception cref="ArgumentException">The text is no schema; the message says where.</exception>
    public static FakeSchema Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var schema = new FakeSchema([new SourceText("schema.graphql", text)], "the text");
        return schema.Schema.TypeNames.All(schema.Schema.IsBuiltInType)
            ? throw new ArgumentException($"The text is no schema. {(schema.Schema.Errors is [var first, ..] ? first.Message : "")}".TrimEnd(),
                nameof(text))
            : schema;
    }

    internal FakeScalar ScalarOf(string name) => _scalars.GetOrAdd(name, static name => new FakeScalar(name));

    internal FakeDocument DocumentOf<TData>(GraphQLOperation<TData> operation)
        where TData : class => _documents.GetValue(operation, key => new FakeDocument(this, operation.Name, operation.Document));
}
