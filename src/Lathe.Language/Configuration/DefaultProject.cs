using Lathe.Language.Errors;
using Lathe.Language.Text;

namespace Lathe.Language.Configuration;

/// <summary>Picks the files of a project without <c>.graphqlrc.json</c>: the one schema among them, its extensions, and all documents.</summary>
internal static class DefaultProject
{
    /// <summary>Picks the files.</summary>
    /// <param name="folder">The project's folder, which paths in messages are relative to; null where it is not known.</param>
    /// <param name="kinds">What all the files that there are hold, by their paths.</param>
    /// <returns>The files; without a schema where there is none, or more than one.</returns>
    public static ProjectFiles Select(string? folder, IReadOnlyDictionary<string, FileKind> kinds)
    {
        var documents = OfKind(kinds, FileKind.Executable);
        string[] schemas = [.. OfKind(kinds, FileKind.TypeSystem), .. OfKind(kinds, FileKind.Introspection)];
        return schemas.Length == 1
            ? new ProjectFiles([.. schemas, .. OfKind(kinds, FileKind.Extension)], [], documents, [])
            : new ProjectFiles(
                [], [], documents, documents.Length == 0 ? [] : [schemas.Length == 0 ? Missing(documents[0]) : Several(schemas, folder)]);
    }

    private static string[] OfKind(IReadOnlyDictionary<string, FileKind> kinds, FileKind kind) =>
        [.. kinds.Where(file => file.Value == kind).Select(file => file.Key).OrderBy(path => path, StringComparer.Ordinal)];

    private static LanguageError Missing(string document) => Error(
        ConfigurationErrors.MissingSchema,
        document,
        "No file of this build is a schema. Add one as .graphql, for example with: lathe schema download. "
            + $"One in JSON counts when {ConfigurationReader.FileName} names it: {{ \"schema\": \"schema.json\" }}");

    private static LanguageError Several(string[] schemas, string? folder)
    {
        var names = string.Join(", ", schemas.Select(path => $"'{Shown(path, folder)}'"));
        return Error(
            ConfigurationErrors.SeveralSchemas,
            schemas[1],
            $"{names} all hold a schema. Say in {ConfigurationReader.FileName} which to use: "
                + "\"schema\" takes one path or several that belong together, \"projects\" several clients.");
    }

    private static string Shown(string path, string? folder)
    {
        if (folder is null || !ConfigurationScope.IsBelow(path, folder))
            return path;
        return string.Join("/", PathSegments.Resolve(PathSegments.Split(path)).Skip(PathSegments.Resolve(PathSegments.Split(folder)).Length));
    }

    private static LanguageError Error(ErrorDescriptor descriptor, string path, string message) =>
        new(descriptor, message, [new SourceLocation(new SourceText(path, string.Empty), new SourceSpan(0, 0))]);
}
