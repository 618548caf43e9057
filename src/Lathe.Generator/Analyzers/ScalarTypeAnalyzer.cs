using System.Collections.Immutable;
using Lathe.Generator.Binding;
using Lathe.Generator.Configuration;
using Lathe.Generator.Diagnostics;
using Lathe.Generator.Pipeline;
using Lathe.Language.Collections;
using Lathe.Language.Configuration;
using Lathe.Language.Errors;
using Lathe.Language.TypeSystem;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Lathe.Generator.Analyzers;

/// <summary>
/// Reports configured types and converters of scalars that generated code cannot use (<c>GQL0017</c>), in builds and editors alike:
/// the generator does not look at C#, so it never reports them.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class ScalarTypeAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics =>
        ImmutableArray.Create(DescriptorTable.Describe(ScalarTypeErrors.UnusableScalarType), DescriptorTable.Describe(PipelineErrors.InternalFault));

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            // Most projects map no scalar to their own type. For them this reads one small file.
            if (!start.Options.AdditionalFiles.Any(file => MapsToOwnTypes(file, start.CancellationToken)))
                return;
            var compilation = start.Compilation;
            start.RegisterAdditionalFileAction(file => ReportFile(file, compilation));
        });
    }

    private static bool MapsToOwnTypes(AdditionalText file, CancellationToken cancellationToken) =>
        FileKinds.IsConfiguration(file.Path)
        && ConfigurationReader.Read(
            FileReader.Read(file, cancellationToken)[0].Source, cancellationToken).Projects.Any(static project => MapsToOwnTypes(project.Config));

    private static bool MapsToOwnTypes(ClientConfig config) =>
        config.Scalars.Any(static mapping => mapping.Converter is not null || ScalarTypes.FindKind(mapping.Type) is null);

    private static void ReportFile(AdditionalFileAnalysisContext context, Compilation compilation)
    {
        var file = context.AdditionalFile;
        // A project may list a file twice.
        if (!FileKinds.IsConfiguration(file.Path) || context.Options.AdditionalFiles.First(other => other.Path == file.Path) != file)
            return;
        var outcome = Guard.Try((compilation, context.Options), Find, nameof(ScalarTypeAnalyzer), context.CancellationToken);
        var errors = outcome.Value ?? EquatableList.Create([outcome.Fault!]);
        foreach (var diagnostic in ErrorReport.ToDiagnostics(errors, EquatableList.Empty<FileSeverities>()))
        {
            if (diagnostic.Location == Location.None || diagnostic.Location.GetLineSpan().Path == file.Path)
                context.ReportDiagnostic(diagnostic);
        }
    }

    private static EquatableList<ErrorReport> Find((Compilation Compilation, AnalyzerOptions Options) given, CancellationToken cancellationToken)
    {
        var (compilation, options) = given;
        var (_, table, input, plan) = PlannedProject.Of(
            options.AdditionalFiles, options.AnalyzerConfigOptionsProvider, language: null, cancellationToken);
        var errors = new List<LanguageError>();
        foreach (var (client, project) in Planner.ProjectsOf(input, plan, cancellationToken).Where(static one => MapsToOwnTypes(one.Client.Config)))
        {
            if (ScalarTypeCheck.Create(compilation, client) is not { } check)
                continue;
            var schema = LoadedSchema.Load(SchemaFiles.Pick((client, table), cancellationToken), cancellationToken).Schema;
            // Several schemas may share a list. Code is made only for scalars of the client's own schema.
            errors.AddRange(client.Config.Scalars.Where(mapping => schema.FindType(mapping.Scalar) is ScalarType)
                .Select(mapping => check.Check(mapping, project.ScalarLocations[mapping.Scalar])).OfType<LanguageError>());
        }

        return ErrorReport.Of(errors);
    }
}
