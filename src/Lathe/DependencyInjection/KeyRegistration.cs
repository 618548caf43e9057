using Lathe.Authentication;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Lathe.DependencyInjection;

/// <summary>Registers a client's key, whatever header it goes in.</summary>
internal static class KeyRegistration
{
    public static void Add(
        IHttpClientBuilder builder, string header, Func<IServiceProvider, IBearerTokenProvider>? provider, Action<BearerTokenOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        CheckHeader(header);
        // The builder of ConfigureHttpClientDefaults has no name.
        if (builder.Name is null)
            throw new InvalidOperationException(
                "ConfigureHttpClientDefaults would give the key to every client of the process. Call AddBearerToken or AddApiKey on each client that "
                    + "needs it.");
        var services = builder.Services;
        CheckOther(services, builder.Name, header);
        InnermostHandlersFilter.AddTo(services);
        services.TryAddSingleton<BearerTokenRegistrations>();
        services.TryAddSingleton<BearerTokenSources>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHandlerLayer, KeyLayer>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<BearerTokenOptions>, BearerTokenOptionsValidator>());
        services.AddOptions<BearerTokenOptions>(builder.Name).Configure(configure).ValidateOnStart();
        services.AddSingleton(new BearerTokenRegistration(builder.Name, Guarded(provider, services), header));
    }

    // A scoped service from the root services would be one for all scopes: one request's state in another.
    private static Func<IServiceProvider, IBearerTokenProvider>? Guarded(
        Func<IServiceProvider, IBearerTokenProvider>? provider, IServiceCollection services) =>
        provider is null ? null : root => provider(new RootServices(root, services));

    private static void CheckHeader(string header)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(header);
        using var probe = new HttpRequestMessage();
        if (!probe.Headers.TryAddWithoutValidation(header, "x"))
            throw new ArgumentException($"'{header}' is not the name of a request header that can hold a key.", nameof(header));
    }

    // There is one set of options for each name, so the second header would take the key of the first.
    private static void CheckOther(IServiceCollection services, string client, string header)
    {
        var other = Marks.Find<BearerTokenRegistration>(
            services, known => known.Name == client && !string.Equals(known.Header, header, StringComparison.OrdinalIgnoreCase));
        if (other is not null)
        {
            throw new InvalidOperationException(
                $"Client '{client}' has its key in the header {other.Header}; a second one in {header} is not possible. Remove AddBearerToken or "
                    + "AddApiKey.");
        }
    }
}
