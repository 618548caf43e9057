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
    public static EquatableList<ErrorReport> Nothing => EquatableList.Empty<ErrorReport>();

    public static ImmutableArray<IUnitModel> Some(IUnitModel? model) =>
        model is null ? ImmutableArray<IUnitModel>.Empty : ImmutableArray.Create(model);

    /// <summary>The gate at the exit: a model equal to the last one writes nothing.</summary>
    public static void Emit(IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<IUnitModel> models)
    {
        var compared = models.WithComparer(ReferenceFirst.Of<IUnitModel>()).WithTrackingName(Steps.Models);
        context.RegisterSourceOutput(compared, static (production, model) =>
            GuardedSteps.Produce(production, Steps.Emit, () =>
            {
                foreach (var file in Emit(model))
                    production.AddSource(file.HintName, SourceText.From(file.Text, Encoding.UTF8));
            }));
    }

    /// <summary>Reports all findings, unless the analyzer does.</summary>
    public static void Diagnostics(
        IncrementalGeneratorInitializationContext context,
        IncrementalValuesProvider<AdditionalText> texts,
        IncrementalValueProvider<ProjectOptions> options,
        IncrementalValueProvider<EquatableList<ErrorReport>> found)
    {
        var all = found.Combine(options)
            .Select(static (given, _) => given.Right.IsLive ? Nothing : Findings.Merge([given.Left])).WithTrackingName(Steps.Diagnostics);
        var severities = all.Combine(texts.Gather()).Combine(context.AnalyzerConfigOptionsProvider)
            .Select(static (given, cancellationToken) => FileSeverities.Read(given.Left.Left, given.Left.Right, given.Right, cancellationToken))
            .WithTrackingName(Steps.Severities);
        context.RegisterSourceOutput(all.Combine(severities), static (production, given) => GuardedSteps.Produce(production, Steps.Diagnostics, () =>
        {
            foreach (var diagnostic in ErrorReport.ToDiagnostics(given.Left, given.Right))
                production.ReportDiagnostic(diagnostic);
        }));
    }

    private static GeneratedFile[] Emit(IUnitModel model) => model switch
    {
        ClientModel client => [ClientEmitter.Emit(client), RegistrationEmitter.Emit(client)],
        OperationModel operation => [OperationEmitter.Emit(operation)],
        FragmentModel fragment => [FragmentEmitter.Emit(fragment)],
        InputModel input => [InputEmitter.Emit(input)],
        EnumModel type => [EnumEmitter.Emit(type)],
        ScalarConverterModel scalar => [ScalarConverterEmitter.Emit(scalar)],
        _ => throw new InvalidOperationException($"No emitter writes {model.GetType().Name}."),
    };
}
