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
        IncrementalValuesProvider<ClientTypeNames> names,
        IncrementalValuesProvider<UnitResult> results)
    {
        var types = results.Collect().SelectMany(TypeUnit.Of);
        Emit(context, names.Select(static (client, _) => (ClientModel?)client.CreateBinder().Client), static client => [ClientEmitter.Emit(client), RegistrationEmitter.Emit(client)]);
        Emit(context, results.Select(static (result, _) => result.Operation), static operation => [OperationEmitter.Emit(operation)]);
        Emit(context, results.Select(static (result, _) => result.Fragment), static fragment => [FragmentEmitter.Emit(fragment)]);
        Emit(context, types.Select(TypeUnit.BindInput), static input => [InputEmitter.Emit(input)]);
        Emit(context, types.Select(TypeUnit.BindEnum), static type => [EnumEmitter.Emit(type)]);
    }

    public static void Diagnostics(
        IncrementalGeneratorInitializationContext context,
        IncrementalValueProvider<BuildPlan> plan,
        IncrementalValuesProvider<SourceFile> files,
        IncrementalValueProvider<ProjectIndex> index,
        IncrementalValuesProvider<UnitResult> results,
        IncrementalValueProvider<ImmutableArray<FileSeverities>> severities)
    {
        var ofPlan = plan.Select(static (build, _) => build.Errors);
        var ofProject = index.Select(ProjectErrors.Of);
        var ofSchemas = index.Combine(results.Collect()).Select(SchemaErrors.Of);
        var ofFiles = files.Combine(index).Select(FileErrors.Of).Where(IsNotEmpty).Collect();
        var ofUnits = results.Select(static (result, _) => result.Errors).Where(IsNotEmpty).Collect();
        var ofWhole = ofPlan.Combine(ofProject).Combine(ofSchemas)
            .Select(static (parts, _) => Merge([parts.Left.Left, parts.Left.Right, parts.Right]));
        var all = ofWhole.Combine(ofFiles).Combine(ofUnits)
            .Select(static (parts, _) => Merge(new[] { parts.Left.Left }.Concat(parts.Left.Right).Concat(parts.Right)))
            .WithTrackingName(Steps.Diagnostics);
        context.RegisterSourceOutput(all.Combine(severities), Report);
    }

    /// <summary>The gate at the exit: a model equal to the last one writes nothing.</summary>
    private static void Emit<T>(
        IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<T?> models, Func<T, GeneratedFile[]> emit)
        where T : class =>
        context.RegisterSourceOutput(models.Where(static model => model is not null).WithTrackingName(Steps.Models), (production, model) =>
        {
            foreach (var file in emit(model!))
                production.AddSource(file.HintName, SourceText.From(file.Text, Encoding.UTF8));
        });

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
