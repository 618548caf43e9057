using System.Threading.RateLimiting;

namespace Lathe.RateLimiting;

/// <summary>Marks a named client as one that has a rate limit, or without a name all clients; the last mark of a name counts.</summary>
internal sealed record RateLimitRegistration(string? Name, Func<IServiceProvider, PartitionedRateLimiter<HttpRequestMessage>> Create);
