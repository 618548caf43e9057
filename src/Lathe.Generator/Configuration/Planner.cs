using Lathe.Generator.Diagnostics;
using Lathe.Language.Collections;
using Lathe.Language.Configuration;
using Lathe.Language.Errors;
using Lathe.Language.Syntax;

namespace Lathe.Generator.Configuration;

/// <summary>Decides which clients are made of which files.</summary>
internal static class Planner
{
    public static BuildPlan Plan((PlanInput Input, ProjectOptions Options) given, CancellationToken cancellationToken)
    {
        var (input, options) = given;
        var configurations = input.Configurations.Select(file => file.Source).ToArray();
        var errors = new List<LanguageError>();
        var clients = new List<ClientPlan>();
        if (configurations.Length == 0)
            errors.AddRange(input.Files.Where(file => file.Kind == FileKind.OtherConfiguration).Select(OtherFormat));
        if (configurations.Length == 0)
            DefaultPlanner.Plan(input.Files, options, clients, errors);
        else
            PlanConfigured(input.Files, configurations, options, clients, errors, cancellationToken);
        return new BuildPlan(EquatableList.Create(clients), ErrorReport.Of(errors));
    }

    private static void PlanConfigured(
        IReadOnlyList<PlannedFile> files,
        IReadOnlyList<SourceText> configurations,
        ProjectOptions options,
        List<ClientPlan> clients,
        List<LanguageError> errors,
        CancellationToken cancellationToken)
    {
        var ordered = InOrder(configurations);
        errors.AddRange(ordered.Skip(1).Select(extra => SeveralConfigurations(extra, ordered[0])));
        var configuration = ConfigurationReader.Read(ordered[0], cancellationToken);
        errors.AddRange(configuration.Errors);
        var kinds = files.ToDictionary(file => file.Path, file => file.Kind, StringComparer.Ordinal);
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var project in configuration.Projects)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (PlanProject(project, kinds, options, configuration.Projects.Count == 1, errors) is { } client && TakesName(client, project, names, errors))
                clients.Add(client);
        }
    }

    /// <summary>Gets the project that each client was planned by, with the places that plans leave out.</summary>
    public static IEnumerable<(ClientPlan Client, ConfiguredProject Project)> ProjectsOf(PlanInput input, BuildPlan plan, CancellationToken cancellationToken)
    {
        if (input.Configurations.Count == 0)
            return [];
        var configuration = ConfigurationReader.Read(InOrder([.. input.Configurations.Select(file => file.Source)])[0], cancellationToken);
        return plan.Clients.SelectMany(client => configuration.Projects
            .Where(project => project.Config.ProjectName == client.Config.ProjectName).Take(1).Select(project => (client, project)));
    }

    // The outermost file counts; the order of the others does not matter.
    private static SourceText[] InOrder(IReadOnlyList<SourceText> configurations) =>
        [.. configurations.OrderBy(source => source.Path.Length).ThenBy(source => source.Path, StringComparer.Ordinal)];

    private static ClientPlan? PlanProject(
        ConfiguredProject project, Dictionary<string, FileKind> kinds, ProjectOptions options, bool isOnly, List<LanguageError> errors)
    {
        var selected = ProjectFiles.Select(project, kinds);
        errors.AddRange(selected.Errors);
        if (selected.Schema.Count == 0)
            return null;
        var config = isOnly
            ? ClientNames.WithDefaults(project.Config, selected.Schema, options)
            : ClientNames.WithDefaults(project.Config, options);
        return new ClientPlan(config, EquatableList.Create(selected.Schema), EquatableList.Create(selected.Documents));
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
        const string Message = "Lathe reads GraphQL Config from .graphqlrc.json alone, and goes on without a configuration. Write this one as JSON; editors read that too.";
        return new LanguageError(ConfigurationErrors.OtherFormat, Message, [new SourceLocation(new SourceText(file.Path, string.Empty), new SourceSpan(0, 0))]);
    }

    private static LanguageError SeveralConfigurations(SourceText extra, SourceText first)
    {
        var message = $"'{first.Path}' is the configuration of this build already. Keep one {ConfigurationReader.FileName} a project; it can hold several clients under 'projects'.";
        return new LanguageError(ConfigurationErrors.SeveralConfigurations, message, [new SourceLocation(extra, new SourceSpan(0, 0))]);
    }
}
