using Lathe.Language.Errors;
using Lathe.Language.Text;

namespace Lathe.Language.Configuration;

/// <summary>A read <c>.graphqlrc.json</c>.</summary>
/// <param name="Projects">The projects in their order, those with mistakes left as far as they could be read.</param>
/// <param name="Errors">The mistakes, in the order of the text.</param>
internal sealed record ConfigurationFile(IReadOnlyList<ConfiguredProject> Projects, IReadOnlyList<LanguageError> Errors)
{
    /// <summary>Gets the mistakes but for those of projects that are not asked about.</summary>
    /// <param name="wanted">The projects that are.</param>
    public IEnumerable<LanguageError> ErrorsOf(IReadOnlyCollection<ConfiguredProject> wanted)
    {
        SourceSpan[] others = [.. Projects.Where(project => !wanted.Contains(project)).Select(project => project.Extent)];
        return Errors.Where(error => !Array.Exists(others, part => IsIn(part, error.Locations[0].Span)));
    }

    private static bool IsIn(SourceSpan part, SourceSpan place) => place.Start >= part.Start && place.End <= part.End;
}

/// <summary>A project of the file: its files and its client.</summary>
internal sealed class ConfiguredProject
{
    /// <summary>Gets what is said of the client.</summary>
    public required ClientConfig Config { get; init; }

    /// <summary>Gets the place that names the project: its key, or the whole file's first character.</summary>
    public required SourceLocation Location { get; init; }

    /// <summary>Gets the part of the file that is the project's alone.</summary>
    public required SourceSpan Extent { get; init; }

    /// <summary>Gets the place of the endpoint's value, or null where there is none.</summary>
    public SourceLocation? EndpointLocation { get; init; }

    /// <summary>Gets the place of the client's name, or null where there is none.</summary>
    public SourceLocation? ClientLocation { get; init; }

    /// <summary>Gets the places of the configured scalars, by their names.</summary>
    public IReadOnlyDictionary<string, ScalarLocation> ScalarLocations { get; init; } =
        new Dictionary<string, ScalarLocation>(StringComparer.Ordinal);

    /// <summary>Gets the patterns of the schema files; empty where the file names none.</summary>
    public IReadOnlyList<ConfiguredPattern> Schema { get; init; } = [];

    /// <summary>Gets the patterns of the files that the client adds to the schema, which the server does not know.</summary>
    public IReadOnlyList<ConfiguredPattern> SchemaExtensions { get; init; } = [];

    /// <summary>Gets the patterns of the documents, or null for all files that are not part of the schema.</summary>
    public IReadOnlyList<ConfiguredPattern>? Documents { get; init; }

    /// <summary>Gets the patterns of files that belong to the project besides, or null.</summary>
    public IReadOnlyList<ConfiguredPattern>? Include { get; init; }

    /// <summary>Gets the patterns of files that don't belong to the project.</summary>
    public IReadOnlyList<ConfiguredPattern> Exclude { get; init; } = [];
}

/// <summary>The places of a scalar's mapping.</summary>
/// <param name="Name">The scalar's name.</param>
/// <param name="Type">The .NET type, or the name where there is none.</param>
/// <param name="Converter">The converter, or the type where there is none.</param>
internal sealed record ScalarLocation(SourceLocation Name, SourceLocation Type, SourceLocation Converter);

/// <summary>A path or glob of the file.</summary>
/// <param name="Glob">The pattern.</param>
/// <param name="IsNegated">Whether it began with <c>!</c>: takes files out again.</param>
/// <param name="Location">The place of the string.</param>
internal sealed record ConfiguredPattern(GlobPattern Glob, bool IsNegated, SourceLocation Location);
