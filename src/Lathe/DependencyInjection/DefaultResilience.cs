using Lathe.Telemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Lathe.DependencyInjection;

/// <summary>
/// Takes the resilience handlers of <c>ConfigureHttpClientDefaults</c>, which .NET Aspire's service defaults add, off a GraphQL client: they know
/// nothing of mutations, end a call before its own time-out, and would multiply with <c>AddStandardGraphQLResilience</c>.
/// </summary>
internal static class DefaultResilience
{
    private static readonly string[] s_assemblies = ["Microsoft.Extensions.Http.Resilience", "Lathe.Resilience"];

    /// <summary>Takes them off, when the client is added: defaults come before it, and what is added to its own builder comes behind.</summary>
    public static void TakeOff(IList<DelegatingHandler> handlers, IServiceProvider services, string client)
    {
        var taken = false;
        for (var i = handlers.Count - 1; i >= 0; i--)
        {
            if (!s_assemblies.Contains(handlers[i].GetType().Assembly.GetName().Name, StringComparer.Ordinal))
                continue;
            handlers[i].Dispose();
            handlers.RemoveAt(i);
            taken = true;
        }

        if (taken)
            ClientLog.Taken(services.GetRequiredService<ILoggerFactory>().CreateLogger("Lathe." + client), client);
    }
}
