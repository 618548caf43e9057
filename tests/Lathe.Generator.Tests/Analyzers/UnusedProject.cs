using Lathe.Generator.Analyzers;
using Lathe.Generator.Tests.Pipeline;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Lathe.Generator.Tests.Analyzers;

/// <summary>A program with a generated client, over which the analyzer of unused parts runs.</summary>
internal static class UnusedProject
{
    /// <summary>Finds what is reported: <c>GQL2050@name</c>, the text being what the place covers.</summary>
    /// <param name="code">The C# of the program.</param>
    /// <param name="files">The GraphQL files.</param>
    /// <param name="isLibrary">Whether other assemblies may use the client.</param>
    /// <param name="usage">What the project says in LatheUsage.</param>
    /// <param name="others">Further trees, each with its path.</param>
    public static Task<string[]> FindAsync(
        string code,
        (string Path, string Text)[] files,
        bool isLibrary = false,
        string usage = "",
        params (string Path, string Text)[] others) => FindAsync(code, files, [], isLibrary, usage, others);

    public static async Task<string[]> FindAsync(
        string code,
        (string Path, string Text)[] files,
        MetadataReference[] references,
        bool isLibrary = false,
        string usage = "",
        params (string Path, string Text)[] others)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var language = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest);
        var project = new GeneratorHarness(files);
        if (usage.Length > 0)
            project.SetProperty("LatheUsage", usage);
        var kind = isLibrary ? OutputKind.DynamicallyLinkedLibrary : OutputKind.ConsoleApplication;
        var trees = others.Prepend(("/p/Program.cs", code))
            .Select(tree => CSharpSyntaxTree.ParseText(tree.Item2, language, tree.Item1, cancellationToken: cancellation));
        var bare = CSharpCompilation.Create(
            "App", trees, [.. GeneratorHarness.References, .. references], new(kind, nullableContextOptions: NullableContextOptions.Enable));
        var driver = CSharpGeneratorDriver.Create(
            [new LatheGenerator().AsSourceGenerator()], project.Files, language, project.Options);
        driver.RunGeneratorsAndUpdateCompilation(bare, out var compilation, out var found, cancellation);
        Assert.Empty(found.Where(one => one.Severity == DiagnosticSeverity.Error).Select(RunOutcome.Show));
        Assert.Empty(compilation.GetDiagnostics(cancellation).Where(one => one.Severity == DiagnosticSeverity.Error).Select(one => one.ToString()));
        var options = new AnalyzerOptions(project.Files, project.Options);
        var diagnostics = await compilation.WithAnalyzers([new UnusedAnalyzer()], options).GetAnalyzerDiagnosticsAsync(cancellation);
        return [.. diagnostics.Select(one => Show(one, files)).Order(StringComparer.Ordinal)];
    }

    /// <summary>Compiles a library, of which the program sees no source.</summary>
    public static MetadataReference Library(string code)
    {
        using var stream = new MemoryStream();
        var compilation = CSharpCompilation.Create(
            "Framework", [CSharpSyntaxTree.ParseText(code)], GeneratorHarness.References, new(OutputKind.DynamicallyLinkedLibrary));
        Assert.True(compilation.Emit(stream).Success);
        return MetadataReference.CreateFromImage(stream.ToArray());
    }

    private static string Show(Diagnostic diagnostic, (string Path, string Text)[] files)
    {
        var path = diagnostic.Location.GetLineSpan().Path;
        var (start, length) = (diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length);
        return $"{diagnostic.Id}@{files.FirstOrDefault(file => file.Path == path).Text?.Substring(start, length) ?? diagnostic.GetMessage()}";
    }
}
