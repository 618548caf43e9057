namespace Lathe.Tool.Download;

/// <summary>How a server is reached.</summary>
internal sealed record Connection
{
    public required Uri Endpoint { get; init; }

    /// <summary>Gets the headers to send, the key among them; never shown.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>Gets the texts that no message shows: keys, with and without their scheme.</summary>
    public IReadOnlyList<string> Secrets { get; init; } = [];

    /// <summary>Gets how a token is asked for before the server is; null when there is one, or none is needed.</summary>
    public ClientCredentials? Credentials { get; init; }

    public bool HasToken => Secrets.Count > 0;

    public Uri? Proxy { get; init; }

    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Adds a header that is a secret.</summary>
    public Connection WithSecret(string header, string value)
    {
        var bare = value[(value.IndexOf(' ', StringComparison.Ordinal) + 1)..];
        return this with { Headers = [.. Headers, new(header, value)], Secrets = [.. Secrets, value, bare] };
    }

    /// <summary>Takes the secrets out of a text that a server wrote: some answer with what they were sent.</summary>
    public string WithoutSecrets(string text) =>
        Secrets.OrderByDescending(secret => secret.Length).Aggregate(
            text, (clean, secret) => clean.Replace(secret, "(the key)", StringComparison.Ordinal));

    public override string ToString() => Endpoint.GetLeftPart(UriPartial.Path);
}
