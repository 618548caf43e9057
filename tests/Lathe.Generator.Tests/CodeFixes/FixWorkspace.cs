using System.Collections.Immutable;
using Lathe.Generator.Pipeline;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Lathe.Generator.Tests.CodeFixes;

/// <summary>A project in a workspace, as an editor has it, with the fixes that it offers.</summary>
internal sealed class FixWorkspace : IDisposable
{
    private readonly AdhocWorkspace _workspace = new();
    private readonly ProjectId _project = ProjectId.CreateNewId();

    public FixWorkspace(params (string Path, string Text)[] files)
    {
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("xunit", StringComparison.OrdinalIgnoreCase))
            .Select(path => MetadataReference.CreateFromFile(path));
        var solution = _workspace.CurrentSolution.AddProject(_project, "Shop", "Shop", LanguageNames.CSharp)
            .WithProjectCompilationOptions(
                _project, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable))
            .AddMetadataReferences(_project, references);
        foreach (var (path, text) in files)
        {
            var id = DocumentId.CreateNewId(_project);
            solution = path.EndsWith(".cs", StringComparison.Ordinal)
                ? solution.AddDocument(id, Path.GetFileName(path), SourceText.From(text), filePath: path)
                : solution.AddAdditionalDocument(id, Path.GetFileName(path), SourceText.From(text), filePath: path);
        }

        Assert.True(_workspace.TryApplyChanges(solution));
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private Project Project => _workspace.CurrentSolution.GetProject(_project)!;

    public void Dispose() => _workspace.Dispose();

    /// <summary>Gets what is wrong with the GraphQL files.</summary>
    public ImmutableArray<Diagnostic> DocumentErrors() => LiveFindings.Of(
        Project.AnalyzerOptions.AdditionalFiles, Project.AnalyzerOptions.AnalyzerConfigOptionsProvider, language: null, Stop);

    /// <summary>Gets what an analyzer says of the C#.</summary>
    public async Task<ImmutableArray<Diagnostic>> ErrorsAsync(DiagnosticAnalyzer analyzer)
    {
        var compilation = await Project.GetCompilationAsync(Stop);
        var errors = compilation!.GetDiagnostics(Stop).Where(static one => one.Severity == DiagnosticSeverity.Error);
        Assert.Empty(errors.Select(static one => one.ToString()));
        return await compilation.WithAnalyzers([analyzer]).GetAnalyzerDiagnosticsAsync(Stop);
    }

    /// <summary>Gets what is offered for a diagnostic.</summary>
    public async Task<List<CodeAction>> OffersAsync(CodeFixProvider provider, Diagnostic diagnostic)
    {
        var offers = new List<CodeAction>();
        if (!provider.FixableDiagnosticIds.Contains(diagnostic.Id))
            return offers;
        var path = diagnostic.Location.GetLineSpan().Path;
        var document = Project.Documents.Concat(Project.AdditionalDocuments).Single(one => one.FilePath == path);
        await provider.RegisterCodeFixesAsync(document is Document code
            ? new CodeFixContext(code, diagnostic, (action, _) => offers.Add(action), Stop)
            : new CodeFixContext(document, diagnostic, (action, _) => offers.Add(action), Stop));
        return offers;
    }

    /// <summary>Does what was offered.</summary>
    public async Task ApplyAsync(CodeAction action)
    {
        foreach (var operation in await action.GetOperationsAsync(Stop))
            operation.Apply(_workspace, Stop);
    }

    public async Task<string> TextAsync(string path)
    {
        var document = Project.Documents.Concat(Project.AdditionalDocuments).Single(one => one.FilePath == path);
        return (await document.GetTextAsync(Stop)).ToString();
    }
}
