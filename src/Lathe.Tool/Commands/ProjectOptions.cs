using System.CommandLine;
using Lathe.Language.Configuration;
using Lathe.Language.Errors;
using Lathe.Tool.Files;
using Lathe.Tool.Hosting;

namespace Lathe.Tool.Commands;

/// <summary>The options that say which files a command works on: named ones, or those of the configuration.</summary>
internal sealed class ProjectOptions
{
    private readonly Option<string[]> _schema = SharedOptions.Schema();
    private readonly Option<string[]> _documents = SharedOptions.Documents();
    private readonly Option<string?> _config = SharedOptions.Config();
    private readonly Option<string?> _project = SharedOptions.Project();

    public void AddTo(Command command)
    {
        command.Options.Add(_schema);
        command.Options.Add(_documents);
        command.Options.Add(_config);
        command.Options.Add(_project);
    }

    /// <summary>Reads the projects; a mistake of the configuration ends the command.</summary>
    public IReadOnlyList<ProjectSources> Load(ParseResult parsed, ToolHost host)
    {
        if (LoadNamed(parsed, host) is { } named)
            return [named];
        var file = ProjectConfiguration.ReadValid(parsed.GetValue(_config), host);
        return [.. Pick(file, parsed.GetValue(_project)).Select(project => ProjectTexts.ReadValid(project, host))];
    }

    /// <summary>Reads the projects with what is wrong with their configuration, which is theirs to report.</summary>
    public (IReadOnlyList<ProjectSources> Projects, IReadOnlyList<LanguageError> Mistakes) LoadWithMistakes(ParseResult parsed, ToolHost host)
    {
        if (LoadNamed(parsed, host) is { } named)
            return ([named], []);
        var file = ProjectConfiguration.Read(parsed.GetValue(_config), host);
        if (file.Projects.Count == 0)
            return ([], file.Errors);
        return ([.. Pick(file, parsed.GetValue(_project)).Select(project => ProjectTexts.Read(project, host))], file.Errors);
    }

    private ProjectSources? LoadNamed(ParseResult parsed, ToolHost host)
    {
        var schema = parsed.GetValue(_schema) ?? [];
        var documents = parsed.GetValue(_documents) ?? [];
        var config = parsed.GetValue(_config);
        if (schema.Length > 0)
        {
            if (config is not null)
                throw new ToolException("Give either --schema and --documents, or --config.");
            return ProjectSources.FromPatterns(schema, documents, host);
        }

        if (documents.Length > 0)
            throw new ToolException("--documents needs a --schema; without both, the files of the configuration are used.");
        return null;
    }

    public static IReadOnlyList<ConfiguredProject> Pick(ConfigurationFile file, string? name)
    {
        if (file.Projects.Count == 0)
            throw ProjectConfiguration.WithoutProject();
        if (name is null)
            return file.Projects;
        var picked = file.Projects.Where(project => project.Config.ProjectName == name).ToArray();
        if (picked.Length > 0)
            return picked;
        var known = string.Join(", ", file.Projects.Select(project => project.Config.ProjectName));
        throw new ToolException($"The configuration has no project '{name}'. It has: {known}.");
    }
}
