using System.Collections.Immutable;
using Lathe.Generator.Configuration;

namespace Lathe.Generator.Pipeline;

/// <summary>The indexes of all clients.</summary>
internal sealed class ProjectIndex(IReadOnlyList<ClientIndex> clients)
{
    public static ProjectIndex None { get; } = new([]);

    public IReadOnlyList<ClientIndex> Clients { get; } = clients;

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
}
