namespace Lathe.Tool.Hosting;

/// <summary>Refuses keys on the command line: other users of the machine, the shell's history and CI logs would see them.</summary>
internal static class SecretArguments
{
    private static readonly string[] s_names = [
        "--token", "--key", "--api-key", "--apikey", "--bearer", "--password", "--secret", "--authorization", "-H",
    ];

    private static readonly string[] s_wordsOfSecrets =
        ["authorization", "cookie", "token", "key", "secret", "password", "passphrase", "credential", "session", "signature", "jwt"];

    /// <summary>Tells whether a header holds a secret, by its name.</summary>
    public static bool IsSecretHeader(string name) =>
        s_wordsOfSecrets.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase))
        || name.Split('-').Contains("auth", StringComparer.OrdinalIgnoreCase);

    public static void Refuse(IReadOnlyList<string> arguments)
    {
        foreach (var argument in arguments)
        {
            var name =
                Array.Find(s_names, known => argument.Equals(known, known.Length > 2 ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal)
                || argument.StartsWith(known + "=", StringComparison.OrdinalIgnoreCase)
                || argument.StartsWith(known + ":", StringComparison.OrdinalIgnoreCase));
            if (name is not null)
            {
                throw new ToolException(
                    $"A key on the command line ({name}) can be read by others in process lists, shell history and CI logs. "
                    + "Use --token-env NAME, --token-file PATH or --token-stdin; for other headers --header-env HEADER=NAME, or --header "
                    + "HEADER=VALUE for one that is no secret.");
            }
        }
    }
}
