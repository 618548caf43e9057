using System.Collections.Immutable;
using Lathe.Generator.Configuration;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Lathe.Generator.Pipeline;

/// <summary>A project's files and what is planned of them: the generator's first steps without its driver, for analyzers.</summary>
internal sealed record PlannedProject(ImmutableArray<SourceFile> Files, FileTable Table, PlanInput Input, BuildPlan Plan)
{
    /// <param name="texts">The files.</param>
    /// <param name="options">The options of the build.</param>
    /// <param name="language">
    /// The language of the compilation, without which its units are others than the generator's; null where no units are compiled.
    /// </param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static PlannedProject Of(
        ImmutableArray<AdditionalText> texts, AnalyzerConfigOptionsProvider options, ParseOptions? language, CancellationToken cancellationToken)
    {
        var files = texts.SelectMany(text => FileReader.Read(text, cancellationToken)).ToImmutableArray();
        var table = FileTable.Create(files, cancellationToken);
        var input = FileTable.ForPlanning(table, cancellationToken);
        var plan = Planner.Plan((input, ProjectOptions.Read((options, language), cancellationToken)), cancellationToken);
        return new PlannedProject(files, table, input, plan);
    }
}
