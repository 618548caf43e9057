using Lathe.Language.Collections;
using Lathe.Language.Configuration;
using Lathe.Language.Errors;

namespace Lathe.Generator.Configuration;

/// <summary>Plans a build without <c>.graphqlrc.json</c>: the one schema among the files and all documents are one client.</summary>
internal static class DefaultPlanner
{
    public static void Plan(
        IReadOnlyDictionary<string, PlannedFile> files, ProjectOptions options, List<ClientPlan> clients, List<LanguageError> errors)
    {
        var selected = DefaultProject.Select(options.Folder, Planner.KindsOf(files));
        errors.AddRange(selected.Errors);
        if (selected.Schema.Count == 0 || selected.Documents.Count == 0)
            return;
        var config = ClientNames.WithDefaults(new ClientConfig(), [selected.Schema[0]], options);
        clients.Add(new ClientPlan(
            config,
            EquatableList.Create(selected.Schema.Select(path => files[path])),
            EquatableList.Create(selected.Documents.Select(path => files[path]))));
    }
}
