using System.CommandLine;
using Lathe.Language.Configuration;
using Lathe.Tool.Download;
using Lathe.Tool.Files;
using Lathe.Tool.Hosting;

namespace Lathe.Tool.Commands;

/// <summary>The options that say how a server is reached. Secrets come from the environment, a file or standard input only.</summary>
internal sealed class ConnectionOptions
{
    private readonly Option<string?> _endpoint =
        new("--endpoint", "-e") { Description = "The server's address; by default the configuration's endpoint.", HelpName = "URL" };
    private readonly Option<string?> _tokenEnv =
        new("--token-env") { Description = "The environment variable that holds the bearer token.", HelpName = "NAME" };
    private readonly Option<string?> _tokenFile = new("--token-file") { Description = "The file that holds the bearer token.", HelpName = "FILE" };
    private readonly Option<bool> _tokenStdin = new("--token-stdin") { Description = "The first line of standard input is the bearer token." };
    private readonly Option<string[]> _headerEnv =
        new("--header-env") { Description = "A further header from an environment variable. May be repeated.", HelpName = "HEADER=NAME" };
    private readonly Option<string[]> _headerFile =
        new("--header-file") { Description = "A further header from a file. May be repeated.", HelpName = "HEADER=FILE" };
    private readonly Option<string[]> _header =
        new("--header") { Description = "A further header that is no secret. May be repeated.", HelpName = "HEADER=VALUE" };
    private readonly ClientCredentialsOptions _credentials = new();
    private readonly Option<string?> _proxy =
        new("--proxy") { Description = "The proxy's address; by default HTTPS_PROXY, HTTP_PROXY and NO_PROXY count.", HelpName = "URL" };
    private readonly Option<int> _timeout =
        new("--timeout") { Description = "How long to wait for an answer.", HelpName = "SECONDS", DefaultValueFactory = _ => 60 };

    private Secret? _fromInput;
    private string? _askedVariable;

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _endpoint, _tokenEnv, _tokenFile, _tokenStdin, _headerEnv, _headerFile, _header, _proxy, _timeout })
            command.Options.Add(option);
        _credentials.AddTo(command);
    }

    public bool HasEndpoint(ParseResult parsed) => parsed.GetValue(_endpoint) is not null;

    /// <summary>Gets the name under which a program finds the key that the command was given: the same variable where it came from one.</summary>
    /// <returns>The name; null for a server without a key.</returns>
    public string? KeyName(ParseResult parsed, string client) =>
        KeyVariable(parsed) ?? (HasKey(parsed) ? client.Replace("Client", string.Empty, StringComparison.Ordinal) + ":ApiKey" : null);

    /// <summary>Gets the environment variable that the key came from; null where it came from elsewhere, or there is none.</summary>
    public string? KeyVariable(ParseResult parsed) => parsed.GetValue(_tokenEnv) ?? _askedVariable;

    /// <summary>Refuses to send one key to the servers of several projects.</summary>
    public void CheckOneServer(ParseResult parsed, IReadOnlyList<string?> configured)
    {
        if (!HasKey(parsed) || HasEndpoint(parsed))
            return;
        var origins = configured.OfType<string>()
            .Select(text => Address(text, "\"endpoint\"").GetLeftPart(UriPartial.Authority)).Distinct(StringComparer.OrdinalIgnoreCase).ToArray();
        if (origins.Length > 1)
            throw new ToolException(
                $"The projects have different servers ({string.Join(", ", origins)}), and a key is for one. "
                    + "Check them one by one with --project NAME.");
    }

    /// <summary>Asks a person for what was not given: the server, and the variable with its key.</summary>
    public Connection Ask(ParseResult parsed, ToolHost host)
    {
        if (HasEndpoint(parsed))
            return Read(parsed, configured: (string?)null, host);
        if (!host.CanAsk)
            throw new ToolException("No server is named. Give --endpoint URL, or --no-download to add the schema later.");
        var endpoint = Prompt(host, "The GraphQL server's address (https://...): ");
        var variable = HasKey(parsed) ? string.Empty : Prompt(host, "The environment variable that holds its key, empty for none: ");
        _askedVariable = variable.Length > 0 ? variable : null;
        return Read(parsed, endpoint, host, variable.Length > 0 ? SecretSources.FromEnvironment(variable, host) : null);
    }

    /// <summary>
    /// Reads how the server of a project is reached. The configuration's key is for its own endpoint, where the command line names none.
    /// </summary>
    public Connection Read(ParseResult parsed, ClientConfig? configured, ToolHost host) => Read(
        parsed,
        configured?.Endpoint,
        host,
        configured is { TokenEnv: { } variable, Endpoint: not null } && !HasEndpoint(parsed) && !HasKey(parsed)
            ? SecretSources.FromEnvironment(variable, host)
            : null);

    private Connection Read(ParseResult parsed, string? configured, ToolHost host, Secret? askedToken = null)
    {
        var endpoint = Address(parsed.GetValue(_endpoint) ?? configured ?? throw new ToolException(
            "No server is named. Give --endpoint URL, or \"endpoint\" under extensions.lathe in .graphqlrc.json."), "--endpoint");
        var connection = new Connection { Endpoint = endpoint, Headers = [.. PlainHeaders(parsed)] };
        var token = askedToken ?? Token(parsed, host);
        var credentials = _credentials.Read(parsed, hasToken: token is not null, host);
        if (token is not null)
            connection = connection.WithSecret("Authorization", token.ToAuthorization());
        foreach (var (name, source) in Pairs(parsed.GetValue(_headerEnv), "--header-env"))
            connection = connection.WithSecret(HeaderName(name), SecretSources.FromEnvironment(source, host).ToHeaderValue());
        foreach (var (name, source) in Pairs(parsed.GetValue(_headerFile), "--header-file"))
            connection = connection.WithSecret(HeaderName(name), SecretSources.FromFile(source, host).ToHeaderValue());
        if ((connection.HasToken || credentials is not null) && endpoint.Scheme != Uri.UriSchemeHttps && !endpoint.IsLoopback)
            throw new ToolException($"{endpoint.GetLeftPart(UriPartial.Path)} is not encrypted: a key sent there can be read on the way. Use https.");
        var seconds = parsed.GetValue(_timeout);
        if (seconds is < 1 or > 3600)
            throw new ToolException("--timeout takes 1 to 3600 seconds.");
        var proxy = parsed.GetValue(_proxy) is { } text ? Address(text, "--proxy") : null;
        return connection with { Credentials = credentials, Proxy = proxy, Timeout = TimeSpan.FromSeconds(seconds) };
    }

    private bool HasKey(ParseResult parsed) =>
        parsed.GetValue(_tokenEnv) is not null || parsed.GetValue(_tokenFile) is not null || parsed.GetValue(_tokenStdin)
        || parsed.GetValue(_headerEnv) is { Length: > 0 } || parsed.GetValue(_headerFile) is { Length: > 0 } || _credentials.IsGiven(parsed);

    private static string Prompt(ToolHost host, string question)
    {
        host.Output.Write(question);
        host.Output.Flush();
        return host.Input.ReadLine()?.Trim() ?? string.Empty;
    }

    private Secret? Token(ParseResult parsed, ToolHost host)
    {
        var (env, file, stdin) = (parsed.GetValue(_tokenEnv), parsed.GetValue(_tokenFile), parsed.GetValue(_tokenStdin));
        if ((env is null ? 0 : 1) + (file is null ? 0 : 1) + (stdin ? 1 : 0) > 1)
            throw new ToolException("Give one of --token-env, --token-file and --token-stdin.");
        if (env is not null)
            return SecretSources.FromEnvironment(env, host);
        if (file is not null)
            return SecretSources.FromFile(file, host);
        return stdin ? _fromInput ??= new Secret(host.Input.ReadLine(), "standard input") : null;
    }

    private IEnumerable<KeyValuePair<string, string>> PlainHeaders(ParseResult parsed)
    {
        foreach (var (name, value) in Pairs(parsed.GetValue(_header), "--header"))
        {
            if (SecretArguments.IsSecretHeader(name))
            {
                throw new ToolException(
                    $"The header {name} holds a key, which others can read in process lists, shell history and CI logs. Use --header-env "
                        + $"{name}=NAME.");
            }

            if (value.Any(unit => unit is < ' ' or > '~'))
                throw new ToolException($"The value of the header {name} holds characters that no header can carry.");
            yield return new(HeaderName(name), value.Trim());
        }
    }

    private static IEnumerable<(string Name, string Source)> Pairs(string[]? values, string option)
    {
        foreach (var value in values ?? [])
        {
            var split = value.IndexOf('=', StringComparison.Ordinal);
            if (split <= 0 || split == value.Length - 1)
                throw new ToolException(option == "--header"
                    ? "--header takes HEADER=VALUE, such as X-Org=acme."
                    : $"{option} takes HEADER=SOURCE, such as X-Org=ORG_VARIABLE.");
            yield return (value[..split], value[(split + 1)..]);
        }
    }

    private static string HeaderName(string name)
    {
        using var probe = new HttpRequestMessage();
        return probe.Headers.TryAddWithoutValidation(name, string.Empty)
            ? name
            : throw new ToolException($"'{name}' is not the name of a header that can be added to a request.");
    }

    public static Uri Address(string text, string option)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            throw new ToolException($"{option} takes an address that begins with https:// (or http://).");
        if (address.UserInfo.Length > 0)
        {
            throw new ToolException(option == "--proxy"
                ? "The proxy's address holds a name or password, which logs would show. Set HTTPS_PROXY to it instead."
                : "The address holds a name or password, which logs would show. Use --token-env, --token-file or --header-env.");
        }

        return address;
    }
}
