namespace Lathe.Authentication;

/// <summary>
/// Binds a key to a logical address, such as <c>https+http://shop</c>, before it is resolved: one handler stands outside of the resolver and one
/// inside, so that no other handler can lead the key elsewhere.
/// </summary>
internal static class AddressResolverHandlers
{
    private const string ServiceDiscovery = "Microsoft.Extensions.ServiceDiscovery";

    /// <summary>Puts the two around each resolver of a client.</summary>
    /// <param name="handlers">The client's handlers, the outermost first.</param>
    /// <param name="destination">Where its key may go.</param>
    /// <param name="known">The types of resolvers beside that of service discovery.</param>
    public static void Surround(IList<DelegatingHandler> handlers, BearerTokenDestination destination, ICollection<Type> known)
    {
        for (var i = handlers.Count - 1; i >= 0; i--)
        {
            var type = handlers[i].GetType();
            if (!known.Contains(type) && !string.Equals(type.Assembly.GetName().Name, ServiceDiscovery, StringComparison.Ordinal))
                continue;
            handlers.Insert(i + 1, new InsideResolver());
            handlers.Insert(i, new OutsideResolver(destination));
        }
    }

    private sealed class OutsideResolver(BearerTokenDestination destination) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            ResolvedAddress.Begin(request, destination.IsOrigin(request));
            try
            {
                return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                ResolvedAddress.End(request);
            }
        }
    }

    private sealed class InsideResolver : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            ResolvedAddress.Note(request);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
