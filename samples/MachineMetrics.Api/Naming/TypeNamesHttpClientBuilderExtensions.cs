using MachineMetrics.Naming;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Makes a client speak either naming of the API.</summary>
public static class TypeNamesHttpClientBuilderExtensions
{
    /// <summary>Asks the API once for the names of its types, and sends fragments with those. To be called after retries are added.</summary>
    public static TBuilder AddTypeNames<TBuilder>(this TBuilder builder) where TBuilder : IHttpClientBuilder
    {
        var names = new TypeNames();
        builder.AddHttpMessageHandler(() => new TypeNamesHandler(names));
        return builder;
    }
}
