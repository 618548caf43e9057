using Lathe.Tool.Hosting;

namespace Lathe.Tool.Files;

/// <summary>Reads secrets; messages name the source, never the secret.</summary>
internal static class SecretSources
{
    public static Secret FromEnvironment(string name, ToolHost host)
    {
        if (!name.All(unit => char.IsAsciiLetterOrDigit(unit) || unit == '_'))
            throw new ToolException("--token-env and --header-env take the name of an environment variable, not its value.");
        // A key given in place of the name must not show up in a log.
        var shown = name.Length <= 40 && !name.Any(char.IsAsciiLetterLower)
            ? $"the environment variable {name}"
            : "the environment variable that is named";
        return new Secret(host.Environment(name), shown);
    }

    public static Secret FromFile(string path, ToolHost host) => new(TextFiles.Read(path, host.Folder).Text, $"the file '{path}'");
}
