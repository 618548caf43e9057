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

    /// <summary>Makes the units of a file for each client that it is a document of; a fault stands for all of them.</summary>
    public static ImmutableArray<Outcome<CompilationUnit>> UnitsOf(
        (SourceFile File, (ProjectIndex Index, ImmutableArray<ClientTypeNames> Names) Client) given, CancellationToken cancellationToken)
    {
        var outcome = Guard.Try(given, FindUnits, Steps.Units, cancellationToken);
        return outcome.Fault is null ? outcome.Value : ImmutableArray.Create(new Outcome<CompilationUnit>(null, outcome.Fault));
    }

    private static ImmutableArray<Outcome<CompilationUnit>> FindUnits(
        (SourceFile File, (ProjectIndex Index, ImmutableArray<ClientTypeNames> Names) Client) given, CancellationToken cancellationToken)
    {
        var (file, (index, names)) = given;
        ImmutableArray<Outcome<CompilationUnit>>.Builder? units = null;
        foreach (var client in index.Clients)
        {
            // A file of no client, such as a schema, is not parsed as a document.
            if (!client.Contains(file))
                continue;
            var definitions = file.GetDefinitions(cancellationToken);
            units ??= ImmutableArray.CreateBuilder<Outcome<CompilationUnit>>(definitions.Executable.Count);
            foreach (var own in names)
            {
                if (own.Client == client.Plan.FullName)
                    client.AddUnits(definitions, own, units);
            }
        }

        if (units is null)
            return ImmutableArray<Outcome<CompilationUnit>>.Empty;
        return units.Count == units.Capacity ? units.MoveToImmutable() : units.ToImmutable();
    }
}
