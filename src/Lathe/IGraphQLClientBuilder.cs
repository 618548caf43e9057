using Microsoft.Extensions.DependencyInjection;

namespace Lathe;

/// <summary>
/// Configures one client after it was added. It is an <see cref="IHttpClientBuilder"/>, so whatever configures a named
/// <see cref="HttpClient"/> works on it too.
/// </summary>
public interface IGraphQLClientBuilder : IHttpClientBuilder
{
}
