using Lathe.Generator.Configuration;
using Lathe.Generator.Pipeline;
using Lathe.Language.Collections;
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
        var given = context.AnalyzerConfigOptionsProvider.Combine(context.ParseOptionsProvider);
        var options = steps.One(given, ProjectOptions.Read, ProjectOptions.None, Steps.Options);
        // Each use of the property makes a table of its own.
        var texts = context.AdditionalTextsProvider;
        var files = texts.SelectMany(FileReader.Read).WithTrackingName(Steps.Files);
        var table = files.Collect().Select(FileTable.Create);
        steps.Add(table.Select(FileTable.Faults));

        var input = table.Select(FileTable.ForPlanning);
        var plan = steps.One(input.Combine(options), Planner.Plan, BuildPlan.None, Steps.Plan);
        var clients = plan.SelectMany(static (build, _) => build.Clients);

        var schemaFiles = steps.Each(clients.Combine(table), SchemaFiles.Pick, Steps.SchemaFiles);
        var schemas = steps.Each(schemaFiles, LoadedSchema.Load, Steps.Schema).Gather();

        var index = steps.Renew(plan.Combine(schemas).Combine(table), ProjectIndex.Create, ProjectIndex.None, Steps.Index);
        var namesInputs = index.SelectMany(static (all, _) => all.Clients.Select(client => client.NamesInput));
        var names = steps.Each(namesInputs, ClientTypeNames.Create, Steps.Names);
        var allNames = names.Gather();

        var scopes = steps.One(index.Combine(allNames), ClientScope.Create, EquatableList.Empty<ClientScope>(), Steps.Scopes);
        var results = files.Combine(scopes).WithComparer(ReferenceFirst.PairOf<SourceFile, EquatableList<ClientScope>>())
            .SelectMany(ClientScope.Compile).WithComparer(ReferenceFirst.Of<UnitResult>()).WithTrackingName(Steps.Compile);
        var all = results.Gather();

        var uses = steps.Renew(all, TypeUses.Of, TypeUses.None, Steps.TypeUses);
        var types = steps.Many(uses.Combine(allNames), TypeUnit.Of, Steps.Types);
        Outputs.Emit(context, results.SelectMany(static (result, _) => result.Models));
        Outputs.Emit(context, steps.Each(types, TypeUnit.Bind, Steps.Bind).SelectMany(static (model, _) => Outputs.Some(model)));
        Outputs.Emit(context, steps.Each(names, ClientTypeNames.Bind, Steps.Bind).SelectMany(static (model, _) => Outputs.Some(model)));

        var ofDocuments = steps.One(index, Findings.OfDocuments, Outputs.Nothing, Steps.Check);
        var ofUnits = steps.One(index.Combine(all), Findings.OfUnits, Outputs.Nothing, Steps.Check);
        var ofPlan = plan.Select(static (build, _) => build.Errors);
        steps.Add(steps.One(input.Combine(plan).Combine(schemas), Findings.OfScalars, Outputs.Nothing, Steps.Check));
        steps.Add(steps.One(table.Combine(plan), Findings.OfSchemasAlone, Outputs.Nothing, Steps.Check));
        Outputs.Diagnostics(context, texts, options, GuardedSteps.Join([ofPlan, ofDocuments, ofUnits, steps.Faults()]));
    }
}
