using Lathe.Language.Printing;
using Lathe.Language.TypeSystem;
using Lathe.Tool.Download;
using Lathe.Tool.Files;
using Lathe.Tool.Hosting;

namespace Lathe.Tool.Drift;

/// <summary>The schema that the committed one is compared with: from a server or a file.</summary>
/// <param name="Name">Where it comes from.</param>
/// <param name="Schema">The schema.</param>
/// <param name="Write">Writes it as a file of the given path.</param>
internal sealed record CurrentSchema(string Name, Schema Schema, Func<string, CancellationToken, string> Write)
{
    private const int MostNamed = 5;

    // Introspection never shows applied directives.
    private static readonly HashSet<string> s_untoldByServers = new(["DIRECTIVE_USAGE_ADDED", "DIRECTIVE_USAGE_REMOVED"], StringComparer.Ordinal);

    /// <summary>Gets the codes of changes that it cannot tell.</summary>
    public IReadOnlySet<string>? Untold => Downloaded is null ? null : s_untoldByServers;

    private DownloadedSchema? Downloaded { get; init; }

    public static CurrentSchema FromFile(string path, ToolHost host, CancellationToken cancellationToken)
    {
        var (name, schema) = SchemaFiles.Index(path, "new", isPartial: false, host, cancellationToken);

        // A pipe gives its text once.
        var isText = !SchemaFiles.IsNoFile(name);
        return new CurrentSchema(name, schema, (target, stop) => isText && SchemaText.IsJson(target) == SchemaText.IsJson(path)
            ? TextFiles.Read(path, host.Folder).Text
            : SchemaText.IsJson(target)
                ? throw new ToolException($"--accept cannot turn '{name}' into JSON; commit the schema as SDL.")
                : SchemaPrinter.Print(schema, isSorted: true, stop));
    }

    public static async Task<CurrentSchema> FromServerAsync(Connection connection, ToolHost host, CancellationToken cancellationToken)
    {
        var downloaded = await SchemaDownload.RunAsync(connection, host, cancellationToken).ConfigureAwait(false);
        return FromDownload(downloaded, connection.ToString(), cancellationToken);
    }

    /// <summary>Takes over from the committed schema what an older server could not be asked for, and says so where that is much.</summary>
    public CurrentSchema CompletedBy(Schema committed, ToolHost host, CancellationToken cancellationToken)
    {
        if (Downloaded is not { } downloaded || downloaded.Features == IntrospectionFeatures.All)
            return this;
        var (whole, inputs) = UntoldParts.TakeOver(downloaded, committed);
        if (inputs.Count > 0)
        {
            var more = inputs.Count > MostNamed ? $" and {inputs.Count - MostNamed} more" : string.Empty;
            host.Error.WriteLine(
                $"note: {Name} cannot be asked for deprecated arguments and input fields; "
                    + $"those of the committed schema that it does not tell count as unchanged: {string.Join(", ", inputs.Take(MostNamed))}{more}.");
        }

        return FromDownload(whole, Name, cancellationToken);
    }

    private static CurrentSchema FromDownload(DownloadedSchema downloaded, string name, CancellationToken cancellationToken)
    {
        var schema = SchemaText.Index(downloaded, name, cancellationToken);
        return new CurrentSchema(name, schema, (target, stop) => SchemaText.Write(downloaded, schema, target, stop)) { Downloaded = downloaded };
    }
}
