using Lathe.Language.Collections;
using Lathe.Language.Configuration;
using Lathe.Language.Errors;
using Lathe.Language.Text;

namespace Lathe.Generator.Configuration;

/// <summary>Plans a build without <c>.graphqlrc.json</c>: the one schema among the files and all documents are one client.</summary>
internal static class DefaultPlanner
{
    public static void Plan(IReadOnlyCollection<PlannedFile> files, ProjectOptions options, List<ClientPlan> clients, List<LanguageError> errors)
    {
        var documents = OfKind(files, FileKind.Executable);
        PlannedFile[] schemas = [.. OfKind(files, FileKind.TypeSystem), .. OfKind(files, FileKind.Introspection)];
        if (documents.Length == 0)
            return;
        if (schemas.Length == 0)
        {
            errors.Add(
                Error(
                    ConfigurationErrors.MissingSchema,
                    documents[0].Path,
                    "No file of this build is a schema. Add one as .graphql or .json, for example with: lathe schema download"));
            return;
        }

        if (schemas.Length > 1)
        {
            var names = string.Join(", ", schemas.Select(file => $"'{FileName(file.Path)}'"));
            errors.Add(Error(
                ConfigurationErrors.SeveralSchemas,
                schemas[1].Path,
                $"{names} all hold a schema. Say in {ConfigurationReader.FileName} which to use: \"schema\" takes one path or several that belong "
                    + "together, \"projects\" several clients."));
            return;
        }

        var config = ClientNames.WithDefaults(new ClientConfig(), [schemas[0].Path], options);
        clients.Add(
            new ClientPlan(config, EquatableList.Create([.. schemas, .. OfKind(files, FileKind.Extension)]), EquatableList.Create(documents)));
    }

    private static PlannedFile[] OfKind(IReadOnlyCollection<PlannedFile> files, FileKind kind) =>
        [.. files.Where(file => file.Kind == kind).OrderBy(file => file.Path, StringComparer.Ordinal)];

    private static LanguageError Error(ErrorDescriptor descriptor, string path, string message) =>
        new(descriptor, message, [new SourceLocation(new SourceText(path, string.Empty), new SourceSpan(0, 0))]);

    private static string FileName(string path) => path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);
}
