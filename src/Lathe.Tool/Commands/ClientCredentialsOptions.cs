using System.CommandLine;
using Lathe.Tool.Download;
using Lathe.Tool.Files;
using Lathe.Tool.Hosting;

namespace Lathe.Tool.Commands;

/// <summary>The options of a token that an authorization server grants to a program (OAuth 2.0, client credentials).</summary>
internal sealed class ClientCredentialsOptions
{
    private readonly Option<string?> _address =
        new("--oauth-token-url") { Description = "The OAuth server's token endpoint, which grants the token.", HelpName = "URL" };
    private readonly Option<string?> _idEnv =
        new("--oauth-id-env") { Description = "The environment variable that holds the client's id.", HelpName = "NAME" };
    private readonly Option<string?> _secretEnv =
        new("--oauth-secret-env") { Description = "The environment variable that holds the client's secret.", HelpName = "NAME" };
    private readonly Option<string?> _scope =
        new("--oauth-scope") { Description = "The scopes to ask for, separated by spaces.", HelpName = "SCOPES" };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _address, _idEnv, _secretEnv, _scope })
            command.Options.Add(option);
    }

    public bool IsGiven(ParseResult parsed) => All(parsed).Any(value => value is not null);

    /// <summary>Reads the options.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="hasToken">Whether there is a token already, which is one too many.</param>
    /// <param name="host">Where the environment variables come from.</param>
    /// <returns>What to ask for a token with; null without these options.</returns>
    public ClientCredentials? Read(ParseResult parsed, bool hasToken, ToolHost host)
    {
        if (!IsGiven(parsed))
            return null;
        if (hasToken)
            throw new ToolException("Give a token, or --oauth-token-url with --oauth-id-env and --oauth-secret-env, which gets one.");
        if (parsed.GetValue(_address) is not { } text || parsed.GetValue(_idEnv) is not { } id || parsed.GetValue(_secretEnv) is not { } secret)
            throw new ToolException("A token is granted for three options together: --oauth-token-url, --oauth-id-env and --oauth-secret-env.");
        var address = ConnectionOptions.Address(text, "--oauth-token-url");
        if (address.Scheme != Uri.UriSchemeHttps && !address.IsLoopback)
            throw new ToolException(
                $"{address.GetLeftPart(UriPartial.Path)} is not encrypted: a secret sent there can be read on the way. Use https.");
        return new ClientCredentials(
            address,
            SecretSources.FromEnvironment(id, host).ToHeaderValue(),
            SecretSources.FromEnvironment(secret, host).ToHeaderValue(),
            parsed.GetValue(_scope));
    }

    private string?[] All(ParseResult parsed) =>
        [parsed.GetValue(_address), parsed.GetValue(_idEnv), parsed.GetValue(_secretEnv), parsed.GetValue(_scope)];
}
