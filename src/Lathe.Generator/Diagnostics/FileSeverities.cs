using Lathe.Language.Collections;
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

    public static FileSeverities Read((AdditionalText File, AnalyzerConfigOptionsProvider Options) given, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var options = given.Options.GetOptions(given.File);
        var severities = options.Keys.Select(key => ReadKey(options, key)).OfType<KeySeverity>();
        return new FileSeverities(given.File.Path, EquatableList.Create(severities));
    }

    private static KeySeverity? ReadKey(AnalyzerConfigOptions options, string key)
    {
        if (!key.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) || !key.EndsWith(Suffix, StringComparison.OrdinalIgnoreCase) || !options.TryGetValue(key, out var value))
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
}

/// <summary>The severity of an id.</summary>
/// <param name="Id">The id.</param>
/// <param name="Severity">The severity; null for not at all.</param>
internal sealed record KeySeverity(string Id, DiagnosticSeverity? Severity);
