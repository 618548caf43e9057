using System.Collections.Immutable;
using Lathe.Generator.Configuration;

namespace Lathe.Generator.Pipeline;

/// <summary>The indexes of all clients, by client and by document.</summary>
internal sealed class ProjectIndex
{
    private readonly Dictionary<string, List<ClientIndex>> _byDocument = new(StringComparer.Ordinal);

    private ProjectIndex(IReadOnlyList<ClientIndex> clients)
    {
        Clients = clients;
        foreach (var client in clients)
        {
            foreach (var file in client.Documents)
            {
                if (!_byDocument.TryGetValue(file.Path, out var indexes))
                    _byDocument.Add(file.Path, indexes = []);
                indexes.Add(client);
            }
        }
    }

    public static ProjectIndex None { get; } = new([]);

    public IReadOnlyList<ClientIndex> Clients { get; }

    public static ProjectIndex Create(
        ((BuildPlan Plan, ImmutableArray<LoadedSchema> Schemas) Loaded, FileTable Files) given, CancellationToken cancellationToken)
    {
        var ((build, schemas), files) = given;
        var clients = new List<ClientIndex>();
        foreach (var plan in build.Clients)
        {
            var documents = plan.DocumentPaths.Select(files.Find).OfType<SourceFile>().ToArray();
            if (schemas.FirstOrDefault(schema => schema.Client == plan.FullName) is { } loaded)
                clients.Add(new ClientIndex(plan, loaded.Schema, documents, cancellationToken));
        }

        return new ProjectIndex(clients);
    }

    /// <summary>Makes the units of a file for each client that it is a document of.</summary>
    public static IEnumerable<CompilationUnit> UnitsOf(
        (SourceFile File, (ProjectIndex Index, ImmutableArray<ClientTypeNames> Names) Client) given, CancellationToken cancellationToken)
    {
        var (file, (index, names)) = given;
        if (!index._byDocument.TryGetValue(file.Path, out var clients))
            return [];
        return clients.SelectMany(client => names.FirstOrDefault(one => one.Client == client.Plan.FullName) is { } own ? client.UnitsOf(file, own, cancellationToken) : []);
    }

    public bool IsDocument(SourceFile file) => _byDocument.ContainsKey(file.Path);
}
