using Lathe.Language.Collections;
using Lathe.Language.Errors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Lathe.Generator.Diagnostics;

/// <summary>An error on its way to the compiler; equal by value, which a <see cref="Diagnostic"/> with a computed message is not.</summary>
/// <param name="Descriptor">The rule.</param>
/// <param name="Message">The message.</param>
/// <param name="Places">The places, the primary one first.</param>
internal sealed record ErrorReport(ErrorDescriptor Descriptor, string Message, EquatableList<Place> Places)
{
    public static ErrorReport Of(LanguageError error) =>
        new(error.Descriptor, error.Message, EquatableList.Create(error.Locations.Select(Place.Of)));

    public static EquatableList<ErrorReport> Of(IEnumerable<LanguageError> errors) => EquatableList.Create(errors.Select(Of));

    /// <summary>Makes the compiler's diagnostics of those that are not configured away.</summary>
    public static IEnumerable<Diagnostic> ToDiagnostics(EquatableList<ErrorReport> errors, EquatableList<FileSeverities> severities)
    {
        var byPath = severities.ToDictionary(file => file.Path, StringComparer.Ordinal);
        return errors.Select(error => error.ToDiagnostic(byPath)).OfType<Diagnostic>();
    }

    /// <summary>Makes the compiler's diagnostic.</summary>
    /// <param name="severities">The configured severities of files with any, by path. Errors are not configurable.</param>
    /// <returns>The diagnostic, or null where it is configured not to be reported.</returns>
    public Diagnostic? ToDiagnostic(IReadOnlyDictionary<string, FileSeverities> severities)
    {
        var descriptor = DescriptorTable.Describe(Descriptor);
        DiagnosticSeverity? severity = descriptor.DefaultSeverity;
        if (Descriptor.Severity != ErrorSeverity.Error && Places.Count > 0 && severities.TryGetValue(Places[0].Path, out var configured)
            && configured.Severities.LastOrDefault(one => one.Id == Descriptor.Id) is { } found)
        {
            severity = found.Severity;
        }

        var first = Places.Count == 0 ? Location.None : Places[0].ToLocation();
        return severity is null
            ? null
            : Diagnostic.Create(descriptor, first, severity.Value, Places.Skip(1).Select(place => place.ToLocation()), properties: null, Message);
    }
}

/// <summary>A place in an additional file.</summary>
/// <param name="Path">The path.</param>
/// <param name="Span">The range of code units.</param>
/// <param name="Lines">The same range in lines and columns from 0.</param>
internal readonly record struct Place(string Path, TextSpan Span, LinePositionSpan Lines)
{
    public static Place Of(SourceLocation location)
    {
        var (source, span) = location;
        return new Place(
            source.Path, new TextSpan(span.Start, span.Length), new LinePositionSpan(Position(location, span.Start), Position(location, span.End)));
    }

    public Location ToLocation() => Location.Create(Path, Span, Lines);

    private static LinePosition Position(SourceLocation location, int offset)
    {
        var position = location.Source.GetPosition(Math.Min(offset, location.Source.Text.Length));
        return new LinePosition(position.Line - 1, position.Column - 1);
    }
}
