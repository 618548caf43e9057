using System.Text;
using Lathe.Language.Configuration;
using Microsoft.CodeAnalysis.CSharp;

namespace Lathe.Generator.Configuration;

/// <summary>Names a client that the configuration does not name.</summary>
internal static class ClientNames
{
    // Names that say nothing about the API.
    private static readonly string[] s_meaningless = ["default", "schema", "api", "graphql", "introspection"];

    /// <summary>
    /// Names a build's only client after its schema file. A file-based app, whose namespace nobody wrote, sees it without a <c>using</c>.
    /// </summary>
    public static ClientConfig WithDefaults(ClientConfig config, IReadOnlyList<string> schemaPaths, ProjectOptions options) => config with
    {
        Client = config.Client ?? FromSchema(schemaPaths),
        Namespace = config.Namespace ?? Root(options),
        IsImported = options.IsFileBased,
        HasClosedRecords = options.HasClosedTypes,
    };

    /// <summary>Names one client of several after its project; each has a namespace of its own, so that their types don't meet.</summary>
    public static ClientConfig WithDefaults(ClientConfig config, ProjectOptions options) => config with
    {
        Client = config.Client ?? Pascal(config.ProjectName) + "Client",
        Namespace = config.Namespace ?? $"{Root(options)}.{Pascal(config.ProjectName)}",
        HasClosedRecords = options.HasClosedTypes,
    };

    // The SDK's default is the project's file name with spaces replaced: "my-app" is not a valid namespace.
    private static string Root(ProjectOptions options)
    {
        var parts = (options.RootNamespace ?? string.Empty).Split('.').Where(static part => part.Trim().Length > 0).Select(Identifier).ToArray();
        return parts.Length == 0 ? "GraphQL" : string.Join(".", parts);
    }

    private static string Identifier(string part)
    {
        var text = string.Concat(part.Trim().Select(static unit => SyntaxFacts.IsIdentifierPartCharacter(unit) ? unit : '_'));
        return SyntaxFacts.IsIdentifierStartCharacter(text[0]) ? text : "_" + text;
    }

    private static string FromSchema(IReadOnlyList<string> paths)
    {
        var file = paths[0].Substring(paths[0].LastIndexOfAny(['/', '\\']) + 1);
        var dot = file.IndexOf('.');
        var name = dot > 0 ? file.Substring(0, dot) : file;
        return paths.Count > 1 || Array.IndexOf(s_meaningless, name.ToLowerInvariant()) >= 0 ? "GraphQLClient" : Pascal(name) + "Client";
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
