using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Lathe.Generator;
using Lathe.Generator.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace Lathe.Tool.Tests.Usage;

/// <summary>
/// A solution on the disk whose projects are compiled in the test's process, with what a build leaves of each: no MSBuild, so it is quick.
/// </summary>
internal sealed class NotedSolution(ToolRun run)
{
    private static readonly ImmutableArray<MetadataReference> s_references =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is var name && (name.StartsWith("System.", StringComparison.Ordinal)
                || name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal) || name is "netstandard.dll" or "Lathe.dll"))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private readonly Dictionary<string, string[]> _projects = new(StringComparer.Ordinal);

    /// <summary>Adds a project.</summary>
    /// <param name="name">The name of its folder, file and assembly.</param>
    /// <param name="code">Its C#.</param>
    /// <param name="references">The projects that it refers to; none for one that does not know Lathe.</param>
    public void Add(string name, string code, params string[] references)
    {
        _projects.Add(name, references);
        run.Write($"{name}/{name}.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\" />");
        run.Write($"{name}/Code.cs", code);
        var library = references.Length > 0 ? "\"Lathe/1.0.0\": {}" : "";
        run.Write($"{name}/obj/project.assets.json", $$$"""{ "libraries": { {{{library}}} }, "project": { "frameworks": { "net10.0": {} } } }""");
    }

    /// <summary>Writes the solution and compiles all that was added, in order.</summary>
    public async Task BuildAsync()
    {
        run.Write("Shop.slnx", $"<Solution>{string.Concat(_projects.Keys.Select(name => $"<Project Path=\"{name}/{name}.csproj\" />"))}</Solution>");
        foreach (var name in _projects.Keys.Where(name => _projects[name].Length > 0))
            await BuildAsync(name);
    }

    /// <summary>Compiles a project and leaves its reference assembly and its log.</summary>
    public async Task BuildAsync(string name)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var folder = Path.Combine(run.Folder, name);
        ImmutableArray<AdditionalText> texts = [.. Directory.GetFiles(folder).Where(path => path.EndsWith("graphql", StringComparison.Ordinal)
            || path.EndsWith(".graphqlrc.json", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(path => new FileText(path))];
        var settings = new Settings(folder);
        var language = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest);
        var trees = Directory.GetFiles(folder, "*.cs").Select(path => CSharpSyntaxTree.ParseText(Read(path), language, path));
        var others = _projects[name].Where(_projects.ContainsKey).Select(Assembly).Select(path => MetadataReference.CreateFromFile(path));
        var bare = CSharpCompilation.Create(
            name,
            trees,
            [.. s_references, .. others],
            new(OutputKind.DynamicallyLinkedLibrary, deterministic: true, nullableContextOptions: NullableContextOptions.Enable));
        CSharpGeneratorDriver.Create([new LatheGenerator().AsSourceGenerator()], texts, language, settings)
            .RunGeneratorsAndUpdateCompilation(bare, out var compilation, out _, cancellation);
        Directory.CreateDirectory(Path.GetDirectoryName(Assembly(name))!);
        await using (var file = File.Create(Assembly(name)))
        {
            var options = new EmitOptions(metadataOnly: true, includePrivateMembers: false);
            var emitted = compilation.Emit(file, options: options, cancellationToken: cancellation);
            Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics));
        }

        var found = await compilation.WithAnalyzers([new UnusedAnalyzer()], new AnalyzerOptions(texts, settings))
            .GetAnalyzerDiagnosticsAsync(cancellation);
        run.Write($"{name}/obj/net10.0/lathe.usage.sarif", Log(found));
    }

    private string Assembly(string name) => Path.Combine(run.Folder, name, "obj", "net10.0", "ref", name + ".dll");

    // As the compiler writes it.
    private static string Log(IEnumerable<Diagnostic> found) => JsonSerializer.Serialize(new
    {
        runs = new[] { new { results = found.Select(one => new { ruleId = one.Id, properties = new { customProperties = one.Properties } }) } },
    });

    private static SourceText Read(string path)
    {
        using var file = File.OpenRead(path);
        return SourceText.From(file, checksumAlgorithm: SourceHashAlgorithm.Sha256);
    }

    private sealed class FileText(string path) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => Read(path);
    }

    private sealed class Settings(string folder) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(folder);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;
    }

    private sealed class Values(string folder) : AnalyzerConfigOptions
    {
        public override IEnumerable<string> Keys => [];

        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
        {
            value = key switch
            {
                "build_property.LatheUsage" => "log",
                "build_property.TargetFramework" => "net10.0",
                "build_property.ProjectDir" => folder + Path.DirectorySeparatorChar,
                _ => null,
            };
            return value is not null;
        }
    }
}
