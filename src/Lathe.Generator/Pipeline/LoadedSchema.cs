using Lathe.Generator.Configuration;
using Lathe.Language.Collections;
using Lathe.Language.TypeSystem;

namespace Lathe.Generator.Pipeline;

/// <summary>The schema files of a client; equal while no text among them changes.</summary>
/// <param name="Client">The client's full name.</param>
/// <param name="Files">The files in their order.</param>
internal sealed record SchemaFiles(string Client, EquatableList<SourceFile> Files)
{
    public static SchemaFiles Pick((ClientPlan Plan, FileTable Files) given, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new SchemaFiles(given.Plan.FullName, EquatableList.Create(given.Plan.SchemaPaths.Select(given.Files.Find).OfType<SourceFile>()));
    }
}

/// <summary>An indexed schema; equal to itself alone, so that what hangs on it is made anew with it.</summary>
internal sealed class LoadedSchema(string client, Schema schema)
{
    public string Client { get; } = client;

    public Schema Schema { get; } = schema;

    public static LoadedSchema Load(SchemaFiles input, CancellationToken cancellationToken) =>
        new(input.Client, Schema.Create([.. input.Files.Select(file => file.Source)], cancellationToken));
}
