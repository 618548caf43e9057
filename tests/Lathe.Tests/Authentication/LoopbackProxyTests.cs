using System.Net;
using Lathe.Authentication;
using Lathe.Tests.Support;

namespace Lathe.Tests.Authentication;

/// <summary>Which handlers keep off the process's proxy. The proxy is changed: these tests run alone.</summary>
[Collection(RunsAlone.Name)]
public sealed class LoopbackProxyTests : IDisposable
{
    private static readonly Uri s_here = new("http://localhost:5000/");
    private static readonly Uri s_there = new("http://api.example.com/");

    private readonly IWebProxy _former = HttpClient.DefaultProxy;

    [Fact]
    public void BothHandlersOfDotNetKeepPlainHttpToThisMachineOffTheProxy()
    {
        HttpClient.DefaultProxy = new WebProxy("http://proxy:8080");
        using var sockets = new SocketsHttpHandler();
        using var client = new HttpClientHandler();
        LoopbackProxy.Avoid(sockets, s_here);
        LoopbackProxy.Avoid(client, s_here);
        foreach (var proxy in new[] { sockets.Proxy!, client.Proxy! })
        {
            Assert.True(proxy.IsBypassed(s_here));
            Assert.Null(proxy.GetProxy(s_here));
            Assert.False(proxy.IsBypassed(s_there));
            Assert.Equal(new Uri("http://proxy:8080"), proxy.GetProxy(s_there));
            var credentials = new NetworkCredential("a", "b");
            proxy.Credentials = credentials;
            Assert.Same(credentials, HttpClient.DefaultProxy.Credentials);
            Assert.Same(credentials, proxy.Credentials);
        }
    }

    [Fact]
    public void AProxyThatWasSetStays()
    {
        var set = new WebProxy("http://other:8080");
        using var sockets = new SocketsHttpHandler { Proxy = set };
        using var client = new HttpClientHandler { Proxy = set };
        using var none = new SocketsHttpHandler { UseProxy = false };
        using var noneEither = new HttpClientHandler { UseProxy = false };
        foreach (var handler in new HttpMessageHandler[] { sockets, client, none, noneEither })
            LoopbackProxy.Avoid(handler, s_here);
        Assert.Same(set, sockets.Proxy);
        Assert.Same(set, client.Proxy);
        Assert.Null(none.Proxy);
        Assert.Null(noneEither.Proxy);
    }

    [Theory]
    [InlineData("https://localhost:5000/")]
    [InlineData("http://api.example.com/")]
    [InlineData("https://api.example.com/")]
    public void OtherOriginsGoAsBefore(string origin)
    {
        using var sockets = new SocketsHttpHandler();
        LoopbackProxy.Avoid(sockets, new Uri(origin));
        Assert.Null(sockets.Proxy);
    }

    [Fact]
    public void WhatTheProcessBypassesIsBypassed()
    {
        HttpClient.DefaultProxy = new WebProxy { BypassList = ["api.example.com"], Address = new Uri("http://proxy:8080") };
        using var sockets = new SocketsHttpHandler();
        LoopbackProxy.Avoid(sockets, s_here);
        Assert.True(sockets.Proxy!.IsBypassed(s_there));
        Assert.False(sockets.Proxy.IsBypassed(new Uri("http://b.example.com/")));
    }

    public void Dispose() => HttpClient.DefaultProxy = _former;
}
