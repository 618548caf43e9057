namespace Lathe.Tool.Download;

/// <summary>How a server is reached.</summary>
internal sealed record Connection
{
    public const string BearerScheme = "Bearer ";

    public required Uri Endpoint { get; init; }

    /// <summary>Gets the headers to send, the key among them; never shown.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    public bool HasToken { get; init; }

    public Uri? Proxy { get; init; }

    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Takes the secrets out of a text that a server wrote: some answer with what they were sent.</summary>
    public string WithoutSecrets(string text)
    {
        foreach (var (_, value) in Headers)
        {
            var secret = value.StartsWith(BearerScheme, StringComparison.Ordinal) ? value[BearerScheme.Length..] : value;
            text = text.Replace(secret, "(the key)", StringComparison.Ordinal);
        }

        return text;
    }

    public override string ToString() => Endpoint.GetLeftPart(UriPartial.Path);
}
