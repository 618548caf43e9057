using System.Diagnostics;

namespace Lathe;

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

    /// <summary>Returns the request to show on a response: the original, with the address that a redirect led to.</summary>
    public static HttpRequestMessage? Original(HttpRequestMessage? shown, HttpRequestMessage sent, HttpRequestMessage original)
    {
        if (!ReferenceEquals(shown, sent) || ReferenceEquals(sent, original))
            return shown;
        original.RequestUri = sent.RequestUri;
        return original;
    }

    /// <summary>Gives the content back: the original owns it.</summary>
    public void Release() => Content = null;

    public override string ToString() => $"{Method} {RequestUri?.GetLeftPart(UriPartial.Path)} (headers hidden)";
}
