using Lathe.Generator.Configuration;
using Microsoft.CodeAnalysis;

namespace Lathe.Generator.Pipeline;

internal static class FileReader
{
    public static bool IsCandidate(AdditionalText file) => FileKinds.IsCandidate(file.Path);

    /// <summary>Reads a file through the host. One that can't be read counts as empty: the host reports it.</summary>
    public static SourceFile Read(AdditionalText file, CancellationToken cancellationToken) =>
        new(file.Path, file.GetText(cancellationToken)?.ToString() ?? string.Empty);
}
