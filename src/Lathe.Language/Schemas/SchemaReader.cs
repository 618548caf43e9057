using Lathe.Language.Text;
using Lathe.Language.TypeSystem;
using Lathe.Language.TypeSystem.Indexing;
using Lathe.Language.TypeSystem.Validation;

namespace Lathe.Language.Schemas;

/// <summary>Reads schemas.</summary>
internal static class SchemaReader
{
    /// <summary>Indexes a schema, whose definitions are parsed and checked when they are first looked up.</summary>
    /// <param name="sources">SDL texts and introspection results as JSON.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The schema; faults are in <see cref="Schema.Errors"/>.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static Schema Read(IReadOnlyList<SourceText> sources, CancellationToken cancellationToken = default) =>
        Read(sources, [], cancellationToken);

    /// <summary>Indexes a schema with what the client adds to it.</summary>
    /// <param name="sources">SDL texts and introspection results as JSON.</param>
    /// <param name="extensions">What the client adds: texts that the server does not know.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The schema; faults are in <see cref="Schema.Errors"/>.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static Schema Read(IReadOnlyList<SourceText> sources, IReadOnlyList<SourceText> extensions, CancellationToken cancellationToken)
    {
        var indexer = new SchemaIndexer();
        var index = indexer.Index(extensions.Count == 0 ? sources : [.. sources, .. extensions], cancellationToken);
        var definitions = new DefinitionSource(indexer.Names, [.. indexer.Errors, .. TypeFaults.OfIndex(index)], indexer.Parsed);
        return new Schema(index, definitions, TypeFaults.OfType, extensions);
    }
}
