using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Lathe.Language.Configuration;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Lathe.Generator.Pipeline;

/// <summary>Reads files through the host.</summary>
internal static class FileReader
{
    // Hosts keep the text object of a file that was not edited: the generator and the analyzer then share what is derived from it.
    private static readonly ConditionalWeakTable<SourceText, SourceFile> s_known = new();

    /// <summary>Reads a file; none for one that is of no concern. One that can't be read counts as empty: the host reports it.</summary>
    public static ImmutableArray<SourceFile> Read(AdditionalText file, CancellationToken cancellationToken)
    {
        if (!FileKinds.IsCandidate(file.Path))
            return ImmutableArray<SourceFile>.Empty;
        var outcome = Guard.Try(file, ReadText, Steps.Files, cancellationToken);
        return ImmutableArray.Create(outcome.Value ?? new SourceFile(file.Path, string.Empty, outcome.Fault));
    }

    private static SourceFile ReadText(AdditionalText file, CancellationToken cancellationToken)
    {
        if (file.GetText(cancellationToken) is not { } text)
            return new SourceFile(file.Path, string.Empty);
        if (s_known.TryGetValue(text, out var known) && string.Equals(known.Path, file.Path, StringComparison.Ordinal))
            return known;
        var read = new SourceFile(file.Path, text.ToString());
        return known is null ? s_known.GetValue(text, _ => read) : read;
    }
}
