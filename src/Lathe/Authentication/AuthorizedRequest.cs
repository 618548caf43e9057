using System.Diagnostics;
using Lathe.Requests;
using Lathe.Secrets;

namespace Lathe.Authentication;

/// <summary>What goes out in place of another client's request, so that the original never holds the key and its text never shows it.</summary>
[DebuggerDisplay("{ToString(),nq}")]
[DebuggerTypeProxy(typeof(HiddenRequestView))]
internal sealed class AuthorizedRequest : HttpRequestMessage
{
    public AuthorizedRequest(HttpRequestMessage original, BearerToken token)
        : base(original.Method, original.RequestUri)
    {
        Token = token;
        Version = original.Version;
        VersionPolicy = original.VersionPolicy;
        Content = original.Content;
        foreach (var (name, values) in original.Headers.NonValidated)
            Headers.TryAddWithoutValidation(name, values);
        foreach (var (key, value) in original.Options)
            ((IDictionary<string, object?>)Options)[key] = value;
    }

    public BearerToken Token { get; }

    /// <summary>The token whose rate limit the request counts against.</summary>
    public BearerToken? BudgetToken { get; init; }

    /// <summary>Shows the original on the response, as a redirect has changed it.</summary>
    public static void Follow(HttpRequestMessage original, HttpRequestMessage sent, HttpResponseMessage response)
    {
        if (ReferenceEquals(sent, original))
            return;
        if (!ReferenceEquals(sent.RequestUri, original.RequestUri))
        {
            (original.RequestUri, original.Method) = (sent.RequestUri, sent.Method);
            // A POST that became a GET has lost its body; else it is the same.
            original.Content = sent.Content;
        }

        if (ReferenceEquals(response.RequestMessage, sent))
            response.RequestMessage = original;
    }

    /// <summary>Gives the content back: the original owns it.</summary>
    public void Release() => Content = null;

    public override string ToString() => $"{Method} {AddressText.WithoutQuery(RequestUri)} (headers hidden)";
}
