using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Lathe.Generator.Pipeline;
using Lathe.Generator.Unused;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Lathe.Tool.Usage;

/// <summary>The clients of a compilation that noted its files, made again from what is on the disk, as its build made them.</summary>
internal static class NotedProject
{
    public static ImmutableArray<ClientUnits> Clients(UsageFacts facts, CancellationToken cancellationToken) => facts.Documents.Count == 0
        ? []
        : ClientUnits.Of(LiveFindings.Units(
            [.. facts.Documents.Select(path => new FileText(path))], new NotedOptions(facts), language: null, cancellationToken));

    private sealed class FileText(string path) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default)
        {
            using var file = File.OpenRead(path);
            return SourceText.From(file);
        }
    }

    private sealed class NotedOptions(UsageFacts facts) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } =
            new Values(facts.Options.ToDictionary(one => "build_property." + one.Key, one => one.Value, StringComparer.Ordinal));

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => Values.None;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => Values.None;
    }

    private sealed class Values(IReadOnlyDictionary<string, string> all) : AnalyzerConfigOptions
    {
        public static Values None { get; } = new(ImmutableDictionary<string, string>.Empty);

        public override IEnumerable<string> Keys => all.Keys;

        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => all.TryGetValue(key, out value);
    }
}
