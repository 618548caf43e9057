using Lathe.RateLimiting;
using Microsoft.Extensions.Http;

namespace Lathe.DependencyInjection;

/// <summary>Keeps clients below their rate limits.</summary>
internal sealed class RateLimitLayer(IServiceProvider services, IEnumerable<RateLimitRegistration> clients) : IHandlerLayer
{
    private readonly RateLimitRegistration[] _clients = [.. clients];

    public HandlerOrder Order => HandlerOrder.RateLimit;

    public void AddTo(HttpMessageHandlerBuilder builder, string client, bool isGraphQL)
    {
        if (Find(client) is { } limit)
            builder.PrimaryHandler = new RateLimitHandler(client, limit.Create(services)) { InnerHandler = builder.PrimaryHandler };
    }

    private RateLimitRegistration? Find(string client) =>
        Array.FindLast(_clients, one => one.Name == client) ?? Array.FindLast(_clients, static one => one.Name is null);
}
