using System.Net;
using Lathe.Authentication;

namespace Lathe.Tests.Authentication;

/// <summary>A known resolver may lead a key to another address; nothing else may, and not for longer than the request takes.</summary>
public sealed class AddressResolverTests
{
    private static readonly Uri s_logical = new("https://shop/graphql");
    private static readonly Uri s_resolved = new("https://10.0.0.7:8443/graphql");

    [Fact]
    public async Task WhatAKnownResolverMadeOfTheOriginIsAllowedWhileTheRequestIsOnItsWay()
    {
        var destination = new BearerTokenDestination("test", s_logical, allowPlainHttp: false);
        var seen = new List<(bool Allows, bool IsOrigin)>();
        using var chain = Chain(
            destination, [new Rewrite(s_resolved), new Note(request => seen.Add((destination.Allows(request), destination.IsOrigin(request))))]);
        using var request = new HttpRequestMessage(HttpMethod.Post, s_logical);
        using var response = await chain.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal([(true, true)], seen);
        Assert.False(destination.Allows(request));
        Assert.Empty(request.Options);
    }

    [Fact]
    public async Task ARequestForAnotherAddressGetsNoKeyByBeingResolved()
    {
        var destination = new BearerTokenDestination("test", s_logical, allowPlainHttp: false);
        var seen = new List<bool>();
        using var chain = Chain(destination, [new Rewrite(s_resolved), new Note(request => seen.Add(destination.Allows(request)))]);
        using var request = new HttpRequestMessage(HttpMethod.Post, "https://elsewhere/graphql");
        using var response = await chain.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal([false], seen);
    }

    [Fact]
    public async Task AFailureForgetsTheAddressToo()
    {
        var destination = new BearerTokenDestination("test", s_logical, allowPlainHttp: false);
        using var chain = Chain(destination, [new Rewrite(s_resolved), new Note(_ => throw new HttpRequestException("refused"))]);
        using var request = new HttpRequestMessage(HttpMethod.Post, s_logical);
        await Assert.ThrowsAsync<HttpRequestException>(() => chain.SendAsync(request, TestContext.Current.CancellationToken));
        Assert.Empty(request.Options);
    }

    [Fact]
    public async Task TwoResolversInARowLeadOnAndAnUnknownHandlerBehindThemDoesNot()
    {
        var destination = new BearerTokenDestination("test", s_logical, allowPlainHttp: false);
        var seen = new List<bool>();
        using var chain = Chain(
            destination,
            [new Rewrite(new Uri("https://between/graphql")), new Rewrite(s_resolved), new Note(request =>
            {
                seen.Add(destination.Allows(request));
                request.RequestUri = new Uri("https://evil/graphql");
                seen.Add(destination.Allows(request));
            })]);
        using var request = new HttpRequestMessage(HttpMethod.Post, s_logical);
        using var response = await chain.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal([true, false], seen);
    }

    [Fact]
    public void OnlyKnownHandlersAreSurrounded()
    {
        List<DelegatingHandler> handlers = [new Note(_ => { }), new Rewrite(s_resolved), new Note(_ => { }), new Rewrite(s_resolved)];
        AddressResolverHandlers.Surround(handlers, new BearerTokenDestination("test", s_logical, false), [typeof(Rewrite)]);
        Assert.Equal(
            ["Note", "OutsideResolver", "Rewrite", "InsideResolver", "Note", "OutsideResolver", "Rewrite", "InsideResolver"],
            handlers.Select(static handler => handler.GetType().Name));
        handlers = [new Rewrite(s_resolved)];
        AddressResolverHandlers.Surround(handlers, new BearerTokenDestination("test", s_logical, false), []);
        Assert.Single(handlers);
    }

    [Theory]
    [InlineData("https://a/x", "https://a:443/y", true)]
    [InlineData("https://a/x", "https://A/y", true)]
    [InlineData("https://a/x", "http://a:443/x", false)]
    [InlineData("https://a/x", "https://a:444/x", false)]
    [InlineData("https://a/x", "https://b/x", false)]
    [InlineData("https://a/x", "/x", false)]
    [InlineData("/x", "https://a/x", false)]
    [InlineData(null, "https://a/x", false)]
    [InlineData("https://a/x", null, false)]
    [InlineData(null, null, true)]
    [InlineData("https://bücher.example/", "https://xn--bcher-kva.example/", true)]
    public void AnOriginIsASchemeAHostAndAPort(string? one, string? other, bool same)
    {
        var (left, right) = (Parse(one), Parse(other));
        Assert.Equal(same, BearerTokenDestination.HasOrigin(left, right));
        Assert.Equal(same, BearerTokenDestination.HasOrigin(right, left));
        static Uri? Parse(string? text) => text is null ? null : new Uri(text, UriKind.RelativeOrAbsolute);
    }

    [Fact]
    public void ARequestWithoutAnAddressGetsNoKey()
    {
        var destination = new BearerTokenDestination("test", s_logical, allowPlainHttp: false) { Endpoint = s_logical };
        Assert.False(destination.Allows((Uri?)null));
        Assert.False(destination.Allows(new Uri("/graphql", UriKind.Relative)));
        Assert.True(destination.IsRewritten(s_resolved));
        Assert.False(destination.IsRewritten(s_logical));
        Assert.False(new BearerTokenDestination("test", s_logical, allowPlainHttp: false).IsRewritten(s_resolved));
        Assert.Equal(
            "A handler of client 'test' changed the address from https://shop to https://10.0.0.7:8443, which is not where its key may go; nothing "
                + "was sent. Add the handler's type to BearerTokenOptions.AddressResolvers if it resolves names, or set Origin.",
            destination.Rewritten(s_resolved).Message);
    }

    private static HttpMessageInvoker Chain(BearerTokenDestination destination, List<DelegatingHandler> handlers)
    {
        AddressResolverHandlers.Surround(handlers, destination, [typeof(Rewrite)]);
        HttpMessageHandler next = new Answer();
        for (var i = handlers.Count - 1; i >= 0; i--)
        {
            handlers[i].InnerHandler = next;
            next = handlers[i];
        }

        return new HttpMessageInvoker(next);
    }

    private sealed class Rewrite(Uri address) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.RequestUri = address;
            return base.SendAsync(request, cancellationToken);
        }
    }

    private sealed class Note(Action<HttpRequestMessage> note) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            note(request);
            return base.SendAsync(request, cancellationToken);
        }
    }

    private sealed class Answer : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK));
    }
}
