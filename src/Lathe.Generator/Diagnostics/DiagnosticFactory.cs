using System.Collections.Concurrent;
using Lathe.Language.Errors;
using Lathe.Language.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using GraphQLText = Lathe.Language.Syntax.SourceText;

namespace Lathe.Generator.Diagnostics;

/// <summary>The edge: makes compiler diagnostics of the front end's errors, positioned in the additional files.</summary>
internal static class DiagnosticFactory
{
    private static readonly ConcurrentDictionary<ErrorDescriptor, DiagnosticDescriptor> Descriptors = new();

    public static Diagnostic Create(LanguageError error)
    {
        var locations = error.Locations;
        var first = locations.Count == 0 ? Location.None : ToLocation(locations[0]);
        return Diagnostic.Create(Describe(error.Descriptor), first, locations.Skip(1).Select(ToLocation), error.Message);
    }

    public static DiagnosticDescriptor Describe(ErrorDescriptor error) => Descriptors.GetOrAdd(error, Make);

    private static DiagnosticDescriptor Make(ErrorDescriptor error)
    {
        // No code is made of a faulty operation, whatever severity one gives the error. Not configurable, it also makes the compiler
        // stop before it reports each use of the missing code, so that the build shows the cause alone.
        string[] tags = error.Severity == ErrorSeverity.Error ? [WellKnownDiagnosticTags.NotConfigurable] : [];
        return new DiagnosticDescriptor(
            error.Id, error.Title, "{0}", Category(error.Id), Severity(error.Severity), isEnabledByDefault: true, helpLinkUri: HelpLinks.For(error.Id), customTags: tags);
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

    private static Location ToLocation(SourceLocation location)
    {
        var span = location.Span;
        var start = ToLinePosition(location.Source, span.Start);
        var end = ToLinePosition(location.Source, span.End);
        return Location.Create(location.Source.Path, new TextSpan(span.Start, span.Length), new LinePositionSpan(start, end));
    }

    private static LinePosition ToLinePosition(GraphQLText source, int offset)
    {
        SourcePosition position = source.GetPosition(Math.Min(offset, source.Text.Length));
        return new LinePosition(position.Line - 1, position.Column - 1);
    }
}
