using System.Collections.Concurrent;
using System.Reflection;
using Lathe.Language.Configuration;
using Lathe.Language.Text;

namespace Lathe.Testing.Faking;

/// <summary>
/// Finds the schemas that the build of a test project has put into it, as resources: the GraphQL files of the project and of those that it
/// refers to.
/// </summary>
internal static class EmbeddedSchemas
{
    private const string Prefix = "Lathe.Testing/";

    // A path may begin with '..' steps, for files outside the project; below this many folders none leads out.
    private const string Folder = "/1/2/3/4/5/6/7/8/9/10/11/12/13/14/15/16";

    private static readonly ConcurrentDictionary<string, IReadOnlyList<FakeSchema>> s_schemas = new(StringComparer.Ordinal);

    /// <summary>Finds the schemas of a client's assembly: one for each client in it.</summary>
    /// <param name="client">The name of the assembly that holds the client.</param>
    /// <returns>The schemas; empty when no loaded assembly has any.</returns>
    public static IReadOnlyList<FakeSchema> Of(string client)
    {
        if (s_schemas.TryGetValue(client, out var known))
            return known;
        foreach (var assembly in AppDomain.CurrentDomain.GetAssemblies().Where(static one => !one.IsDynamic))
        {
            var prefix = $"{Prefix}{client}/";
            var files = assembly.GetManifestResourceNames().Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
                .Select(name => Read(assembly, name, prefix)).ToDictionary(static one => one.Path, StringComparer.Ordinal);
            // What is not there may come with an assembly that is loaded later.
            if (files.Count > 0)
                return s_schemas.GetOrAdd(client, _ => Read(client, files));
        }

        return [];
    }

    private static SourceText Read(Assembly assembly, string name, string prefix)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return new SourceText(Absolute(name[prefix.Length..].Replace('\\', '/')), reader.ReadToEnd());
    }

    private static string Absolute(string path)
    {
        var folders = new Stack<string>(Folder.Split('/').Skip(1));
        foreach (var step in path.Split('/'))
        {
            if (step == ".." && folders.Count > 0)
                folders.Pop();
            else if (step is not ("." or ".."))
                folders.Push(step);
        }

        return "/" + string.Join('/', folders.Reverse());
    }

    private static FakeSchema[] Read(string client, Dictionary<string, SourceText> files)
    {
        var kinds = files.ToDictionary(static one => one.Key, static one => FileKinds.Of(one.Key, one.Value.Text), StringComparer.Ordinal);
        var projects = kinds.Where(static one => one.Value == FileKind.Configuration)
            .SelectMany(one => ConfigurationReader.Read(files[one.Key]).Projects).Where(static one => one.Schema.Count > 0).ToArray();
        var schemas = projects.Length == 0
            ? [[.. kinds.Where(static one => FileKinds.HoldsTypes(one.Value)).Select(static one => one.Key).Order(StringComparer.Ordinal)]]
            : projects.Select(project => ProjectFiles.Select(project, kinds).Schema);
        return [.. schemas.Where(static one => one.Count > 0).Select(paths => new FakeSchema([.. paths.Select(path => files[path])], client))];
    }
}
