using Lathe.Language.Collections;
using Lathe.Language.Errors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Lathe.Generator.Diagnostics;

/// <summary>
/// The severities that <c>.editorconfig</c> gives advice in a file: <c>lathe_diagnostic.GQL2001.severity = error</c>. The compiler
/// applies <c>dotnet_diagnostic</c> keys to C# files and from global files only, and does not show them to generators.
/// </summary>
/// <param name="Path">The file.</param>
/// <param name="Severities">The ids with their severities; null for none at all.</param>
internal sealed record FileSeverities(string Path, EquatableList<KeySeverity> Severities)
{
    private const string Prefix = "lathe_diagnostic.";
    private const string Suffix = ".severity";

    /// <summary>Reads the severities for the files that have advice; files without keys are left out.</summary>
    public static EquatableList<FileSeverities> Read(
        EquatableList<ErrorReport> errors,
        IReadOnlyList<AdditionalText> files,
        AnalyzerConfigOptionsProvider options,
        CancellationToken cancellationToken)
    {
        var paths = new HashSet<string>(
            errors.Where(error => error.Descriptor.Severity != ErrorSeverity.Error && error.Places.Count > 0).Select(error => error.Places[0].Path),
            new LengthFirst());
        if (paths.Count == 0)
            return EquatableList.Empty<FileSeverities>();
        var found = new List<FileSeverities>();
        foreach (var file in files)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (paths.Count == 0)
                break;
            if (paths.Remove(file.Path) && Of(file, options) is { Severities.Count: > 0 } severities)
                found.Add(severities);
        }

        return EquatableList.Create(found);
    }

    /// <summary>Reads the severities for a file.</summary>
    public static FileSeverities Of(AdditionalText file, AnalyzerConfigOptionsProvider provider)
    {
        var options = provider.GetOptions(file);
        return new FileSeverities(file.Path, EquatableList.Create(options.Keys.Select(key => ReadKey(options, key)).OfType<KeySeverity>()));
    }

    private static KeySeverity? ReadKey(AnalyzerConfigOptions options, string key)
    {
        if (!key.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
            || !key.EndsWith(Suffix, StringComparison.OrdinalIgnoreCase)
            || !options.TryGetValue(key, out var value))
            return null;
        var id = key.Substring(Prefix.Length, Math.Max(0, key.Length - Prefix.Length - Suffix.Length)).ToUpperInvariant();
        return value.Trim().ToLowerInvariant() switch
        {
            "error" => new KeySeverity(id, DiagnosticSeverity.Error),
            "warning" => new KeySeverity(id, DiagnosticSeverity.Warning),
            "suggestion" => new KeySeverity(id, DiagnosticSeverity.Info),
            "none" or "silent" => new KeySeverity(id, null),
            _ => null,
        };
    }

    // Each edit asks for all files, and few have advice. Files with another length are not read.
    private sealed class LengthFirst : IEqualityComparer<string>
    {
        public bool Equals(string? one, string? other) => string.Equals(one, other, StringComparison.Ordinal);

        public int GetHashCode(string path) => path.Length;
    }
}

/// <summary>The severity of an id.</summary>
/// <param name="Id">The id.</param>
/// <param name="Severity">The severity; null for not at all.</param>
internal sealed record KeySeverity(string Id, DiagnosticSeverity? Severity);
