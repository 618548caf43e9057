using System.Collections.Concurrent;
using Lathe.Generator.Unused;
using Lathe.Language.Errors;
using Microsoft.CodeAnalysis;

namespace Lathe.Generator.Diagnostics;

/// <summary>The compiler's descriptor of each rule.</summary>
internal static class DescriptorTable
{
    private static readonly ConcurrentDictionary<ErrorDescriptor, DiagnosticDescriptor> s_descriptors = new();

    public static DiagnosticDescriptor Describe(ErrorDescriptor error) => s_descriptors.GetOrAdd(error, Make);

    private static DiagnosticDescriptor Make(ErrorDescriptor error)
    {
        // No code is made of a faulty operation, whatever severity one gives the error. Not configurable, it also makes the compiler
        // stop before it reports each use of the missing code, so that the build shows the cause alone.
        // Notes are no advice: a project that sets all rules to one severity would lose them, or fail for them.
        string[] tags = error.Severity == ErrorSeverity.Error || error == UnusedErrors.Noted ? [WellKnownDiagnosticTags.NotConfigurable] : [];
        return new DiagnosticDescriptor(
            error.Id,
            error.Title,
            "{0}",
            Category(error.Id),
            Severity(error.Severity),
            isEnabledByDefault: true,
            helpLinkUri: HelpLinks.For(error.Id),
            customTags: tags);
    }

    private static string Category(string id) => id[3] switch
    {
        '0' => "GraphQL.Configuration",
        '1' => "GraphQL.Validation",
        '2' => "GraphQL.Advice",
        _ => "GraphQL.Security",
    };

    private static DiagnosticSeverity Severity(ErrorSeverity severity) => severity switch
    {
        ErrorSeverity.Error => DiagnosticSeverity.Error,
        ErrorSeverity.Warning => DiagnosticSeverity.Warning,
        _ => DiagnosticSeverity.Info,
    };
}
