using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;

namespace Lathe.Interop.Tests.Support;

/// <summary>Clients over WebSockets, and what tests ask of the servers beside GraphQL.</summary>
internal static class SocketUser
{
    private static readonly HttpClient s_http = new();

    public static ShopUser Create(Uri endpoint, Action<GraphQLWebSocketOptions>? sockets = null, Action<IGraphQLClientBuilder>? configure = null) =>
        new(
        endpoint,
        configure: builder =>
        {
            configure?.Invoke(builder);
            builder.AddWebSockets(options =>
            {
                options.Subscriptions = GraphQLSubscriptionMode.WebSocket;
                options.ReconnectDelay = TimeSpan.FromMilliseconds(1);
                sockets?.Invoke(options);
            });
        });

    /// <summary>Adds a key that is old until it is renewed.</summary>
    public static void RenewableKey(IGraphQLClientBuilder builder) =>
        builder.AddBearerToken(options => options.Provider = (request, _) => new(BearerToken.Create(request.Rejected is null ? "old" : "fresh")));

    public static async Task AskAsync(Uri endpoint, string verb)
    {
        using var answer = await s_http.GetAsync(new Uri(endpoint, "/" + verb), TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    public static async Task<Seen> SeenAsync(Uri endpoint) =>
        (await s_http.GetFromJsonAsync<Seen>(new Uri(endpoint, "/seen"), TestContext.Current.CancellationToken))!;

    public static async Task<Seen> UntilAsync(Uri endpoint, Func<Seen, bool> holds)
    {
        while (true)
        {
            var seen = await SeenAsync(endpoint);
            if (holds(seen))
                return seen;
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }
}

/// <summary>What a server has seen since it started.</summary>
internal sealed record Seen(int Opened, int Open, int Inits, int RenewedInits, int Subscribes, int Completes, int Pings, int Pongs, int[] Closes);
