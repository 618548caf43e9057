using Lathe.Secrets;

namespace Lathe.Requests;

/// <summary>What a debugger shows of a request that may hold a key: everything but its headers.</summary>
internal sealed class HiddenRequestView(HttpRequestMessage request)
{
    public HttpMethod Method { get; } = request.Method;

    public string? Address { get; } = AddressText.WithoutQuery(request.RequestUri);

    public Version Version { get; } = request.Version;

    public HttpContent? Content { get; } = request.Content;

    public string Headers { get; } = "(hidden: one of them is the key)";
}
