using System.Diagnostics;

namespace Lathe;

/// <summary>
/// A request of this transport. It carries what handlers need without a dictionary, and never shows its headers:
/// while it is on the way, one of them is the key.
/// </summary>
[DebuggerDisplay("{ToString(),nq}")]
[DebuggerTypeProxy(typeof(HiddenRequestView))]
internal sealed class GraphQLHttpRequest : HttpRequestMessage
{
    public GraphQLHttpRequest(HttpMethod method, Uri uri)
        : base(method, uri)
    {
    }

    public GraphQLOperationType OperationType { get; init; }

    public bool AllowRetry { get; init; }

    public string? Tenant { get; init; }

    /// <summary>The token to use in place of the client's own.</summary>
    public BearerToken? Token { get; init; }

    /// <summary>The token that was sent; set by the handler.</summary>
    public BearerToken? SentToken { get; set; }

    /// <summary>Where a newer token comes from; set by the handler when it attached one of its own.</summary>
    public BearerTokenSource? TokenSource { get; set; }

    public override string ToString() => $"{Method} {RequestUri?.GetLeftPart(UriPartial.Path)} (headers hidden)";
}
