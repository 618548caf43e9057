using System.Net.Http.Headers;
using Lathe.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Lathe.Hosts.Tests;

/// <summary>An ASP.NET Core host that calls the API with the token of the user whom it serves.</summary>
public sealed class CurrentUserTests
{
    [Theory]
    [InlineData(BearerTokenCache.Never)]
    [InlineData(BearerTokenCache.PerIdentity)]
    public async Task EachUserGetsWhatTheOwnTokenBrings(BearerTokenCache cache)
    {
        await using var api = await LoopbackServer.StartAsync(context =>
        {
            var user = context.Request.Headers.Authorization.ToString()["Bearer token-of-".Length..];
            return context.Response.WriteAsync($$$"""{"data":{"machines":[{"name":"{{{user}}}","number":1}]}}""");
        });
        await using var site = await SiteAsync(api.Endpoint, cache);
        using var http = new HttpClient { BaseAddress = new Uri(site.Urls.Single()) };
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 200).Select(async i => (User: $"user{i % 2}", Answer: await AskAsync(http, $"user{i % 2}"))));
        Assert.All(answers, one => Assert.Equal(one.User, one.Answer));
        Assert.Equal(200, api.Received.Count);
        Assert.Equal(100, api.Received.Count(request => request.Authorization == "Bearer token-of-user0"));
        Assert.Equal(100, api.Received.Count(request => request.Authorization == "Bearer token-of-user1"));
    }

    [Fact]
    public async Task ATokenThatServesAllIsNeverThatOfWhoeverAskedFirst()
    {
        await using var api = await LoopbackServer.StartAsync(MachinesOperation.TwoMachines);
        await using var site = await SiteAsync(api.Endpoint, BearerTokenCache.PerTenant);
        using var http = new HttpClient { BaseAddress = new Uri(site.Urls.Single()) };
        Assert.Contains(
            "a provider of the current user's token needs BearerTokenOptions.Cache", await AskAsync(http, "user0"), StringComparison.Ordinal);
        Assert.Empty(api.Received);
    }

    [Fact]
    public async Task AScopedServiceFromTheRootServicesIsAnErrorThatSaysHow()
    {
        var services = Client.Services();
        services.AddScoped<Clock>();
        services.AddGraphQLTransport("shop", o => o.Endpoint = new Uri("http://localhost:1/graphql"))
            .AddBearerToken(root => new ClockProvider(root.GetRequiredService<Clock>()));
        await using var provider = services.BuildServiceProvider();
        Assert.Contains(
            "Use AddBearerTokenProvider<T>()", Assert.Throws<BearerTokenException>(() => provider.Transport()).Message, StringComparison.Ordinal);
    }

    private static async Task<string> AskAsync(HttpClient http, string user)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Authorization = new AuthenticationHeaderValue("User", user);
        using var response = await http.SendAsync(request, Client.Stop);
        return await response.Content.ReadAsStringAsync(Client.Stop);
    }

    private static async Task<WebApplication> SiteAsync(Uri api, BearerTokenCache cache)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddScoped<Clock>();
        builder.Services.AddGraphQLTransport("shop", o => o.Endpoint = api).AddBearerTokenProvider<CurrentUserProvider>(o => o.Cache = cache);
        var site = builder.Build();
        site.MapGet("/", async (HttpContext context) =>
        {
            try
            {
                return (await context.RequestServices.QueryAsync()).Data!.Machines[0].Name;
            }
            catch (BearerTokenException exception)
            {
                return exception.Message;
            }
        });
        await site.StartAsync(Client.Stop);
        return site;
    }

    internal sealed class Clock;

    internal sealed class ClockProvider(Clock clock) : IBearerTokenProvider
    {
        public ValueTask<BearerToken?> GetTokenAsync(BearerTokenRequest request, CancellationToken cancellationToken) =>
            new(clock is null ? null : BearerToken.Create("x"));
    }

    internal sealed class CurrentUserProvider(IHttpContextAccessor http, Clock clock) : IBearerTokenProvider
    {
        public async ValueTask<BearerToken?> GetTokenAsync(BearerTokenRequest request, CancellationToken cancellationToken)
        {
            await Task.Yield();
            return clock is not null && GetIdentity(request) is { } user ? BearerToken.Create("token-of-" + user) : null;
        }

        public string? GetIdentity(BearerTokenRequest request) => http.HttpContext?.Request.Headers.Authorization.ToString().Split(' ')[^1];
    }
}
