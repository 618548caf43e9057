using Lathe.Language.Printing;
using Lathe.Language.TypeSystem;
using Lathe.Tool.Download;
using Lathe.Tool.Files;
using Lathe.Tool.Hosting;

namespace Lathe.Tool.Drift;

/// <summary>The schema that the committed one is compared with: from a server or a file.</summary>
/// <param name="Name">Where it comes from.</param>
/// <param name="Schema">The schema.</param>
/// <param name="Untold">The codes of changes that it cannot tell.</param>
/// <param name="Write">Writes it as a file of the given path.</param>
internal sealed record CurrentSchema(string Name, Schema Schema, IReadOnlySet<string> Untold, Func<string, CancellationToken, string> Write)
{
    public static CurrentSchema FromFile(string path, ToolHost host, CancellationToken cancellationToken)
    {
        var schema = SchemaFiles.Index(path, host, cancellationToken);
        return new CurrentSchema(path, schema, new HashSet<string>(StringComparer.Ordinal), (target, stop) => SchemaText.IsJson(target) == SchemaText.IsJson(path)
            ? TextFiles.Read(path, host.Folder).Text
            : SchemaText.IsJson(target) ? throw new ToolException($"--accept cannot turn '{path}' into JSON; commit the schema as SDL.") : SchemaPrinter.Print(schema, isSorted: true, stop));
    }

    public static async Task<CurrentSchema> FromServerAsync(Connection connection, ToolHost host, CancellationToken cancellationToken)
    {
        var downloaded = await SchemaDownload.RunAsync(connection, host, cancellationToken).ConfigureAwait(false);
        var schema = SchemaText.Index(downloaded, connection.ToString(), cancellationToken);
        return new CurrentSchema(connection.ToString(), schema, FindUntold(downloaded.Features), (target, stop) => SchemaText.Write(downloaded, schema, target, stop));
    }

    /// <summary>Introspection never tells of applied directives; older servers leave out more.</summary>
    private static HashSet<string> FindUntold(IntrospectionFeatures features)
    {
        var untold = new HashSet<string>(["DIRECTIVE_USAGE_ADDED", "DIRECTIVE_USAGE_REMOVED"], StringComparer.Ordinal);
        void AddUnless(IntrospectionFeatures feature, params string[] codes)
        {
            if (!features.HasFlag(feature))
                untold.UnionWith(codes);
        }

        AddUnless(IntrospectionFeatures.SchemaDescription, "SCHEMA_DESCRIPTION_CHANGED");
        AddUnless(IntrospectionFeatures.SpecifiedByUrl, "SPECIFIED_BY_REMOVED", "SPECIFIED_BY_CHANGED");
        AddUnless(IntrospectionFeatures.IsOneOf, "ONE_OF_REMOVED");
        AddUnless(IntrospectionFeatures.IsRepeatable, "DIRECTIVE_REPEATABLE_REMOVED");
        return untold;
    }
}
