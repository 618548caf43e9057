using Lathe.Build;
using Lathe.Language.Configuration;
using Lathe.Language.Schemas;
using Lathe.Language.Text;
using Lathe.Language.TypeSystem;
using Lathe.Tool.Files;
using Lathe.Tool.Hosting;

namespace Lathe.Tool.StrawberryShake;

/// <summary>What the clients of Strawberry Shake below a folder become: all is read first, then written.</summary>
internal sealed class ShakeImport
{
    private readonly List<MigrationNote> _notes = [];
    private readonly List<(string Path, string Text)> _extensions = [];

    private ShakeImport(IReadOnlyList<ShakeClient> clients) => Clients = clients;

    public IReadOnlyList<ShakeClient> Clients { get; }

    /// <summary>Gets the .NET types of scalars of each client.</summary>
    public Dictionary<ShakeClient, SortedDictionary<string, string>> Scalars { get; } = [];

    /// <summary>Gets the extension files of each client of which something is left, relative to the project's folder.</summary>
    public Dictionary<ShakeClient, IReadOnlyList<string>> Extensions { get; } = [];

    /// <summary>Gets what a person has to look at, in the order of the files.</summary>
    public IReadOnlyList<MigrationNote> Notes =>
        [.. _notes.OrderBy(note => note.File, StringComparer.Ordinal).ThenBy(note => note.Line)];

    /// <summary>Reads all clients below a folder.</summary>
    public static ShakeImport Read(ToolHost host, CancellationToken cancellationToken)
    {
        ShakeClient[] clients = [.. FilePatterns.Expand($"**/{ConfigurationReader.FileName}", host.Folder)
            .Select(path => ShakeConfiguration.Read(path, host.Folder)).OfType<ShakeClient>()];
        if (clients.Length == 0)
            throw new ToolException($"No {ConfigurationReader.FileName} in {host.Folder} or below it has 'extensions.strawberryShake'.");
        var import = new ShakeImport(clients);
        foreach (var client in clients)
            import.Read(client, host, cancellationToken);
        return import;
    }

    /// <summary>Writes what is left of extension files and removes those of which nothing is.</summary>
    /// <returns>What was done, a line a file.</returns>
    public IEnumerable<string> WriteExtensions(ToolHost host)
    {
        foreach (var (path, text) in _extensions)
        {
            if (text.Length > 0)
                TextFiles.WriteAtomically(Path.Combine(host.Folder, path), text);
            else
                File.Delete(Path.Combine(host.Folder, path));
            yield return text.Length > 0
                ? $"{path} keeps what is not of Strawberry Shake, and is named in \"schemaExtensions\"."
                : $"{path} held directives of Strawberry Shake alone, and is removed.";
        }
    }

    private void Read(ShakeClient client, ToolHost host, CancellationToken cancellationToken)
    {
        var extensions = new ShakeExtensions();
        var left = new List<string>();
        foreach (var file in ExtensionFiles(client, host))
        {
            var text = extensions.Read(file, cancellationToken);
            _extensions.Add((file.Path, text));
            if (text.Length > 0)
                left.Add(file.Path);
        }

        Scalars[client] = new SortedDictionary<string, string>(extensions.Scalars.ToDictionary(), StringComparer.Ordinal);
        Extensions[client] = left;
        _notes.AddRange(client.Notes);
        _notes.AddRange(extensions.Notes);
        AddPlainScalars(client, host, cancellationToken);
    }

    // Scalars that it does not know are strings there.
    private void AddPlainScalars(ShakeClient client, ToolHost host, CancellationToken cancellationToken)
    {
        SourceText[] texts = [.. SchemaFiles(client, host)];
        if (texts.Length == 0)
        {
            _notes.Add(new MigrationNote(
                client.Source.Path, 1, "The schema is not there. Get it with 'lathe schema download', then map its scalars."));
            return;
        }

        var schema = SchemaReader.Read(texts, cancellationToken);
        foreach (var name in schema.TypeNames.Where(name => !schema.IsBuiltInType(name) && !ShakeScalars.AreSame(name)))
        {
            if (schema.FindType(name) is ScalarType)
                Scalars[client].TryAdd(name, "string");
        }
    }

    private static IEnumerable<SourceText> SchemaFiles(ShakeClient client, ToolHost host) => Files(client.Schema.Select(client.FromProject), host)
        .Where(file => !IsExtension(file) && FileKinds.HoldsTypes(FileKinds.Of(file.Path, file.Text)));

    private static IEnumerable<SourceText> ExtensionFiles(ShakeClient client, ToolHost host) =>
        Files(client.Schema.Concat(client.Documents).Append("**/*.extensions.graphql").Select(client.FromProject), host).Where(IsExtension);

    private static bool IsExtension(SourceText file) => FileKinds.Of(file.Path, file.Text) is var kind
        && (kind == FileKind.Extension
            || (FileKinds.HoldsTypes(kind) && Path.GetFileName(file.Path).Contains(".extensions.", StringComparison.OrdinalIgnoreCase)));

    private static IEnumerable<SourceText> Files(IEnumerable<string> patterns, ToolHost host) => patterns
        .Where(pattern => !pattern.StartsWith('!')).SelectMany(pattern => FilePatterns.Expand(pattern, host.Folder))
        .Where(ProjectFiles.IsDocument).Select(Normalize).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
        .Select(path => TextFiles.Read(path, host.Folder));

    private static string Normalize(string path) => path.StartsWith("./", StringComparison.Ordinal) ? path[2..] : path;
}
