using Lathe.Language.Errors;
using Lathe.Language.Text;

namespace Lathe.Language.Configuration;

/// <summary>What of a configuration concerns one C# project; the same for the build's search for files and for its plan.</summary>
/// <param name="Projects">The projects of the configuration that do, in its order.</param>
/// <param name="Errors">The mistakes of the configuration but for those of the other projects, and names that it does not know.</param>
internal sealed record ConfigurationScope(IReadOnlyList<ConfiguredProject> Projects, IReadOnlyList<LanguageError> Errors)
{
    /// <summary>Finds what concerns a C# project: what it names; else all of a configuration that does not lie above its folder; else the
    /// projects with a document below that folder.</summary>
    /// <param name="source">The configuration's text.</param>
    /// <param name="file">What it says.</param>
    /// <param name="folder">The folder of the C# project, or null where it is not known.</param>
    /// <param name="names">The names of projects that the C# project gives; none for what lies below it.</param>
    /// <param name="kinds">What the files of the build hold, by their paths.</param>
    /// <returns>The projects and the mistakes.</returns>
    public static ConfigurationScope Of(
        SourceText source, ConfigurationFile file, string? folder, IReadOnlyList<string> names, IReadOnlyDictionary<string, FileKind> kinds)
    {
        LanguageError[] unknown =
            [.. names.Where(name => !file.Projects.Any(project => Has(project, name))).Select(name => Unknown(source, file, name))];
        ConfiguredProject[] projects = [.. names.Count > 0
            ? file.Projects.Where(project => names.Any(name => Has(project, name)))
            : folder is null || !IsAbove(source.Path, folder)
                ? file.Projects
                : WithDocumentsBelow(file.Projects, folder, kinds)];
        return new ConfigurationScope(projects, [.. file.ErrorsOf(projects), .. unknown]);
    }

    /// <summary>Reads the value of <c>LatheProject</c>.</summary>
    /// <param name="value">Names between semicolons, or between bars where an editor's file cannot hold those; or null.</param>
    /// <returns>The names.</returns>
    public static IReadOnlyList<string> ReadNames(string? value) =>
    [
        .. (value ?? string.Empty).Split([';', '|'], StringSplitOptions.RemoveEmptyEntries)
            .Select(name => name.Trim()).Where(name => name.Length > 0),
    ];

    /// <summary>Tells whether a configuration lies in a folder above that of a C# project.</summary>
    /// <param name="path">The path of the configuration.</param>
    /// <param name="folder">The C# project's folder.</param>
    /// <returns>False for one in that very folder, below it or elsewhere.</returns>
    public static bool IsAbove(string path, string folder)
    {
        var file = PathSegments.Resolve(PathSegments.Split(path));
        var below = PathSegments.Resolve(PathSegments.Split(folder));
        return below.Length >= file.Length && PathSegments.StartsWith(below, file, file.Length - 1);
    }

    /// <summary>Tells whether a file lies in a folder or below it.</summary>
    /// <param name="path">The path of the file.</param>
    /// <param name="folder">The folder; rooted as the path is.</param>
    /// <returns>True where it does.</returns>
    public static bool IsBelow(string path, string folder)
    {
        var root = PathSegments.Resolve(PathSegments.Split(folder));
        return PathSegments.StartsWith(PathSegments.Resolve(PathSegments.Split(path)), root, root.Length);
    }

    private static bool Has(ConfiguredProject project, string name) => string.Equals(project.Config.ProjectName, name, StringComparison.Ordinal);

    // A build without GraphQL files of its own was given its configuration on purpose.
    private static IEnumerable<ConfiguredProject> WithDocumentsBelow(
        IReadOnlyList<ConfiguredProject> projects, string folder, IReadOnlyDictionary<string, FileKind> kinds)
    {
        var own = new HashSet<string>(kinds.Keys.Where(path => ProjectFiles.IsDocument(path) && IsBelow(path, folder)), StringComparer.Ordinal);
        return own.Count == 0 ? projects : projects.Where(project => ProjectFiles.Select(project, kinds).Documents.Any(own.Contains));
    }

    private static LanguageError Unknown(SourceText source, ConfigurationFile file, string name)
    {
        var known = string.Join(", ", file.Projects.Select(project => $"'{project.Config.ProjectName}'"));
        var message = $"LatheProject of the C# project names '{name}', and this configuration has no project of that name. It has {known}.";
        return new LanguageError(ConfigurationErrors.UnknownProject, message, [new SourceLocation(source, new SourceSpan(0, 0))]);
    }
}
