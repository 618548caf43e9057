using System.Globalization;
using Lathe.Generator.Diagnostics;
using Lathe.Language.Collections;
using Lathe.Language.Configuration;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Lathe.Generator.Unused;

/// <summary>Makes the notes of a compilation.</summary>
internal static class UsageFactsWriter
{
    private static readonly string[] s_options = ["RootNamespace", "ProjectDir", "FileBasedProgram", "LatheProjectNames"];

    public static UsageFacts Make(
        Compilation compilation, AnalyzerOptions options, UsageNotes notes, CodeInSight sight, CodeWords words, CancellationToken cancellationToken)
    {
        var provider = options.AnalyzerConfigOptionsProvider;
        AdditionalText[] documents = [.. options.AdditionalFiles.Where(static file => FileKinds.IsCandidate(file.Path))];
        return new UsageFacts
        {
            Assembly = compilation.AssemblyName ?? "",
            Framework = Property(provider, "TargetFramework"),
            IsBlind = notes.IsBlind,
            Options = [.. s_options.Select(name => (name, Property(provider, name)))],
            Files = [.. Sources(compilation, cancellationToken), .. Texts(options, cancellationToken)],
            Documents = [.. documents.Select(static file => file.Path)],
            Severities = [.. documents.SelectMany(file => Severities(file, provider))],
            References = [.. sight.Projects().Select(static one => (one.Path, one.Version.ToString()))],
            Relied = [.. sight.Relied],
            Properties = [.. notes.Properties],
            Escaped = [.. notes.OwnEscaped.Select(NameOf)],
            Leads = Leads(notes, sight, cancellationToken),
            Methods = [.. notes.Methods],
            Words = [.. words.All],
            Disabled = [.. words.Disabled],
        };
    }

    // What leads to no result leads nowhere: a large program has many types, and few of them hold one.
    private static IReadOnlyList<(string, string)> Leads(UsageNotes notes, CodeInSight sight, CancellationToken cancellationToken)
    {
        var all = notes.Leads.ToArray();
        var sources = all.ToLookup(static one => one.To, static one => one.From, SymbolEqualityComparer.Default);
        var leading = Closure.Of<ITypeSymbol>(
            all.Select(static one => one.To).Where(one => GeneratedTypes.IsResult(one) || one is ITypeParameterSymbol || IsElsewhere(one, sight)),
            to => sources[to].OfType<ITypeSymbol>(),
            SymbolEqualityComparer.Default,
            cancellationToken);
        return [.. all.Where(one => leading.Contains(one.To)).Select(static one => (NameOf(one.From), NameOf(one.To)))];
    }

    private static bool IsElsewhere(ITypeSymbol type, CodeInSight sight) => type.Locations.All(static one => !one.IsInSource) && sight.Has(type);

    private static string NameOf(ITypeSymbol type) => type is ITypeParameterSymbol parameter
        ? $"{(parameter.DeclaringMethod ?? (ISymbol?)parameter.DeclaringType)?.GetDocumentationCommentId()}#{parameter.Ordinal}"
        : GeneratedTypes.NameOf(type);

    private static string Property(AnalyzerConfigOptionsProvider provider, string name) =>
        provider.GlobalOptions.TryGetValue("build_property." + name, out var value) ? value : "";

    private static IEnumerable<(string, string)> Sources(Compilation compilation, CancellationToken cancellationToken) => compilation.SyntaxTrees
        .Where(static tree => !GeneratedTypes.IsOurs(tree)).Select(tree => Digest(tree.FilePath, tree.GetText(cancellationToken)));

    private static IEnumerable<(string, string)> Texts(AnalyzerOptions options, CancellationToken cancellationToken) =>
        options.AdditionalFiles.Select(file => Digest(file.Path, file.GetText(cancellationToken)));

    private static (string, string) Digest(string path, SourceText? text)
    {
        if (text is null)
            return (path, "none");
        var algorithm = text.ChecksumAlgorithm == SourceHashAlgorithm.Sha1 ? "sha1" : "sha256";
        return (path, $"{algorithm}:{string.Concat(text.GetChecksum().Select(static one => one.ToString("x2", CultureInfo.InvariantCulture)))}");
    }

    private static IEnumerable<(string, string, string)> Severities(AdditionalText file, AnalyzerConfigOptionsProvider provider) =>
        FileSeverities.Of(file, provider).Severities.Select(one => (file.Path, one.Id, one.Severity?.ToString() ?? "None"));
}
