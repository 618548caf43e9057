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
        DescriptorTable.Describe(UnusedErrors.Noted),
        DescriptorTable.Describe(PipelineErrors.InternalFault));

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();

        // To walk Lathe's own code would cost as much as to compile it. Code of other generators is walked separately.
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            var provider = start.Options.AnalyzerConfigOptionsProvider;
            var isNoted = Visibility.IsNoted(provider);
            var hasFiles = isNoted || start.Options.AdditionalFiles.Any(static file => FileKinds.IsCandidate(file.Path));
            if (ProjectOptions.ReadIsLive(provider) || !hasFiles)
                return;
            var analysis = new Analysis(start.Options, new CodeInSight(start.Compilation, isNoted));
            start.RegisterOperationBlockAction(analysis.WalkBlocks);
            start.RegisterSymbolAction(analysis.LookAtType, SymbolKind.NamedType);
            start.RegisterCompilationEndAction(analysis.Report);
        });
    }

    private sealed class Analysis
    {
        private readonly AnalyzerOptions _options;
        private readonly UsageNotes _notes = new();
        private readonly CodeInSight _sight;
        private readonly TypeContents _contents;
        private readonly TypeExposure _exposure;

        public Analysis(AnalyzerOptions options, CodeInSight sight)
        {
            (_options, _sight) = (options, sight);
            _contents = new TypeContents(_notes, sight);
            _exposure = new TypeExposure(_notes, _contents);
        }

        public void WalkBlocks(OperationBlockAnalysisContext context)
        {
            var walker = new UsageWalker(_notes, _contents, context.CancellationToken);
            foreach (var block in context.OperationBlocks)
                walker.Walk(block);
        }

        public void LookAtType(SymbolAnalysisContext context) => _exposure.LookAt((INamedTypeSymbol)context.Symbol);

        public void Report(CompilationAnalysisContext context)
        {
            var outcome = Guard.Try(context.Compilation, Find, nameof(UnusedAnalyzer), context.CancellationToken);
            var errors = outcome.Value?.Errors ?? EquatableList.Create([outcome.Fault!]);
            var severities = FileSeverities.Read(errors, _options.AdditionalFiles, _options.AnalyzerConfigOptionsProvider, context.CancellationToken);
            foreach (var diagnostic in ErrorReport.ToDiagnostics(errors, severities))
                context.ReportDiagnostic(diagnostic);
            if (outcome.Value?.Facts is { } facts)
                context.ReportDiagnostic(UsageReport.Of(facts));
        }

        private Answer Find(Compilation compilation, CancellationToken cancellationToken)
        {
            var options = _options.AnalyzerConfigOptionsProvider;
            var isAlone = Visibility.IsAlone(options);
            var language = compilation.SyntaxTrees.FirstOrDefault()?.Options;
            ClientUnits[] clients = [.. ClientUnits.Of(LiveFindings.Units(_options.AdditionalFiles, options, language, cancellationToken))
                .Where(client => isAlone || !Visibility.IsSeenByOthers(client.Client, compilation))];
            if (clients.Length == 0 && !_sight.Joins)
                return new Answer(EquatableList.Empty<ErrorReport>(), null);
            SyntaxTree[] trees = [.. compilation.SyntaxTrees.Where(static tree => !GeneratedTypes.IsOurs(tree))];
            new UnwalkedCode(compilation, _notes, _contents, cancellationToken).Walk(trees);
            var words = new CodeWords(trees, cancellationToken);
            var facts = _sight.Joins ? UsageFactsWriter.Make(compilation, _options, _notes, _sight, words, cancellationToken) : null;
            if (_notes.IsBlind || clients.Length == 0)
                return new Answer(EquatableList.Empty<ErrorReport>(), facts);
            var use = CodeUse.Of(_notes, _contents, words, cancellationToken);
            var found = clients.SelectMany(client => new UnusedParts(client, use, cancellationToken).Find());
            return new Answer(ErrorReport.Of(found.Where(static error => !Suppressions.Cover(error))), facts);
        }

        private sealed record Answer(EquatableList<ErrorReport> Errors, UsageFacts? Facts);
    }
}
