using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SourceText = Microsoft.CodeAnalysis.Text.SourceText;

namespace Lathe.Benchmarks.Build;

/// <summary>
/// What a warm compiler pays for emitted code, in one thread: what it allocates hardly differs from run to run, so that it tells small changes apart
/// on a busy machine. Each folder is one that <c>Compare/compile-cost.sh</c> keeps: <c>code</c>, and <c>references</c>.
/// </summary>
internal static class CompilerContest
{
    private const double MegaByte = 1_000_000;

    public static void Run(bool isShort, IEnumerable<string> folders)
    {
        var sets = folders.Select(static folder => new EmittedCode(folder)).ToList();
        for (var round = 0; round < (isShort ? 2 : 5); round++)
            sets.ForEach(static set => set.Compile());
        Console.WriteLine("| code | processor time | allocated | C# | assembly |");
        Console.WriteLine("| --- | ---: | ---: | ---: | ---: |");
        sets.ForEach(static set => Console.WriteLine(set));
    }

    private sealed class EmittedCode(string folder)
    {
        private readonly List<MetadataReference> _references =
            [.. Directory.GetFiles(Path.Combine(folder, "references"), "*.dll").Select(static file => MetadataReference.CreateFromFile(file))];

        private readonly List<(string Path, SourceText Text)> _files =
        [
            .. Directory.GetFiles(Path.Combine(folder, "code"), "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
                .Select(static file => (file, SourceText.From(File.ReadAllText(file), Encoding.UTF8))),
        ];

        private TimeSpan _time = TimeSpan.MaxValue;
        private long _allocated = long.MaxValue;
        private long _assembly;

        public void Compile()
        {
            GC.Collect();
            var (time, allocated) = (Time(), GC.GetTotalAllocatedBytes(precise: true));
            var options = new CSharpParseOptions(LanguageVersion.Latest, DocumentationMode.None);
            var trees = _files.Select(file => CSharpSyntaxTree.ParseText(file.Text, options, file.Path));
            var compilation = CSharpCompilation.Create("Client", trees, _references, new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                optimizationLevel: OptimizationLevel.Release,
                nullableContextOptions: NullableContextOptions.Enable,
                concurrentBuild: false, deterministic: true));
            using var image = new MemoryStream();
            var result = compilation.Emit(image);
            if (!result.Success)
                throw new InvalidOperationException($"{folder} does not compile: {string.Join('\n', result.Diagnostics.Take(3))}");
            _time = Min(_time, Time() - time);
            _allocated = Math.Min(_allocated, GC.GetTotalAllocatedBytes(precise: true) - allocated);
            _assembly = image.Length;
        }

        public override string ToString()
        {
            var code = _files.Sum(static file => Encoding.UTF8.GetByteCount(file.Text.ToString()));
            return string.Create(CultureInfo.InvariantCulture,
                $"| {folder} | {_time.TotalSeconds:0.00} s | {_allocated / MegaByte:0} MB | {code / MegaByte:0.00} MB "
                    + $"| {_assembly / MegaByte:0.00} MB |");
        }

        private static TimeSpan Time() => Process.GetCurrentProcess().TotalProcessorTime;

        private static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;
    }
}
