using System.Collections.Immutable;
using Lathe.Language.Collections;

namespace Lathe.Generator.Pipeline;

/// <summary>The inputs and enums that a client's operations name; equal by value, and so while edits name no others.</summary>
/// <param name="Client">The client's full name.</param>
/// <param name="Types">The types in ordinal order.</param>
internal sealed record TypeUse(string Client, EquatableList<string> Types)
{
    /// <summary>Finds what all clients name, in ordinal order of the clients.</summary>
    public static EquatableList<TypeUse> Of(ImmutableArray<UnitResult> results, CancellationToken cancellationToken)
    {
        var clients = new List<(string Client, HashSet<string> Types)>(1);
        foreach (var result in results)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (result.Models.IsEmpty)
                continue;
            var client = result.Unit!.Names.Client;
            if (clients.Count == 0 || clients[^1].Client != client)
                Find(clients, client);
            foreach (var name in result.TypeNames)
                clients[^1].Types.Add(name);
        }

        return EquatableList.Create(clients.OrderBy(one => one.Client, StringComparer.Ordinal).Select(one => new TypeUse(one.Client, EquatableList.Create(one.Types.OrderBy(name => name, StringComparer.Ordinal)))));
    }

    // The last place holds the client at hand: results of one client mostly follow each other.
    private static void Find(List<(string Client, HashSet<string> Types)> clients, string client)
    {
        var at = clients.FindIndex(one => one.Client == client);
        var found = at < 0 ? (client, new HashSet<string>(StringComparer.Ordinal)) : clients[at];
        if (at >= 0)
            clients.RemoveAt(at);
        clients.Add(found);
    }
}
