using Lathe.Generator.Diagnostics;
using Lathe.Language.Collections;
using Lathe.Language.Configuration;
using Lathe.Language.Errors;
using Lathe.Language.Text;

namespace Lathe.Generator.Configuration;

/// <summary>Decides which clients are made of which files.</summary>
internal static class Planner
{
    public static BuildPlan Plan((PlanInput Input, ProjectOptions Options) given, CancellationToken cancellationToken)
    {
        var (input, options) = given;
        var configurations = ConfigurationsOf(input);
        var errors = new List<LanguageError>();
        var clients = new List<ClientPlan>();
        var files = FirstOfEachPath(input.Files, out var repeated);
        if (configurations.Length == 0)
            errors.AddRange(files.Values.Where(file => file.Kind == FileKind.OtherConfiguration).Select(OtherFormat));
        if (configurations.Length == 0)
            DefaultPlanner.Plan(files, options, clients, errors);
        else
            PlanConfigured(files, configurations, options, clients, errors, cancellationToken);
        return new BuildPlan(Overlaps.Find(clients), EquatableList.Create(repeated), ErrorReport.Of(errors));
    }

    // The first counts where a project lists a file twice.
    private static Dictionary<string, PlannedFile> FirstOfEachPath(EquatableList<PlannedFile> files, out List<PlannedFile> repeated)
    {
        var first = new Dictionary<string, PlannedFile>(files.Count, StringComparer.Ordinal);
        repeated = [];
        foreach (var file in files)
        {
            if (first.ContainsKey(file.Path))
                repeated.Add(file);
            else
                first.Add(file.Path, file);
        }

        return first;
    }

    private static void PlanConfigured(
        Dictionary<string, PlannedFile> files,
        SourceText[] configurations,
        ProjectOptions options,
        List<ClientPlan> clients,
        List<LanguageError> errors,
        CancellationToken cancellationToken)
    {
        errors.AddRange(configurations.Skip(1).Select(extra => SeveralConfigurations(extra, configurations[0])));
        var configuration = ConfigurationReader.Read(configurations[0], cancellationToken);
        var kinds = KindsOf(files);
        var scope = ConfigurationScope.Of(configurations[0], configuration, options.Folder, options.Projects, kinds);
        errors.AddRange(scope.Errors);
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var project in scope.Projects)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var selected = ProjectFiles.Select(project, kinds);
            errors.AddRange(selected.Errors);
            var config = NamedAlone(project.Config, scope.Projects.Count == 1 && configuration.Projects.Count > 1, options);
            if (PlanProject(config, selected, files, options, scope.Projects.Count == 1) is { } client && TakesName(client, project, names, errors))
                clients.Add(client);
        }

        // A configuration above that has only other projects does not apply here.
        if (scope.Projects.Count == 0 && options.Projects.Count == 0 && configuration.Projects.Count > 0)
            DefaultPlanner.Plan(files, options, clients, errors);
    }

    public static Dictionary<string, FileKind> KindsOf(IReadOnlyDictionary<string, PlannedFile> files) =>
        files.ToDictionary(file => file.Key, file => file.Value.Kind, StringComparer.Ordinal);

    // With several projects the project's name says more than the schema's.
    private static ClientConfig NamedAlone(ClientConfig config, bool isOneOfSeveral, ProjectOptions options) => isOneOfSeveral
        ? config with { Client = ClientNames.WithDefaults(config, options).Client }
        : config;

    /// <summary>Gets the project that each client was planned by, with the places that plans leave out.</summary>
    public static IEnumerable<(ClientPlan Client, ConfiguredProject Project)> ProjectsOf(
        PlanInput input, BuildPlan plan, CancellationToken cancellationToken)
    {
        if (input.Configurations.Count == 0)
            return [];
        var configuration = ConfigurationReader.Read(ConfigurationsOf(input)[0], cancellationToken);
        return plan.Clients.SelectMany(client => configuration.Projects
            .Where(project => project.Config.ProjectName == client.Config.ProjectName).Take(1).Select(project => (client, project)));
    }

    // Only the outermost file counts.
    private static SourceText[] ConfigurationsOf(PlanInput input) =>
    [
        .. input.Configurations.Select(file => file.Source).GroupBy(source => source.Path, StringComparer.Ordinal).Select(same => same.First())
            .OrderBy(source => source.Path.Length).ThenBy(source => source.Path, StringComparer.Ordinal),
    ];

    private static ClientPlan? PlanProject(
        ClientConfig config, ProjectFiles selected, Dictionary<string, PlannedFile> files, ProjectOptions options, bool isOnly)
    {
        if (selected.Schema.Count == 0)
            return null;
        return new ClientPlan(
            isOnly ? ClientNames.WithDefaults(config, selected.Schema, options) : ClientNames.WithDefaults(config, options),
            EquatableList.Create(selected.Schema.Select(path => files[path])),
            EquatableList.Create(selected.Documents.Select(path => files[path])))
        {
            Extensions = EquatableList.Create(selected.Extensions.Select(path => files[path])),
        };
    }

    /// <summary>Names may also meet after the defaults are filled in; those that meet as written were reported by the reader.</summary>
    private static bool TakesName(ClientPlan client, ConfiguredProject project, HashSet<string> names, List<LanguageError> errors)
    {
        var name = client.FullName;
        if (names.Add(name))
            return true;
        var message = $"Another project already makes the client '{name}'. Give this one its own 'client' or 'namespace' under 'extensions.lathe'.";
        if (errors.TrueForAll(error => error.Descriptor != ConfigurationErrors.DuplicateClient))
            errors.Add(new LanguageError(ConfigurationErrors.DuplicateClient, message, [project.ClientLocation ?? project.Location]));
        return false;
    }

    private static LanguageError OtherFormat(PlannedFile file)
    {
        const string Message = "Lathe reads GraphQL Config from .graphqlrc.json alone, and goes on without a configuration. Write this one as JSON; "
            + "editors read that too.";
        return new LanguageError(
            ConfigurationErrors.OtherFormat, Message, [new SourceLocation(new SourceText(file.Path, string.Empty), new SourceSpan(0, 0))]);
    }

    private static LanguageError SeveralConfigurations(SourceText extra, SourceText first)
    {
        var message = $"'{first.Path}' is the configuration of this build already. Keep one {ConfigurationReader.FileName} a project; it can hold "
            + "several clients under 'projects'.";
        return new LanguageError(ConfigurationErrors.SeveralConfigurations, message, [new SourceLocation(extra, new SourceSpan(0, 0))]);
    }
}
