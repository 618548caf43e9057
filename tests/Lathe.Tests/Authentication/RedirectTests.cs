using System.Net;
using Lathe.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Lathe.Tests.Authentication;

/// <summary>Where the key of a REST client goes when the server redirects it.</summary>
public sealed class RedirectTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private int _issued;

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task AnotherOriginThatAnswers401GetsNeitherTheKeyNorANewerOne(int status)
    {
        await using var other = await LoopbackServer.StartAsync(
            context => Reply.Json(context, "{}", status: context.Request.Headers.Authorization.Count == 0 ? 401 : 200), tls: true);
        await using var server = await RedirectsAsync(status, _ => other.Origin + "taken");
        await using var services = Services(server);
        using var rest = Rest(services);
        using var got = await rest.GetAsync(new Uri("/a", UriKind.Relative), Stop);
        using var body = new StringContent("{}");
        using var posted = await rest.PostAsync(new Uri("/b", UriKind.Relative), body, Stop);
        Assert.Equal([HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized], [got.StatusCode, posted.StatusCode]);
        Assert.Equal(2, other.Received.Count);
        Assert.All(other.Received, request => Assert.Null(request.Authorization));
        Assert.Equal(["Bearer token-1", "Bearer token-1"], server.Received.Select(request => request.Authorization));
        Assert.Equal(1, _issued);
    }

    [Fact]
    public async Task AnAddressOfTheSameOriginGetsTheSameKey()
    {
        await using var server = await RedirectsAsync(307, path => path + "/");
        await using var services = Services(server);
        using var rest = Rest(services);
        using var got = await rest.GetAsync(new Uri("/reports", UriKind.Relative), Stop);
        using var body = new StringContent("{}");
        using var posted = await rest.PostAsync(new Uri("/reports", UriKind.Relative), body, Stop);
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK], [got.StatusCode, posted.StatusCode]);
        Assert.Equal(
            [
                "GET /reports Bearer token-1", "GET /reports/ ", "GET /reports/ Bearer token-1", "POST /reports Bearer token-1", "POST /reports/ ",
                "POST /reports/ Bearer token-1",
            ],
            server.Received.Select(request => $"{request.Method} {request.Target} {request.Authorization}"));
        Assert.Equal(1, _issued);
    }

    [Fact]
    public async Task APostThatARedirectTurnsIntoAGetStaysOne()
    {
        await using var server = await RedirectsAsync(303, path => path + "/");
        await using var services = Services(server);
        using var rest = Rest(services);
        using var body = new StringContent("{}");
        using var posted = await rest.PostAsync(new Uri("/reports", UriKind.Relative), body, Stop);
        Assert.Equal(HttpMethod.Get, posted.RequestMessage!.Method);
        Assert.Equal(
            ["POST /reports Bearer token-1 {}", "GET /reports/  ", "GET /reports/ Bearer token-1 "],
            server.Received.Select(request => $"{request.Method} {request.Target} {request.Authorization} {request.Body}"));
    }

    [Fact]
    public async Task AKeyThatTheRedirectedAddressRejectsIsRenewedOnce()
    {
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = context.Request.Path == "/reports"
                ? 307
                : context.Request.Headers.Authorization == "Bearer token-2" ? 200 : 401;
            context.Response.Headers.Location = "/reports/";
            return Task.CompletedTask;
        });
        await using var services = Services(server);
        using var rest = Rest(services);
        using var got = await rest.GetAsync(new Uri("/reports", UriKind.Relative), Stop);
        Assert.Equal(HttpStatusCode.OK, got.StatusCode);
        Assert.Equal(["Bearer token-1", null, "Bearer token-1", "Bearer token-2"], server.Received.Select(request => request.Authorization));
        Assert.Equal(2, _issued);
    }

    [Fact]
    public async Task ARedirectToItselfEnds()
    {
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = context.Request.Headers.Authorization.Count > 0 ? 302 : 401;
            context.Response.Headers.Location = context.Request.Path.ToString();
            return Task.CompletedTask;
        });
        await using var services = Services(server);
        using var rest = Rest(services);
        using var got = await rest.GetAsync(new Uri("/a", UriKind.Relative), Stop);
        Assert.Equal(HttpStatusCode.Unauthorized, got.StatusCode);
        Assert.Equal(4, server.Received.Count);
        Assert.Equal(1, _issued);
    }

    private static Task<LoopbackServer> RedirectsAsync(int status, Func<string, string> target) => LoopbackServer.StartAsync(
        context =>
        {
            var path = context.Request.Path.ToString();
            context.Response.StatusCode = !path.EndsWith('/') ? status : context.Request.Headers.Authorization.Count == 0 ? 401 : 200;
            context.Response.Headers.Location = target(path);
            return Task.CompletedTask;
        },
        tls: true);

    private static HttpClient Rest(IServiceProvider services) => services.GetRequiredService<IHttpClientFactory>().CreateClient("rest");

    private ServiceProvider Services(LoopbackServer server)
    {
        var services = new ServiceCollection().AddLogging();
        services.AddHttpClient("rest", http => http.BaseAddress = server.Origin)
            .TrustTestCertificate()
            .AddBearerToken(o => o.Provider = (_, _) => new(BearerToken.Create("token-" + Interlocked.Increment(ref _issued))));
        return services.BuildServiceProvider();
    }
}
