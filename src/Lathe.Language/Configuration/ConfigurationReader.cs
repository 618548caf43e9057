using Lathe.Language.Errors;
using Lathe.Language.Json;
using Lathe.Language.Text;

namespace Lathe.Language.Configuration;

/// <summary>Reads <c>.graphqlrc.json</c> (GraphQL Config), with what is Lathe's under <c>extensions.lathe</c>.</summary>
internal static class ConfigurationReader
{
    /// <summary>The name of the file.</summary>
    public const string FileName = ".graphqlrc.json";

    /// <summary>Reads the file.</summary>
    /// <param name="source">The text.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The projects and the mistakes; never null, never throws for bad input.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static ConfigurationFile Read(SourceText source, CancellationToken cancellationToken = default)
    {
        var parsed = JsonParser.Parse(source, cancellationToken: cancellationToken);
        if (parsed.Error is { } error)
            return new ConfigurationFile([], [error]);
        var values = new ConfigurationValues(source);
        var projects = new List<ConfiguredProject>();
        if (values.Object(parsed.Root!, "The configuration") is { } root)
        {
            if (root.Find("projects") is { } entries)
                ReadProjects(values, root, entries, projects);
            else
                projects.Add(
                    ProjectReader.Read(
                        values,
                        root,
                        "default",
                        new SourceLocation(source, new SourceSpan(root.Span.Start, 1)),
                        [.. ProjectReader.Keys, "projects"]));
        }

        ReportDuplicateClients(values, projects);
        return new ConfigurationFile(projects, values.Errors);
    }

    private static void ReadProjects(ConfigurationValues values, JsonObject root, JsonNode entries, List<ConfiguredProject> projects)
    {
        values.CheckKeys(root, "beside 'projects'", "$schema", "projects", "extensions");
        if (root.Find("extensions") is JsonObject extensions
            && extensions.Properties.FirstOrDefault(one => one.Name == "lathe") is { Name: not null } shared)
            values.Report(
                ConfigurationErrors.UnknownKey,
                "'extensions.lathe' beside 'projects' belongs to no project. Move it into the projects that it is for.",
                values.At(shared.NameSpan));
        if (values.Object(entries, "'projects'") is not { } list)
            return;
        if (list.Properties.Count == 0)
            values.Invalid(list, "'projects' holds no project. Add one, such as \"shop\": { \"schema\": \"shop.graphql\" }");
        values.CheckDuplicates(list);
        foreach (var property in list.Properties)
        {
            if (values.Object(property.Value, $"Project '{property.Name}'") is { } project)
                projects.Add(ProjectReader.Read(values, project, property.Name, values.At(property.NameSpan), ProjectReader.Keys));
        }
    }

    // Only for projects that give both. A missing namespace comes from the project's name, which only a build knows.
    private static void ReportDuplicateClients(ConfigurationValues values, List<ConfiguredProject> projects)
    {
        var first = new Dictionary<string, ConfiguredProject>(StringComparer.Ordinal);
        foreach (var project in projects.Where(project => project.Config is { Client: not null, Namespace: not null }))
        {
            var name = $"{project.Config.Namespace}.{project.Config.Client}";
            if (!first.TryGetValue(name, out var other))
            {
                first.Add(name, project);
                continue;
            }

            var message =
                $"Projects '{other.Config.ProjectName}' and '{project.Config.ProjectName}' both make the client '{name}'. "
                + "Give one another 'client' or 'namespace'.";
            values.Report(ConfigurationErrors.DuplicateClient, message, project.ClientLocation ?? project.Location);
        }
    }
}
