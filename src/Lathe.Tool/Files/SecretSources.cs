using Lathe.Tool.Hosting;

namespace Lathe.Tool.Files;

/// <summary>Reads secrets; messages name the source, never the secret.</summary>
internal static class SecretSources
{
    public static string FromEnvironment(string name, ToolHost host)
    {
        if (!name.All(unit => char.IsAsciiLetterOrDigit(unit) || unit == '_'))
            throw new ToolException("--token-env and --header-env take the name of an environment variable, not its value.");
        // A key given in place of the name must not show up in a log.
        var shown = name.Length <= 40 && !name.Any(char.IsAsciiLetterLower)
            ? $"the environment variable {name}"
            : "the environment variable that is named";
        return Check(host.Environment(name), shown);
    }

    public static string FromFile(string path, ToolHost host) => Check(TextFiles.Read(path, host.Folder).Text, $"the file '{path}'");

    public static string Check(string? secret, string source)
    {
        var text = secret?.Trim();
        if (string.IsNullOrEmpty(text))
            throw new ToolException($"There is no key in {source}: it is missing or empty.");
        return text.All(unit => unit is > ' ' and < '\u007F')
            ? text
            : throw new ToolException($"The key in {source} holds characters that no header can carry.");
    }
}
