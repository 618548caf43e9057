using System.Collections.Immutable;
using System.Reflection;
using Lathe.Generator;
using Lathe.Generator.Model;
using Lathe.Language.Collections;
using Lathe.Language.Configuration;
using Lathe.Language.Schemas;
using Lathe.Language.Syntax.Parsing;
using Lathe.Language.Text;
using Lathe.Language.TypeSystem;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Lathe.Generator.Tests.Emission;

/// <summary>A client made of texts, its C# and the assembly that it compiles to.</summary>
internal sealed class TestClient
{
    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static path => !Path.GetFileName(path).StartsWith("Lathe.Generator", StringComparison.Ordinal))
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    // CA1014 asks it of every assembly; then the compiler looks at public members too.
    private const string ClsCompliant = "[assembly: System.CLSCompliant(true)]";

    public static ClientConfig Config { get; } = new() { Client = "TestClient", Namespace = "Test.Api" };

    public required BoundClient Model { get; init; }

    public required IReadOnlyList<GeneratedFile> Files { get; init; }

    public static TestClient Generate(string schema, string documents, ClientConfig? config = null) =>
        Generate([schema], [documents], config);

    public static TestClient Generate(IEnumerable<string> schema, IEnumerable<string> documents, ClientConfig? config = null)
    {
        var types = SchemaReader.Read([.. schema.Select(static (text, i) => new SourceText($"schema{i}.graphql", text))]);
        var parsed = documents.Select(static (text, i) => DocumentParser.Parse(new SourceText($"documents{i}.graphql", text))).ToList();
        Assert.Empty(parsed.SelectMany(static document => document.Errors));
        BoundClient model = ClientGenerator.Bind(types, parsed, config ?? Config);
        return new TestClient { Model = model, Files = [.. ClientGenerator.Emit(model)] };
    }

    public string this[string typeName] => Files.Single(file => file.HintName.EndsWith("." + typeName + ".g.cs", StringComparison.Ordinal)).Text;

    /// <summary>Compiles the files with further C#; every warning counts.</summary>
    public CSharpCompilation Compile(params string[] code)
    {
        var options = new CSharpParseOptions(LanguageVersion.CSharp12, DocumentationMode.Diagnose, preprocessorSymbols: ["NET", "NET8_0_OR_GREATER"]);
        IEnumerable<SyntaxTree> trees = Files
            .Select(file => CSharpSyntaxTree.ParseText(file.Text, options, file.HintName))
            .Concat(code.Prepend(ClsCompliant).Select((text, i) => CSharpSyntaxTree.ParseText(text, options, $"Code{i}.cs")));
        return CSharpCompilation.Create("Generated" + Guid.NewGuid().ToString("N"), trees, References, new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, warningLevel: 9999));
    }

    /// <summary>Fails on the first errors and warnings.</summary>
    public CSharpCompilation AssertCompiles(params string[] code)
    {
        CSharpCompilation compilation = Compile(code);
        var faults = compilation.GetDiagnostics().Where(static one => one.Severity >= DiagnosticSeverity.Warning).Take(12).ToList();
        if (faults.Count > 0)
            Assert.Fail(string.Join("\n", faults));
        return compilation;
    }

    /// <summary>Loads the compiled client.</summary>
    public Assembly Load(params string[] code)
    {
        using var stream = new MemoryStream();
        Microsoft.CodeAnalysis.Emit.EmitResult result = Compile(code).Emit(stream);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics.Take(12)));
        return Assembly.Load(stream.ToArray());
    }

    public static ClientConfig WithScalars(params ScalarMapping[] scalars) =>
        Config with { Scalars = EquatableList.Create(scalars) };
}
