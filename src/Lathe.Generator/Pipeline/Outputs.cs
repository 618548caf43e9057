using System.Collections.Immutable;
using System.Text;
using Lathe.Generator.Configuration;
using Lathe.Generator.Diagnostics;
using Lathe.Generator.Emission;
using Lathe.Generator.Model;
using Lathe.Language.Collections;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Lathe.Generator.Pipeline;

/// <summary>The ends of the pipeline: source files, and, apart from them, diagnostics.</summary>
internal static class Outputs
{
    public static void Sources(
        IncrementalGeneratorInitializationContext context,
        GuardedSteps steps,
        IncrementalValuesProvider<ClientTypeNames> names,
        IncrementalValuesProvider<UnitResult> results)
    {
        var types = steps.Many(results.Collect(), TypeUnit.Of, Steps.Types);
        Emit(context, steps.Each(names, static (client, _) => (ClientModel?)client.CreateBinder().Client, Steps.Bind), static client => [ClientEmitter.Emit(client), RegistrationEmitter.Emit(client)]);
        Emit(context, results.Select(static (result, _) => result.Operation), static operation => [OperationEmitter.Emit(operation)]);
        Emit(context, results.Select(static (result, _) => result.Fragment), static fragment => [FragmentEmitter.Emit(fragment)]);
        Emit(context, steps.Each(types, TypeUnit.BindInput, Steps.Bind), static input => [InputEmitter.Emit(input)]);
        Emit(context, steps.Each(types, TypeUnit.BindEnum, Steps.Bind), static type => [EnumEmitter.Emit(type)]);
    }

    public static void Diagnostics(
        IncrementalGeneratorInitializationContext context,
        GuardedSteps steps,
        IncrementalValueProvider<BuildPlan> plan,
        IncrementalValuesProvider<SourceFile> files,
        IncrementalValueProvider<ProjectIndex> index,
        IncrementalValuesProvider<UnitResult> results,
        IncrementalValueProvider<ImmutableArray<FileSeverities>> severities)
    {
        var ofPlan = plan.Select(static (build, _) => build.Errors);
        var ofProject = steps.One(index, ProjectErrors.Of, EquatableList.Empty<ErrorReport>(), Steps.Check);
        var ofSchemas = steps.One(index.Combine(results.Collect()), SchemaErrors.Of, EquatableList.Empty<ErrorReport>(), Steps.Check);
        var ofFiles = steps.Each(files.Combine(index), FileErrors.Of, Steps.Check).Where(IsNotEmpty).Collect();
        var ofUnits = results.Select(static (result, _) => result.Errors).Where(IsNotEmpty).Collect();
        var ofWhole = ofPlan.Combine(ofProject).Combine(ofSchemas).Combine(steps.Faults())
            .Select(static (parts, _) => Merge([parts.Left.Left.Left, parts.Left.Left.Right, parts.Left.Right, parts.Right]));
        var all = ofWhole.Combine(ofFiles).Combine(ofUnits)
            .Select(static (parts, _) => Merge(new[] { parts.Left.Left }.Concat(parts.Left.Right).Concat(parts.Right)))
            .WithTrackingName(Steps.Diagnostics);
        context.RegisterSourceOutput(
            all.Combine(severities), static (production, given) => GuardedSteps.Produce(production, Steps.Diagnostics, () => Report(production, given)));
    }

    /// <summary>The gate at the exit: a model equal to the last one writes nothing.</summary>
    private static void Emit<T>(
        IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<T?> models, Func<T, GeneratedFile[]> emit)
        where T : class =>
        context.RegisterSourceOutput(models.Where(static model => model is not null).WithTrackingName(Steps.Models), (production, model) =>
            GuardedSteps.Produce(production, Steps.Emit, () =>
            {
                foreach (var file in emit(model!))
                    production.AddSource(file.HintName, SourceText.From(file.Text, Encoding.UTF8));
            }));

    private static bool IsNotEmpty(EquatableList<ErrorReport> errors) => errors.Count > 0;

    /// <summary>A fragment is checked with each operation that reaches it, but reported once; the order is that of paths and places.</summary>
    private static EquatableList<ErrorReport> Merge(IEnumerable<EquatableList<ErrorReport>> parts) => EquatableList.Create(
        parts.SelectMany(part => part).Distinct()
            .OrderBy(error => error.Places.Count == 0 ? string.Empty : error.Places[0].Path, StringComparer.Ordinal)
            .ThenBy(error => error.Places.Count == 0 ? 0 : error.Places[0].Span.Start));

    private static void Report(
        SourceProductionContext context, (EquatableList<ErrorReport> Errors, ImmutableArray<FileSeverities> Severities) given)
    {
        var severities = given.Severities.GroupBy(file => file.Path, StringComparer.Ordinal)
            .ToDictionary(files => files.Key, files => files.First(), StringComparer.Ordinal);
        foreach (var diagnostic in given.Errors.Select(error => error.ToDiagnostic(severities)).OfType<Diagnostic>())
            context.ReportDiagnostic(diagnostic);
    }
}
