using Microsoft.Extensions.DependencyInjection;

namespace Lathe.Authentication;

/// <summary>The root services, without those that are one for a scope: from here they would be one for all requests.</summary>
internal sealed class RootServices(IServiceProvider root, IServiceCollection known) : IServiceProvider, IKeyedServiceProvider
{
    private readonly HashSet<Type> _scoped = Scoped(known);

    public object? GetService(Type serviceType) => root.GetService(Checked(serviceType));

    public object? GetKeyedService(Type serviceType, object? serviceKey) =>
        (root as IKeyedServiceProvider)?.GetKeyedService(Checked(serviceType), serviceKey);

    public object GetRequiredKeyedService(Type serviceType, object? serviceKey) => root.GetRequiredKeyedService(Checked(serviceType), serviceKey);

    // The last registration of a service counts.
    private static HashSet<Type> Scoped(IServiceCollection known)
    {
        var scoped = new HashSet<Type>();
        foreach (var service in known)
        {
            if (service.Lifetime == ServiceLifetime.Scoped)
                scoped.Add(service.ServiceType);
            else
                scoped.Remove(service.ServiceType);
        }

        return scoped;
    }

    private Type Checked(Type service)
    {
        if (!_scoped.Contains(service) && !(service.IsConstructedGenericType && _scoped.Contains(service.GetGenericTypeDefinition())))
            return service;
        throw new BearerTokenException(
            $"{service.Name} is a scoped service, but the token provider is made once, for all requests. "
                + "Use AddBearerTokenProvider<T>(), which makes the provider in a scope of its own each time that it is asked.");
    }
}
