using Lathe.Language.Collections;
using Lathe.Language.Configuration;
using Lathe.Language.Errors;
using Lathe.Language.Syntax;

namespace Lathe.Generator.Configuration;

/// <summary>Plans a build without <c>.graphqlrc.json</c>: the one schema among the files and all documents are one client.</summary>
internal static class DefaultPlanner
{
    public static void Plan(IReadOnlyList<PlannedFile> files, ProjectOptions options, List<ClientPlan> clients, List<LanguageError> errors)
    {
        var documents = Paths(files, FileKind.Executable);
        var schemas = Paths(files, FileKind.TypeSystem).Concat(Paths(files, FileKind.Introspection)).ToArray();
        if (documents.Length == 0)
            return;
        if (schemas.Length == 0)
        {
            errors.Add(Error(ConfigurationErrors.MissingSchema, documents[0], "No file of this build is a schema. Add one as .graphql or .json, for example with: lathe schema download"));
            return;
        }

        if (schemas.Length > 1)
        {
            var names = string.Join(", ", schemas.Select(path => $"'{FileName(path)}'"));
            errors.Add(Error(
                ConfigurationErrors.SeveralSchemas,
                schemas[1],
                $"{names} all hold a schema. Say in {ConfigurationReader.FileName} which to use: \"schema\" takes one path or several that belong together, \"projects\" several clients."));
            return;
        }

        var config = ClientNames.WithDefaults(new ClientConfig(), schemas, options);
        var schemaPaths = EquatableList.Create(schemas.Concat(Paths(files, FileKind.Extension)));
        clients.Add(new ClientPlan(config, schemaPaths, EquatableList.Create(documents)));
    }

    private static string[] Paths(IReadOnlyList<PlannedFile> files, FileKind kind) =>
        [.. files.Where(file => file.Kind == kind).Select(file => file.Path).OrderBy(path => path, StringComparer.Ordinal)];

    private static LanguageError Error(ErrorDescriptor descriptor, string path, string message) =>
        new(descriptor, message, [new SourceLocation(new SourceText(path, string.Empty), new SourceSpan(0, 0))]);

    private static string FileName(string path) => path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);
}
