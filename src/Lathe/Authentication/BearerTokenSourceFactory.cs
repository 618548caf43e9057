using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Lathe.Authentication;

/// <summary>Makes the token source that the options name.</summary>
internal static class BearerTokenSourceFactory
{
    public static BearerTokenSource Create(IServiceProvider services, string client, BearerTokenOptions options, ILogger logger)
    {
        var time = services.GetService<TimeProvider>() ?? TimeProvider.System;
        if (options.ConfigurationKey is { } key)
            return FromConfiguration(services, key, logger);
        if (options.EnvironmentVariable is { } variable)
            return FromEnvironment(variable, logger);
        if (options.File is { } file)
            return new FileBearerTokenSource(file, options.FileCheckInterval, time, logger);
        if (options.FixedToken is { } token)
            return new FixedBearerTokenSource(token);
        var provider = options.Provider is { } provide
            ? new DelegateBearerTokenProvider(provide)
            : services.GetRequiredService<BearerTokenRegistrations>().Find(client)!.Provider!(services);
        return new ProvidedBearerTokenSource(client, provider, options, time, logger);
    }

    /// <summary>Tells whether the key is one for all, rather than that of whoever signed in.</summary>
    public static bool IsOneForAll(BearerTokenOptions options) =>
        (options.ConfigurationKey ?? options.EnvironmentVariable ?? options.File) is not null || options.FixedToken is not null;

    private static TextBearerTokenSource FromConfiguration(IServiceProvider services, string key, ILogger logger)
    {
        var configuration = services.GetService<IConfiguration>() ?? throw new BearerTokenException(
            $"The key is to be read from configuration '{key}', but no IConfiguration is registered. Use a host, or "
                + "services.AddSingleton<IConfiguration>(...).");
        var variable = key.Replace(":", "__", StringComparison.Ordinal);
        return new TextBearerTokenSource(
            $"key in configuration '{key}'",
            $"Set it in user secrets, in the environment variable {variable}, or in another configuration source.",
            () => configuration[key],
            logger);
    }

    private static TextBearerTokenSource FromEnvironment(string variable, ILogger logger) => new(
        $"key in the environment variable {variable}",
        "Set it before the process starts.",
        () => Environment.GetEnvironmentVariable(variable),
        logger);
}
