using Lathe.Generator.Configuration;
using Lathe.Generator.Diagnostics;
using Lathe.Language.Advice;
using Lathe.Language.Collections;
using Lathe.Language.Configuration;
using Lathe.Language.Errors;
using Lathe.Language.Schemas;

namespace Lathe.Generator.Pipeline;

/// <summary>Gathers what is wrong: with documents and names between them, with schemas, with units.</summary>
internal static class Findings
{
    /// <summary>Gets what is wrong with documents by themselves and between them.</summary>
    public static EquatableList<ErrorReport> OfDocuments(ProjectIndex index, CancellationToken cancellationToken)
    {
        var found = new List<ErrorReport>(ProjectErrors.Of(index, cancellationToken));
        foreach (var client in index.Clients)
        {
            foreach (var file in client.Documents)
            {
                var errors = file.GetErrors(client.Plan.Config, cancellationToken);
                if (errors.Count > 0)
                    found.AddRange(errors);
            }
        }

        return ToList(found);
    }

    /// <summary>Gets what is wrong with units, and with the types of the schemas that they looked up, hence after all units.</summary>
    public static EquatableList<ErrorReport> OfUnits(
        (ProjectIndex Index, IReadOnlyList<UnitResult> Results) given, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var faults = given.Index.Clients.SelectMany(client => client.Schema.Errors).Where(error => !Suppressions.Cover(error));
        var found = new List<ErrorReport>(ErrorReport.Of(faults));
        foreach (var result in given.Results)
        {
            if (result.Errors.Count > 0)
                found.AddRange(result.Errors);
        }

        found.AddRange(given.Results.Where(result => result.UnmappedScalars.Count > 0)
            .GroupBy(result => result.Unit!.Names.Client, StringComparer.Ordinal)
            .Select(client => ErrorReport.Of(UnmappedScalarAdvice.Of(client.SelectMany(result => result.UnmappedScalars)))));
        return ToList(found);
    }

    /// <summary>Gets what only the schema shows to be wrong with a configuration. Apart from the plan, which holds no places.</summary>
    public static EquatableList<ErrorReport> OfScalars(
        ((PlanInput Input, BuildPlan Plan) Planned, IReadOnlyList<LoadedSchema> Schemas) given, CancellationToken cancellationToken)
    {
        var ((input, plan), schemas) = given;
        if (plan.Clients.All(client => client.Config.Scalars.Count == 0))
            return Outputs.Nothing;
        var errors = Planner.ProjectsOf(input, plan, cancellationToken).SelectMany(one => schemas
            .Where(schema => schema.Client == one.Client.FullName).SelectMany(schema => ConfiguredScalars.Check(one.Project, schema.Schema)));
        return ErrorReport.Of(errors);
    }

    /// <summary>Gets the operations that stand in the schema of a build without documents, which no client is made of.</summary>
    public static EquatableList<ErrorReport> OfSchemasAlone((FileTable Files, BuildPlan Plan) given, CancellationToken cancellationToken)
    {
        if (given.Plan.Clients.Count > 0 || given.Plan.Errors.Count > 0)
            return Outputs.Nothing;
        var errors = given.Files.OfKind(FileKind.TypeSystem)
            .Select(file => LoadedSchema.Load(new SchemaFiles(string.Empty, EquatableList.Create([file])), cancellationToken))
            .SelectMany(loaded => loaded.Schema.Errors);
        return ErrorReport.Of(errors.Where(error => error.Descriptor == ExecutableInSchema.Descriptor));
    }

    /// <summary>What is merged in several operations is told once; the order is that of paths and places.</summary>
    public static EquatableList<ErrorReport> Merge(IEnumerable<EquatableList<ErrorReport>> parts) => ToList(
        [.. parts.Where(part => part.Count > 0).SelectMany(part => part).Distinct()
            .OrderBy(error => error.Places.Count == 0 ? string.Empty : error.Places[0].Path, StringComparer.Ordinal)
            .ThenBy(error => error.Places.Count == 0 ? 0 : error.Places[0].Span.Start)]);

    private static EquatableList<ErrorReport> ToList(List<ErrorReport> found) =>
        found.Count == 0 ? EquatableList.Empty<ErrorReport>() : EquatableList.Create(found);
}
