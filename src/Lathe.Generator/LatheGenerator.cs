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
        var steps = new GuardedSteps();
        var options = steps.One(context.AnalyzerConfigOptionsProvider, ProjectOptions.Read, ProjectOptions.None, Steps.Options);
        var files = steps.Each(context.AdditionalTextsProvider.Where(FileReader.IsCandidate), FileReader.Read, Steps.Files);
        var table = files.Collect().Select(FileTable.Create);

        var plan = steps.One(table.Select(FileTable.ForPlanning).Combine(options), Planner.Plan, BuildPlan.None, Steps.Plan);
        var clients = plan.SelectMany(static (build, _) => build.Clients);

        var schemaFiles = steps.Each(clients.Combine(table), SchemaFiles.Pick, Steps.SchemaFiles);
        var schemas = steps.Each(schemaFiles, LoadedSchema.Load, Steps.Schema).Collect();

        var index = steps.One(plan.Combine(schemas).Combine(table), ProjectIndex.Create, ProjectIndex.None, Steps.Index);
        var names = steps.Each(index.SelectMany(static (all, _) => all.Clients.Select(client => client.NamesInput)), ClientTypeNames.Create, Steps.Names);
        var units = steps.Many(files.Combine(index.Combine(names.Collect())), ProjectIndex.UnitsOf, Steps.Units);
        var results = steps.Each(units, UnitCompiler.Compile, Steps.Compile);

        var severities = steps.Each(
            context.AdditionalTextsProvider.Where(FileReader.IsCandidate).Combine(context.AnalyzerConfigOptionsProvider), FileSeverities.Read, Steps.Severities);

        Outputs.Sources(context, steps, names, results);
        Outputs.Diagnostics(context, steps, plan, files, index, results, severities.Where(static file => file.Severities.Count > 0).Collect());
    }
}
