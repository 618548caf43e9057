using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Lathe.Generator.Tests.Analyzers;

/// <summary>Runs an analyzer over statements of a method that has the run time at hand.</summary>
internal static class AnalyzerHarness
{
    private static readonly MetadataReference[] s_references =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("xunit", StringComparison.OrdinalIgnoreCase))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>Returns "id@text" for each diagnostic, the text being what its span covers.</summary>
    /// <param name="package">The name of an assembly that is referenced too.</param>
    public static async Task<string[]> RunAsync(
        DiagnosticAnalyzer analyzer, string members, bool inTestProject = false, string platforms = "Linux,macOS,Windows", string? package = null)
    {
        var tree = CSharpSyntaxTree.ParseText($$"""
            using System;
            using System.Net.Http;
            using System.Net.Http.Headers;
            using Lathe;
            using Microsoft.Extensions.DependencyInjection;
            static class Sample
            {
                {{members}}
            }
            """);
        var references = s_references.ToList();
        if (inTestProject)
            references.Add(MetadataReference.CreateFromFile(typeof(FactAttribute).Assembly.Location));
        if (package is not null)
            references.Add(CSharpCompilation.Create(package, options: new(OutputKind.DynamicallyLinkedLibrary)).ToMetadataReference());
        var compilation = CSharpCompilation.Create("Sample", [tree], references, new(OutputKind.DynamicallyLinkedLibrary));
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        var diagnostics = await compilation.WithAnalyzers(
            [analyzer], new AnalyzerOptions([], new BuildProperties(("_SupportedPlatformList", platforms))))
            .GetAnalyzerDiagnosticsAsync();
        var text = await tree.GetTextAsync();
        return [.. diagnostics.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)
            .Select(diagnostic => $"{diagnostic.Id}@{text.ToString(diagnostic.Location.SourceSpan)}")];
    }
}
