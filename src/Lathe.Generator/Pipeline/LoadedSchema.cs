using System.Runtime.CompilerServices;
using Lathe.Generator.Configuration;
using Lathe.Language.Collections;
using Lathe.Language.Schemas;
using Lathe.Language.TypeSystem;

namespace Lathe.Generator.Pipeline;

/// <summary>The schema files of a client; equal while no text among them changes.</summary>
/// <param name="Client">The client's full name.</param>
/// <param name="Files">The files in their order.</param>
internal sealed record SchemaFiles(string Client, EquatableList<SourceFile> Files)
{
    /// <summary>Gets the files that the client adds, in their order.</summary>
    public EquatableList<SourceFile> Extensions { get; init; } = EquatableList.Empty<SourceFile>();

    public static SchemaFiles Pick((ClientPlan Plan, FileTable Files) given, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new SchemaFiles(given.Plan.FullName, EquatableList.Create(given.Files.All(given.Plan.Schema)))
        {
            Extensions = EquatableList.Create(given.Files.All(given.Plan.Extensions)),
        };
    }
}

/// <summary>An indexed schema; equal to itself alone, so that what depends on it is made anew with it.</summary>
internal sealed class LoadedSchema(string client, Schema schema)
{
    // The generator and the analyzer, and clients of the same files, share a schema.
    private static readonly ConditionalWeakTable<SourceFile, IndexedFiles> s_known = new();

    public string Client { get; } = client;

    public Schema Schema { get; } = schema;

    public static LoadedSchema Load(SchemaFiles input, CancellationToken cancellationToken)
    {
        var first = input.Files[0];
        if (s_known.TryGetValue(first, out var known) && known.AreOf(input))
            return new LoadedSchema(input.Client, known.Schema);
        var schema = SchemaReader.Read(
            [.. input.Files.Select(file => file.Source)], [.. input.Extensions.Select(file => file.Source)], cancellationToken);
        s_known.Remove(first);
        var added = s_known.GetValue(first, _ => new IndexedFiles(input, schema));
        return new LoadedSchema(input.Client, added.AreOf(input) ? added.Schema : schema);
    }

    private sealed record IndexedFiles(SchemaFiles Input, Schema Schema)
    {
        public bool AreOf(SchemaFiles input) => Input.Files.Equals(input.Files) && Input.Extensions.Equals(input.Extensions);
    }
}
