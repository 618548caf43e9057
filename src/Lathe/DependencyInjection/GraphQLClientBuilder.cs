using Microsoft.Extensions.DependencyInjection;

namespace Lathe.DependencyInjection;

internal sealed class GraphQLClientBuilder(IHttpClientBuilder inner) : IGraphQLClientBuilder
{
    public string Name => inner.Name;

    public IServiceCollection Services => inner.Services;
}
