using Lathe.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Lathe.Tests.Authentication;

/// <summary><see cref="HttpClient.Send(HttpRequestMessage)"/> takes another way through handlers than <c>SendAsync</c>.</summary>
public sealed class SynchronousSendTests
{
    [Fact]
    public async Task ASynchronousRequestHasTheKeyRenewsItAndCountsAgainstTheLimit()
    {
        await using var server = await LoopbackServer.StartAsync(context =>
            Reply.Json(context, "{}", status: context.Request.Headers.Authorization == "Bearer token-2" ? 200 : 401));
        var issued = 0;
        var services = new ServiceCollection().AddLogging();
        services.AddHttpClient("rest", http => http.BaseAddress = server.Origin)
            .AddRateLimiter(o => (o.PermitLimit, o.QueueLimit) = (3, 0))
            .AddBearerToken(o => o.Provider = (_, _) => new(BearerToken.Create("token-" + ++issued)));
        await using var provider = services.BuildServiceProvider();
        using var rest = provider.GetRequiredService<IHttpClientFactory>().CreateClient("rest");
        await Task.Run(() => Send(rest, 200), TestContext.Current.CancellationToken);
        Assert.Equal(["Bearer token-1", "Bearer token-2"], server.Received.Select(request => request.Authorization));
        await Task.Run(() => Send(rest, 200), TestContext.Current.CancellationToken);
        await Assert.ThrowsAsync<GraphQLRateLimitException>(() => Task.Run(() => Send(rest, 200), TestContext.Current.CancellationToken));
    }

    private static void Send(HttpClient rest, int status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/a");
        using var response = rest.Send(request);
        Assert.Equal(status, (int)response.StatusCode);
    }
}
