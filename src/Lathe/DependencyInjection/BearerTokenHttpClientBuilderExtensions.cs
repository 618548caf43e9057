using System.Diagnostics.CodeAnalysis;
using Lathe;
using Lathe.Authentication;
using Lathe.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Gives a named <see cref="HttpClient"/> its key: a Lathe client, a REST client, or any other that the factory makes.</summary>
public static class BearerTokenHttpClientBuilderExtensions
{
    /// <summary>Reads the key from configuration at each request, so a reload takes effect.</summary>
    /// <typeparam name="TBuilder">The builder's type.</typeparam>
    /// <param name="builder">The client.</param>
    /// <param name="configurationKey">Where the key is in configuration, such as <c>MachineMetrics:ApiKey</c>; not the key itself.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="InvalidOperationException">The builder is that of all clients (<c>ConfigureHttpClientDefaults</c>).</exception>
    public static TBuilder AddBearerToken<TBuilder>(this TBuilder builder, string configurationKey)
        where TBuilder : IHttpClientBuilder
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(configurationKey);
        return builder.AddBearerToken(options => options.ConfigurationKey = configurationKey);
    }

    /// <summary>Reads the key from the source that the options name.</summary>
    /// <typeparam name="TBuilder">The builder's type.</typeparam>
    /// <param name="builder">The client.</param>
    /// <param name="configure">Sets the source, and where the key may go.</param>
    /// <returns>The same builder.</returns>
    public static TBuilder AddBearerToken<TBuilder>(this TBuilder builder, Action<BearerTokenOptions> configure)
        where TBuilder : IHttpClientBuilder
    {
        ArgumentNullException.ThrowIfNull(configure);
        KeyRegistration.Add(builder, BearerTokenRequestExtensions.Header, null, configure);
        return builder;
    }

    /// <summary>Asks a provider from the services for the key.</summary>
    /// <typeparam name="TBuilder">The builder's type.</typeparam>
    /// <param name="builder">The client.</param>
    /// <param name="provider">
    /// Makes the provider, once, from the root services. Handlers are pooled, so a scoped provider would leak from one request into others.
    /// </param>
    /// <param name="configure">Sets where the key may go, or null.</param>
    /// <returns>The same builder.</returns>
    public static TBuilder AddBearerToken<TBuilder>(
        this TBuilder builder, Func<IServiceProvider, IBearerTokenProvider> provider, Action<BearerTokenOptions>? configure = null)
        where TBuilder : IHttpClientBuilder
    {
        ArgumentNullException.ThrowIfNull(provider);
        KeyRegistration.Add(builder, BearerTokenRequestExtensions.Header, provider, configure ?? (static _ => { }));
        return builder;
    }

    /// <summary>
    /// Asks a provider for the key. The provider is made in a scope of its own each time, so it may use scoped services.
    /// </summary>
    /// <remarks>
    /// The scope is not that of the request that your program serves. Reach that request by <c>IHttpContextAccessor</c> or an <c>AsyncLocal</c>, and
    /// set <see cref="BearerTokenOptions.Cache"/> to <see cref="BearerTokenCache.Never"/> or <see cref="BearerTokenCache.PerIdentity"/>.
    /// </remarks>
    /// <typeparam name="TProvider">The provider; it is added as a scoped service unless it is one already.</typeparam>
    /// <param name="builder">The client.</param>
    /// <param name="configure">Sets where the key may go and for whom it is kept, or null.</param>
    /// <returns>The same builder.</returns>
    public static IHttpClientBuilder AddBearerTokenProvider<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TProvider>(
        this IHttpClientBuilder builder, Action<BearerTokenOptions>? configure = null)
        where TProvider : class, IBearerTokenProvider
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddScoped<TProvider>();
        return builder.AddBearerToken(
            services => new ScopedBearerTokenProvider<TProvider>(services.GetRequiredService<IServiceScopeFactory>()), configure);
    }
}
