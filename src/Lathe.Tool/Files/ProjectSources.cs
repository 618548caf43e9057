using Lathe.Build;
using Lathe.Language.Configuration;
using Lathe.Language.Errors;
using Lathe.Language.Schemas;
using Lathe.Language.Syntax;
using Lathe.Language.Syntax.Parsing;
using Lathe.Language.Text;
using Lathe.Language.TypeSystem;
using Lathe.Tool.Hosting;

namespace Lathe.Tool.Files;

/// <summary>The texts of one project: its schema and its documents.</summary>
internal sealed class ProjectSources
{
    /// <summary>Gets the project's name in the configuration; <c>default</c> where there is none.</summary>
    public string Name { get; init; } = "default";

    /// <summary>Gets the project of the configuration, or null without one.</summary>
    public ConfiguredProject? Project { get; init; }

    /// <summary>Gets what the configuration says of the client, or null without one.</summary>
    public ClientConfig? Config => Project?.Config;

    /// <summary>Gets a value indicating whether the configuration allows fragment arguments.</summary>
    public bool AllowsFragmentArguments => Config?.AllowsFragmentArguments == true;

    /// <summary>Gets what is wrong with the patterns of the configuration.</summary>
    public IReadOnlyList<LanguageError> Mistakes { get; init; } = [];

    /// <summary>Gets the schema's texts.</summary>
    public required IReadOnlyList<SourceText> Schema { get; init; }

    /// <summary>Gets the texts that the client adds to the schema, which the server does not know.</summary>
    public IReadOnlyList<SourceText> Extensions { get; init; } = [];

    /// <summary>Gets the documents' texts.</summary>
    public required IReadOnlyList<SourceText> Documents { get; init; }

    /// <summary>Indexes the schema with what the client adds to it.</summary>
    public Schema CreateSchema(CancellationToken cancellationToken) =>
        SchemaReader.Read(Schema, Extensions, cancellationToken);

    /// <summary>Parses the documents.</summary>
    public IReadOnlyList<DocumentSyntax> ParseDocuments(CancellationToken cancellationToken) =>
        [.. Documents.Select(source => DocumentParser.Parse(source, AllowsFragmentArguments, cancellationToken))];

    /// <summary>Reads what the command line names; a pattern that matches no file is an error. The schema is not among the documents.</summary>
    public static ProjectSources FromPatterns(IReadOnlyList<string> schema, IReadOnlyList<string> documents, ToolHost host)
    {
        var schemaTexts = ReadAll(schema, "--schema", host).Where(text => HoldsTypes(text) || IsNamed(text, schema)).ToArray();
        if (schemaTexts.Length == 0)
            throw new ToolException(
                $"--schema '{schema[0]}' matches no file with type definitions. Name the schema, or download it with 'lathe schema download'.");
        var schemaPaths = schemaTexts.Select(text => Path.GetFullPath(Path.Combine(host.Folder, text.Path))).ToHashSet(StringComparer.Ordinal);
        var documentTexts = ReadAll(documents, "--documents", host);
        return new ProjectSources
        {
            Schema = schemaTexts,
            Documents = [.. documentTexts.Where(text => !schemaPaths.Contains(Path.GetFullPath(Path.Combine(host.Folder, text.Path))))],
        };
    }

    // As in the configuration, globs and folders leave operations to the documents.
    private static bool HoldsTypes(SourceText text) => FileKinds.HoldsTypes(FileKinds.Of(text.Path, text.Text));

    private static bool IsNamed(SourceText text, IReadOnlyList<string> schema) => schema.Any(path => path.Replace('\\', '/') == text.Path);

    internal static IReadOnlyList<SourceText> ReadAll(IReadOnlyList<string> patterns, string option, ToolHost host)
    {
        var paths = new List<string>();
        foreach (var pattern in patterns)
        {
            var matches = FilePatterns.Expand(pattern, host.Folder);
            if (matches.Count == 0)
                throw new ToolException($"{option} '{pattern}' matches no file. Paths are relative to {host.Folder}.");
            paths.AddRange(matches);
        }

        return [.. paths.Distinct(StringComparer.Ordinal).Select(path => TextFiles.Read(path, host.Folder))];
    }
}
