using Lathe.Generator.Configuration;

namespace Lathe.Generator.Pipeline;

/// <summary>The indexes of all clients.</summary>
internal sealed class ProjectIndex(IReadOnlyList<ClientIndex> clients, IReadOnlyCollection<SourceFile> repeated)
{
    public static ProjectIndex None { get; } = new([], []);

    public IReadOnlyList<ClientIndex> Clients { get; } = clients;

    /// <summary>Gets the files whose path another one has that comes before them.</summary>
    public IReadOnlyCollection<SourceFile> Repeated { get; } = repeated;

    /// <summary>Makes the indexes, each of the last one where that serves.</summary>
    public static ProjectIndex Create(
        ((BuildPlan Plan, IReadOnlyList<LoadedSchema> Schemas) Loaded, FileTable Files) given,
        ProjectIndex last, CancellationToken cancellationToken)
    {
        var ((build, schemas), files) = given;
        var clients = new List<ClientIndex>();
        foreach (var plan in build.Clients)
        {
            if (schemas.FirstOrDefault(schema => schema.Client == plan.FullName) is not { } loaded)
                continue;
            var documents = files.All(plan.Documents);
            var known = last.Clients.FirstOrDefault(client => ReferenceEquals(client.Plan, plan));
            clients.Add(known?.Update(plan, loaded.Schema, documents, cancellationToken)
                ?? new ClientIndex(plan, loaded.Schema, documents, cancellationToken));
        }

        return new ProjectIndex(clients, files.All(build.Repeated));
    }
}
