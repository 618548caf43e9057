using System.Text;
using Lathe.Language.Configuration;

namespace Lathe.Generator.Configuration;

/// <summary>Names a client that the configuration does not name.</summary>
internal static class ClientNames
{
    // Names that say nothing of what the API is.
    private static readonly string[] Meaningless = ["default", "schema", "api", "graphql", "introspection"];

    /// <summary>Fills in the client's name and namespace.</summary>
    /// <param name="config">What is configured.</param>
    /// <param name="sources">What to name the client after: the project, or its schema files.</param>
    /// <param name="options">The C# project.</param>
    public static ClientConfig WithDefaults(ClientConfig config, IReadOnlyList<string> sources, ProjectOptions options) => config with
    {
        Client = config.Client ?? FromSource(sources),
        Namespace = config.Namespace ?? options.RootNamespace ?? "GraphQL",
    };

    private static string FromSource(IReadOnlyList<string> sources)
    {
        var file = sources[0].Substring(sources[0].LastIndexOfAny(['/', '\\']) + 1);
        var dot = file.IndexOf('.');
        var name = dot > 0 ? file.Substring(0, dot) : file;
        return sources.Count > 1 || Array.IndexOf(Meaningless, name.ToLowerInvariant()) >= 0 ? "GraphQLClient" : Pascal(name) + "Client";
    }

    private static string Pascal(string name)
    {
        var builder = new StringBuilder(name.Length);
        var upper = true;
        foreach (var unit in name)
        {
            if (char.IsLetterOrDigit(unit))
                builder.Append(upper ? char.ToUpperInvariant(unit) : unit);
            upper = !char.IsLetterOrDigit(unit);
        }

        if (builder.Length == 0)
            return "GraphQL";
        return char.IsDigit(builder[0]) ? "_" + builder : builder.ToString();
    }
}
