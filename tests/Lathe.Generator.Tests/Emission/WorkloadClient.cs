using System.Collections.Concurrent;
using System.Reflection;
using Lathe.Generator.Tests.RoundTrip;
using Lathe.TestSupport;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Lathe.Generator.Tests.Emission;

/// <summary>The client of one of the real-world inputs, compiled once for all tests: nothing takes as long.</summary>
internal sealed class WorkloadClient
{
    private const string ReadersName = "Lathe.WorkloadReaders";

    private static readonly ConcurrentDictionary<string, Lazy<WorkloadClient>> s_clients = new(StringComparer.Ordinal);

    private readonly Lazy<Assembly> _readers;

    private WorkloadClient(string folder)
    {
        Name = Path.GetFileName(folder);
        Schema = File.ReadAllText(Path.Combine(folder, "schema.graphql"));
        Client = TestClient.Generate([Schema], Texts(Path.Combine(folder, "operations")));
        var compilation = Client.Compile($"[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"{ReadersName}\")]");
        var image = Emit(compilation);
        BytesOfAssembly = image.Length;
        Assembly = Assembly.Load(image);
        _readers = new(() => CompileReaders(compilation, image));
    }

    /// <summary>Gets the name of the folder.</summary>
    public string Name { get; }

    /// <summary>Gets the text of the schema.</summary>
    public string Schema { get; }

    public TestClient Client { get; }

    /// <summary>Gets the compiled client; it had no warning.</summary>
    public Assembly Assembly { get; }

    public int BytesOfAssembly { get; }

    /// <summary>Gets the assembly with what <see cref="Probe.WriteReaders"/> gives for the client.</summary>
    public Assembly Readers => _readers.Value;

    /// <summary>Gets the client of a folder in the reference data, or skips the test.</summary>
    public static WorkloadClient Require(string folder) => Of(SharedFolder.Require(folder));

    /// <summary>Gets the client of a folder that is there.</summary>
    public static WorkloadClient Of(string folder) =>
        s_clients.GetOrAdd(folder, static one => new Lazy<WorkloadClient>(() => new WorkloadClient(one))).Value;

    /// <summary>Gets the cases that were made to be hard, or skips the test.</summary>
    public static IReadOnlyList<string> RequireHardCases() =>
        [.. Directory.GetDirectories(SharedFolder.Require("workloads/strawberryshake/cases")).Order(StringComparer.Ordinal)];

    /// <summary>Gets the texts of a folder's operations in ordinal order of the files' names.</summary>
    public static IEnumerable<string> Texts(string folder) =>
        Directory.GetFiles(folder, "*.graphql").Order(StringComparer.Ordinal).Select(File.ReadAllText);

    private Assembly CompileReaders(CSharpCompilation compilation, byte[] image)
    {
        var options = ((CSharpParseOptions)compilation.SyntaxTrees[0].Options).WithDocumentationMode(DocumentationMode.Parse);
        var readers = CSharpCompilation.Create(
            ReadersName,
            [CSharpSyntaxTree.ParseText(Probe.WriteReaders(Client), options)],
            [.. compilation.References, MetadataReference.CreateFromImage(image)],
            compilation.Options);
        AppDomain.CurrentDomain.AssemblyResolve += (_, wanted) => wanted.Name == Assembly.FullName ? Assembly : null;
        return Assembly.Load(Emit(readers));
    }

    private static byte[] Emit(CSharpCompilation compilation)
    {
        using var image = new MemoryStream();
        var faults = compilation.Emit(image, xmlDocumentationStream: Stream.Null).Diagnostics
            .Where(static one => one.Severity >= DiagnosticSeverity.Warning).Take(12).ToList();
        if (faults.Count > 0)
            Assert.Fail(string.Join("\n", faults));
        return image.ToArray();
    }
}
