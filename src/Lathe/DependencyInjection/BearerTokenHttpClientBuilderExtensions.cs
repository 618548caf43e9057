using Lathe;
using Lathe.Authentication;
using Lathe.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Gives a named <see cref="HttpClient"/> its key: a Lathe client, a REST client, or any other that the factory makes.</summary>
public static class BearerTokenHttpClientBuilderExtensions
{
    /// <summary>Reads the key from configuration, at each request, so that reloads are followed.</summary>
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
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        AddServices(builder);
        builder.Services.AddOptions<BearerTokenOptions>(builder.Name).Configure(configure).ValidateOnStart();
        builder.Services.AddSingleton(new BearerTokenRegistration(builder.Name, null));
        return builder;
    }

    /// <summary>Asks a provider from the services for the key.</summary>
    /// <typeparam name="TBuilder">The builder's type.</typeparam>
    /// <param name="builder">The client.</param>
    /// <param name="provider">
    /// Makes the provider, once, from the root services: handlers are pooled, so a scoped provider would leak from one request into others.
    /// </param>
    /// <param name="configure">Sets where the key may go, or null.</param>
    /// <returns>The same builder.</returns>
    public static TBuilder AddBearerToken<TBuilder>(
        this TBuilder builder, Func<IServiceProvider, IBearerTokenProvider> provider, Action<BearerTokenOptions>? configure = null)
        where TBuilder : IHttpClientBuilder
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(provider);
        AddServices(builder);
        builder.Services.AddOptions<BearerTokenOptions>(builder.Name).Configure(configure ?? (static _ => { })).ValidateOnStart();
        builder.Services.AddSingleton(new BearerTokenRegistration(builder.Name, provider));
        return builder;
    }

    private static void AddServices(IHttpClientBuilder builder)
    {
        // The builder of ConfigureHttpClientDefaults has no name.
        if (builder.Name is null)
            throw new InvalidOperationException("ConfigureHttpClientDefaults would give the key to every client of the process. Call AddBearerToken on each client that needs it.");
        var services = builder.Services;
        InnermostHandlersFilter.AddTo(services);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<BearerTokenOptions>, BearerTokenOptionsValidator>());
    }
}
