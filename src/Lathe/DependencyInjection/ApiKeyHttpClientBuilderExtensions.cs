using Lathe;
using Lathe.DependencyInjection;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>
/// Gives a named <see cref="HttpClient"/> a key that is no Bearer token: <c>x-hasura-admin-secret</c>, <c>X-Shopify-Access-Token</c>, a bare
/// <c>Authorization</c>. It has the sources, rotation, binding to an origin and erasure of <c>AddBearerToken</c>.
/// </summary>
public static class ApiKeyHttpClientBuilderExtensions
{
    /// <summary>Reads the key from configuration at each request, so a reload takes effect.</summary>
    /// <typeparam name="TBuilder">The builder's type.</typeparam>
    /// <param name="builder">The client.</param>
    /// <param name="header">The name of the header that holds the key.</param>
    /// <param name="configurationKey">Where the key is in configuration, such as <c>Hasura:AdminSecret</c>; not the key itself.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentException">The text is not the name of a request header.</exception>
    /// <exception cref="InvalidOperationException">The client has a key in another header already.</exception>
    public static TBuilder AddApiKey<TBuilder>(this TBuilder builder, string header, string configurationKey)
        where TBuilder : IHttpClientBuilder
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(configurationKey);
        return builder.AddApiKey(header, options => options.ConfigurationKey = configurationKey);
    }

    /// <summary>Reads the key from the source that the options name.</summary>
    /// <typeparam name="TBuilder">The builder's type.</typeparam>
    /// <param name="builder">The client.</param>
    /// <param name="header">The name of the header that holds the key.</param>
    /// <param name="configure">Sets the source, where the key may go, and a <see cref="BearerTokenOptions.Scheme"/> such as <c>Basic</c>.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentException">The text is not the name of a request header.</exception>
    /// <exception cref="InvalidOperationException">The client has a key in another header already.</exception>
    public static TBuilder AddApiKey<TBuilder>(this TBuilder builder, string header, Action<BearerTokenOptions> configure)
        where TBuilder : IHttpClientBuilder
    {
        ArgumentNullException.ThrowIfNull(configure);
        KeyRegistration.Add(builder, header, null, In(header) + configure);
        return builder;
    }

    /// <summary>Asks a provider from the services for the key.</summary>
    /// <typeparam name="TBuilder">The builder's type.</typeparam>
    /// <param name="builder">The client.</param>
    /// <param name="header">The name of the header that holds the key.</param>
    /// <param name="provider">Makes the provider, once, from the root services.</param>
    /// <param name="configure">Sets where the key may go, or null.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentException">The text is not the name of a request header.</exception>
    /// <exception cref="InvalidOperationException">The client has a key in another header already.</exception>
    public static TBuilder AddApiKey<TBuilder>(
        this TBuilder builder,
        string header,
        Func<IServiceProvider, IBearerTokenProvider> provider,
        Action<BearerTokenOptions>? configure = null)
        where TBuilder : IHttpClientBuilder
    {
        ArgumentNullException.ThrowIfNull(provider);
        KeyRegistration.Add(builder, header, provider, In(header) + configure);
        return builder;
    }

    private static Action<BearerTokenOptions> In(string header) => options => (options.Header, options.Scheme) = (header, null);
}
