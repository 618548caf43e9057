using Lathe.Language.Configuration;
using Lathe.Language.Errors;
using Lathe.Tool.Hosting;

namespace Lathe.Tool.Files;

/// <summary>Finds and reads <c>.graphqlrc.json</c>, and the files that its projects name.</summary>
internal static class ProjectConfiguration
{
    /// <summary>Finds the configuration in the folder or above it.</summary>
    public static string? Find(string folder)
    {
        for (var current = new DirectoryInfo(folder); current is not null; current = current.Parent)
        {
            var path = Path.Combine(current.FullName, ConfigurationReader.FileName);
            if (File.Exists(path))
                return path;
        }

        return null;
    }

    /// <summary>Reads the configuration that is named, or the nearest one.</summary>
    public static ConfigurationFile Read(string? path, ToolHost host)
    {
        var file = Open(path, host);
        Report(file.Errors, host);
        return file;
    }

    /// <summary>Reads the configuration that is named, or the nearest one, whatever mistakes it holds.</summary>
    public static ConfigurationFile Open(string? path, ToolHost host)
    {
        var found = path ?? Find(host.Folder) ?? throw new ToolException(
            $"There is no {ConfigurationReader.FileName} in {host.Folder} or above it. "
            + "Make one with 'lathe init', or name files with options (see --help).");
        var full = Path.GetFullPath(Path.Combine(host.Folder, found));
        var text = TextFiles.Read(TextFiles.Display(full, host.Folder), host.Folder);
        return ConfigurationReader.Read(new(full.Replace('\\', '/'), text.Text));
    }

    /// <summary>Reads the texts of a project, which must have a schema.</summary>
    public static ProjectSources Load(ConfiguredProject project, ToolHost host)
    {
        var sources = Find(project, host);
        Report(sources.Mistakes, host);
        RefuseWithoutSchema(sources);
        return sources;
    }

    /// <summary>Reads the texts of a project, whatever mistakes its patterns hold.</summary>
    public static ProjectSources Find(ConfiguredProject project, ToolHost host)
    {
        var files = Select(project);
        return new ProjectSources
        {
            Name = project.Config.ProjectName,
            Project = project,
            Mistakes = files.Errors,
            Schema = [.. files.Schema.Select(path => TextFiles.Read(TextFiles.Display(path, host.Folder), host.Folder))],
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
    public static ProjectFiles Select(ConfiguredProject project)
    {
        var folder = Path.GetDirectoryName(project.Location.Source.Path)!;
        var patterns = project.Schema.Concat(project.Documents ?? []).Concat(project.Include ?? []).Where(pattern => !pattern.IsNegated);
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

    // A folder that cannot be read costs the proposals, not the errors that they belong to.
    private static bool TryFindDocuments(string folder, out IReadOnlyList<string> paths)
    {
        try
        {
            paths = FilePatterns.Documents(string.Empty, folder);
            return true;
        }
        catch (ToolException)
        {
            paths = [];
            return false;
        }
    }

    /// <summary>Throws for a configuration without a project.</summary>
    public static void Refuse(IReadOnlyList<LanguageError> errors, ToolHost host)
    {
        Report(errors, host);
        throw WithoutProject();
    }

    public static ToolException WithoutProject() => new("The configuration has no project. Name a schema in it; see docs/configuration.md.");

    private static void Report(IReadOnlyList<LanguageError> errors, ToolHost host)
    {
        foreach (var warning in errors.Where(error => error.Descriptor.Severity != ErrorSeverity.Error))
            host.Error.WriteLine(warning);
        var faults = errors.Where(error => error.Descriptor.Severity == ErrorSeverity.Error).ToArray();
        foreach (var further in faults.Skip(1))
            host.Error.WriteLine(further);
        if (faults.Length > 0)
            throw new ToolException(faults[0].ToString());
    }
}
