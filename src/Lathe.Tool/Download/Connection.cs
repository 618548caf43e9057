namespace Lathe.Tool.Download;

/// <summary>How a server is reached.</summary>
internal sealed record Connection
{
    public required Uri Endpoint { get; init; }

    /// <summary>Gets the headers to send, the key among them; never shown.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    public bool HasToken { get; init; }

    public Uri? Proxy { get; init; }

    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    public override string ToString() => Endpoint.GetLeftPart(UriPartial.Path);
}
