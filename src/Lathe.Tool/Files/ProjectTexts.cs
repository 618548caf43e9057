using Lathe.Build;
using Lathe.Language.Configuration;
using Lathe.Tool.Hosting;

namespace Lathe.Tool.Files;

/// <summary>Finds and reads the files that a project of the configuration names.</summary>
internal static class ProjectTexts
{
    /// <summary>Reads the texts of a project, which must have a schema and no mistakes.</summary>
    public static ProjectSources ReadValid(ConfiguredProject project, ToolHost host)
    {
        var sources = Read(project, host);
        ProjectConfiguration.RefuseMistakes(sources.Mistakes, host);
        RefuseWithoutSchema(sources);
        return sources;
    }

    /// <summary>Reads the texts of a project, whatever mistakes its patterns hold.</summary>
    public static ProjectSources Read(ConfiguredProject project, ToolHost host)
    {
        var files = SelectFiles(project);
        return new ProjectSources
        {
            Name = project.Config.ProjectName,
            Project = project,
            Mistakes = files.Errors,
            Schema = [.. files.Schema.Select(path => TextFiles.Read(TextFiles.Display(path, host.Folder), host.Folder))],
            Extensions = [.. files.Extensions.Select(path => TextFiles.Read(TextFiles.Display(path, host.Folder), host.Folder))],
            Documents = [.. files.Documents.Select(path => TextFiles.Read(TextFiles.Display(path, host.Folder), host.Folder))],
        };
    }

    /// <summary>Throws for a project that cannot be checked.</summary>
    public static void RefuseWithoutSchema(ProjectSources sources)
    {
        if (sources.Schema.Count == 0)
            throw new ToolException($"Project '{sources.Name}' of the configuration has no schema file. Download it with 'lathe schema download'.");
    }

    /// <summary>Picks the files of a project, full paths: of those that its patterns name, what the build would take.</summary>
    public static ProjectFiles SelectFiles(ConfiguredProject project)
    {
        var folder = Path.GetDirectoryName(project.Location.Source.Path)!;
        var patterns = project.Schema.Concat(project.SchemaExtensions).Concat(project.Documents ?? []).Concat(project.Include ?? [])
            .Where(pattern => !pattern.IsNegated);
        var paths = patterns.SelectMany(pattern => FilePatterns.Expand(pattern.Glob.Text, folder));
        if (project.Documents is null && project.Include is null)
            paths = paths.Concat(FilePatterns.Documents(string.Empty, folder));
        var kinds = FullPaths(paths, folder).ToDictionary(
            path => path, path => FileKinds.Of(path, TextFiles.Read(path, folder).Text), StringComparer.Ordinal);
        var files = ProjectFiles.Select(project, kinds);
        if (files.Errors.Count == 0 || !TryFindDocuments(folder, out var others))
            return files;

        // The build sees all documents, so what it proposes for a path that names nothing may be one that no pattern names.
        foreach (var path in FullPaths(others, folder))
            kinds.TryAdd(path, FileKind.Executable);
        return ProjectFiles.Select(project, kinds);
    }

    private static IEnumerable<string> FullPaths(IEnumerable<string> paths, string folder) =>
        paths.Select(path => Path.GetFullPath(Path.Combine(folder, path)).Replace('\\', '/'))
            .Distinct(StringComparer.Ordinal).Where(FileKinds.IsCandidate);

    // A folder that cannot be read costs the proposals only. The errors stay.
    private static bool TryFindDocuments(string folder, out IReadOnlyList<string> paths)
    {
        try
        {
            paths = FilePatterns.Documents(string.Empty, folder);
            return true;
        }
        catch (FilePatternException)
        {
            paths = [];
            return false;
        }
    }
}
