using System.Net;

namespace Lathe.Authentication;

/// <summary>
/// Keeps plain http to this machine off the process's proxy: a key that may go to loopback unencrypted would else travel to the proxy so.
/// </summary>
internal sealed class LoopbackProxy : IWebProxy
{
    private LoopbackProxy()
    {
    }

    public ICredentials? Credentials
    {
        get => HttpClient.DefaultProxy.Credentials;
        set => HttpClient.DefaultProxy.Credentials = value;
    }

    /// <summary>Changes a handler that would use the process's proxy for a loopback origin; a proxy that was set on it stays.</summary>
    public static void Avoid(HttpMessageHandler handler, Uri origin)
    {
        if (OperatingSystem.IsBrowser() || !origin.IsLoopback || origin.Scheme != Uri.UriSchemeHttp)
            return;
        if (handler is SocketsHttpHandler { UseProxy: true, Proxy: null } sockets)
            sockets.Proxy = new LoopbackProxy();
        else if (handler is HttpClientHandler { UseProxy: true, Proxy: null } client)
            client.Proxy = new LoopbackProxy();
    }

    public Uri? GetProxy(Uri destination) => destination.IsLoopback ? null : HttpClient.DefaultProxy.GetProxy(destination);

    public bool IsBypassed(Uri host) => host.IsLoopback || HttpClient.DefaultProxy.IsBypassed(host);
}
