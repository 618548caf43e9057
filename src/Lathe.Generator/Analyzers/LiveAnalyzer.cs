using System.Collections.Immutable;
using Lathe.Generator.Configuration;
using Lathe.Generator.Diagnostics;
using Lathe.Generator.Pipeline;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Lathe.Generator.Analyzers;

/// <summary>Reports while one types, in editors whose compilations are marked live: the generator is silent there. Does nothing in builds.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class LiveAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => AllDescriptors.Value;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (!ProjectOptions.ReadIsLive(start.Options.AnalyzerConfigOptionsProvider))
                return;
            var analysis = new Analysis(start.Options, start.Compilation.SyntaxTrees.FirstOrDefault()?.Options);
            start.RegisterAdditionalFileAction(analysis.ReportFile);
            start.RegisterCompilationEndAction(analysis.ReportRest);
        });
    }

    /// <summary>One analysis of all files serves the calls for each.</summary>
    private sealed class Analysis(AnalyzerOptions options, ParseOptions? language)
    {
        private readonly object _gate = new();
        private ILookup<string, Diagnostic>? _byPath;

        public void ReportFile(AdditionalFileAnalysisContext context)
        {
            foreach (var diagnostic in Find(context.CancellationToken)[context.AdditionalFile.Path])
                context.ReportDiagnostic(diagnostic);
        }

        /// <summary>Reports what stands in no file of the build.</summary>
        public void ReportRest(CompilationAnalysisContext context)
        {
            var paths = new HashSet<string>(options.AdditionalFiles.Select(file => file.Path), StringComparer.Ordinal);
            foreach (var diagnostic in Find(context.CancellationToken).Where(file => !paths.Contains(file.Key)).SelectMany(file => file))
                context.ReportDiagnostic(diagnostic);
        }

        private ILookup<string, Diagnostic> Find(CancellationToken cancellationToken)
        {
            lock (_gate)
            {
                return _byPath ??= LiveFindings
                    .Of(options.AdditionalFiles, options.AnalyzerConfigOptionsProvider, language, cancellationToken)
                    .ToLookup(diagnostic => diagnostic.Location.GetLineSpan().Path ?? string.Empty, StringComparer.Ordinal);
            }
        }
    }
}
