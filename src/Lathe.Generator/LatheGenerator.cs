using Lathe.Generator.Configuration;
using Lathe.Generator.Diagnostics;
using Lathe.Generator.Pipeline;
using Microsoft.CodeAnalysis;

namespace Lathe.Generator;

/// <summary>Makes typed GraphQL clients of <c>.graphql</c> files and a schema.</summary>
/// <remarks>
/// Everything comes through additional files and options; the compilation is not looked at, so an edit of C# costs nothing.
/// Every step's output is equal by value or kept by reference, so that work stops where nothing changed.
/// </remarks>
[Generator(LanguageNames.CSharp)]
public sealed class LatheGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var options = context.AnalyzerConfigOptionsProvider.Select(ProjectOptions.Read).WithTrackingName(Steps.Options);
        var files = context.AdditionalTextsProvider.Where(FileReader.IsCandidate).Select(FileReader.Read).WithTrackingName(Steps.Files);
        var table = files.Collect().Select(FileTable.Create);

        var plan = table.Select(FileTable.ForPlanning).Combine(options).Select(Planner.Plan).WithTrackingName(Steps.Plan);
        var clients = plan.SelectMany(static (build, _) => build.Clients);

        var schemaFiles = clients.Combine(table).Select(SchemaFiles.Pick).WithTrackingName(Steps.SchemaFiles);
        var schemas = schemaFiles.Select(LoadedSchema.Load).WithTrackingName(Steps.Schema).Collect();

        var index = plan.Combine(schemas).Combine(table).Select(ProjectIndex.Create).WithTrackingName(Steps.Index);
        var names = index.SelectMany(static (all, _) => all.Clients.Select(client => client.NamesInput))
            .Select(ClientTypeNames.Create).WithTrackingName(Steps.Names);
        var units = files.Combine(index.Combine(names.Collect())).SelectMany(ProjectIndex.UnitsOf).WithTrackingName(Steps.Units);
        var results = units.Select(UnitCompiler.Compile).WithTrackingName(Steps.Compile);

        var severities = context.AdditionalTextsProvider.Where(FileReader.IsCandidate).Combine(context.AnalyzerConfigOptionsProvider)
            .Select(FileSeverities.Read).Where(static file => file.Severities.Count > 0).Collect();

        Outputs.Sources(context, names, results);
        Outputs.Diagnostics(context, plan, files, index, results, severities);
    }
}
