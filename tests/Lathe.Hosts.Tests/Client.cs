using Lathe.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Lathe.Hosts.Tests;

/// <summary>A service collection as a host has it, with one client.</summary>
internal static class Client
{
    public const string Key = "mm-Key.4711/secret+abc_XYZ~0=";

    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static ServiceCollection Services(params (string Key, string? Value)[] settings)
    {
        var values = settings.Append(("Api:Key", Key)).ToDictionary(pair => pair.Item1, pair => pair.Item2);
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(values).Build());
        return services;
    }

    public static IGraphQLTransport Transport(this IServiceProvider services) => services.GetRequiredKeyedService<IGraphQLTransport>("shop");

    public static Task<GraphQLResult<MachinesData>> QueryAsync(this IServiceProvider services) =>
        services.Transport().SendAsync(MachinesOperation.Query, null, null, Stop);

    public static Task<GraphQLResult<MachinesData>> MutateAsync(this IServiceProvider services, GraphQLRequestOptions? options = null) =>
        services.Transport().SendAsync(MachinesOperation.Mutation, null, options, Stop);
}
