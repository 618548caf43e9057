using System.Collections.Immutable;
using Lathe.Generator.Configuration;
using Lathe.Generator.Diagnostics;
using Lathe.Generator.Pipeline;
using Lathe.Generator.Unused;
using Lathe.Language.Collections;
using Lathe.Language.Configuration;
using Lathe.Language.Errors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Lathe.Generator.Analyzers;

/// <summary>
/// Reports fields, operations and fragments that no C# uses (<c>GQL2050</c> to <c>GQL2052</c>), at the end of builds. It says nothing of what it
/// cannot see: clients that other assemblies may use, values that come to code of libraries.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class UnusedAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        DescriptorTable.Describe(UnusedErrors.Field),
        DescriptorTable.Describe(UnusedErrors.Operation),
        DescriptorTable.Describe(UnusedErrors.Fragment),
        DescriptorTable.Describe(PipelineErrors.InternalFault));

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();

        // To walk Lathe's own code would cost as much as to compile it. Code of other generators is walked separately.
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (ProjectOptions.ReadIsLive(start.Options.AnalyzerConfigOptionsProvider)
                || !start.Options.AdditionalFiles.Any(static file => FileKinds.IsCandidate(file.Path)))
                return;
            var analysis = new Analysis(start.Options);
            start.RegisterOperationBlockAction(analysis.WalkBlocks);
            start.RegisterSymbolAction(analysis.LookAtType, SymbolKind.NamedType);
            start.RegisterCompilationEndAction(analysis.Report);
        });
    }

    private sealed class Analysis
    {
        private readonly AnalyzerOptions _options;
        private readonly UsageNotes _notes = new();
        private readonly TypeContents _contents;

        public Analysis(AnalyzerOptions options) => (_options, _contents) = (options, new TypeContents(_notes));

        public void WalkBlocks(OperationBlockAnalysisContext context)
        {
            var walker = new UsageWalker(_notes, _contents, context.CancellationToken);
            foreach (var block in context.OperationBlocks)
                walker.Walk(block);
        }

        public void LookAtType(SymbolAnalysisContext context) => new TypeExposure(_notes, _contents).LookAt((INamedTypeSymbol)context.Symbol);

        public void Report(CompilationAnalysisContext context)
        {
            var outcome = Guard.Try(context.Compilation, Find, nameof(UnusedAnalyzer), context.CancellationToken);
            var errors = outcome.Value ?? EquatableList.Create([outcome.Fault!]);
            var severities = FileSeverities.Read(errors, _options.AdditionalFiles, _options.AnalyzerConfigOptionsProvider, context.CancellationToken);
            foreach (var diagnostic in ErrorReport.ToDiagnostics(errors, severities))
                context.ReportDiagnostic(diagnostic);
        }

        private EquatableList<ErrorReport> Find(Compilation compilation, CancellationToken cancellationToken)
        {
            var units = LiveFindings.Units(_options.AdditionalFiles, _options.AnalyzerConfigOptionsProvider, cancellationToken);
            ClientUnits[] clients = [.. ClientUnits.Of(units).Where(client => !Visibility.IsSeenByOthers(client.Client, compilation))];
            if (clients.Length == 0)
                return EquatableList.Empty<ErrorReport>();
            SyntaxTree[] trees = [.. compilation.SyntaxTrees.Where(static tree => !GeneratedTypes.IsOurs(tree))];
            new UnwalkedCode(compilation, _notes, _contents, cancellationToken).Walk(trees);
            if (_notes.IsBlind)
                return EquatableList.Empty<ErrorReport>();
            var use = CodeUse.Of(_notes, _contents, new CodeWords(trees, cancellationToken), cancellationToken);
            var found = clients.SelectMany(client => new UnusedParts(client, use, cancellationToken).Find());
            return ErrorReport.Of(found.Where(static error => !Suppressions.Cover(error)));
        }
    }
}
