using Lathe.Generator.Binding;
using Lathe.Language.Collections;

namespace Lathe.Generator.Configuration;

/// <summary>Finds what the clients of a build have in common.</summary>
internal static class Overlaps
{
    public static EquatableList<ClientPlan> Find(IReadOnlyList<ClientPlan> clients)
    {
        if (clients.Count < 2)
            return EquatableList.Create(clients);
        var namespaces = clients.ToLookup(NamespaceOf, StringComparer.OrdinalIgnoreCase);
        var names = clients.ToLookup(static client => client.Config.Client ?? "", StringComparer.Ordinal);
        return EquatableList.Create(clients.Select(client => client with
        {
            Overlap = new ClientOverlap(
                OfNamespace: namespaces[NamespaceOf(client)].Skip(1).Any(), OfName: names[client.Config.Client ?? ""].Skip(1).Any()),
        }));
    }

    private static string NamespaceOf(ClientPlan client) => CSharpNames.EscapeNamespace(client.Config.Namespace ?? "");
}
