using Microsoft.Extensions.DependencyInjection;

namespace Lathe.DependencyInjection;

/// <summary>Remembers which client has a name: options, key and transport belong to the name.</summary>
internal sealed record ClientRegistration(string Name, Type Client)
{
    /// <summary>Adds a client, which may be added several times, as options may.</summary>
    /// <exception cref="InvalidOperationException">Another client has the name.</exception>
    public static void Add(IServiceCollection services, string name, Type client)
    {
        var registration = new ClientRegistration(name, client);
        var known = Marks.Find<ClientRegistration>(services, other => other.Name == name);
        if (known is not null && known != registration)
        {
            throw new InvalidOperationException(
                $"{known.Client.FullName} and {client.FullName} are both added as '{name}', so that they would share endpoint and key. Add one of "
                    + "them under another name.");
        }

        if (known is null)
            services.AddSingleton(registration);
    }
}
