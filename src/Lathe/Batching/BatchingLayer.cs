using Lathe.Authentication;
using Lathe.Transport;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Lathe.Batching;

/// <summary>Puts batches over a client's requests.</summary>
internal sealed class BatchingLayer(BatchingSettings settings) : ICarrierLayer
{
    public CarrierOrder Order => CarrierOrder.Batching;

    public static BatchingLayer Create(IServiceProvider services, string name)
    {
        var hasKey = services.GetService<BearerTokenRegistrations>()?.Find(name) is not null;
        return new BatchingLayer(new BatchingSettings(
            services.GetRequiredService<IOptionsMonitor<GraphQLBatchingOptions>>().Get(name),
            hasKey && services.GetRequiredService<BearerTokenSources>().Get(name).IsPerCaller));
    }

    public ICarrier Over(ICarrier inner, HttpCarrier http) => new BatchCarrier(http, settings);
}
