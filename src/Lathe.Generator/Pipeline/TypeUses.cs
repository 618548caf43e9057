using Lathe.Language.Collections;

namespace Lathe.Generator.Pipeline;

/// <summary>The inputs, enums and scalars that the operations of all clients name; equal while edits name no others.</summary>
internal sealed class TypeUses : IEquatable<TypeUses>
{
    private readonly IReadOnlyList<UnitResult> _results;

    private TypeUses(IReadOnlyList<UnitResult> results, EquatableList<TypeUse> clients) => (_results, Clients) = (results, clients);

    public static TypeUses None { get; } = new([], EquatableList.Empty<TypeUse>());

    /// <summary>Gets what each client names, in ordinal order of the clients.</summary>
    public EquatableList<TypeUse> Clients { get; }

    /// <summary>Finds what all clients name, or takes what was last found where the operations edited since name the same.</summary>
    public static TypeUses Of(IReadOnlyList<UnitResult> results, TypeUses last, CancellationToken cancellationToken) =>
        new(results, last.Serves(results) ? last.Clients : Find(results, cancellationToken));

    public bool Equals(TypeUses? other) => other is not null && Clients.Equals(other.Clients);

    public override bool Equals(object? obj) => Equals(obj as TypeUses);

    public override int GetHashCode() => Clients.GetHashCode();

    private bool Serves(IReadOnlyList<UnitResult> results)
    {
        if (results.Count != _results.Count)
            return false;
        for (var i = 0; i < results.Count; i++)
        {
            if (!ReferenceEquals(results[i], _results[i]) && !results[i].HasSameTypes(_results[i]))
                return false;
        }

        return true;
    }

    private static EquatableList<TypeUse> Find(IReadOnlyList<UnitResult> results, CancellationToken cancellationToken)
    {
        var clients = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var result in results)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (result.Models.IsEmpty)
                continue;
            var client = result.Unit!.Names.Client;
            if (!clients.TryGetValue(client, out var types))
                clients.Add(client, types = new HashSet<string>(StringComparer.Ordinal));
            types.UnionWith(result.TypeNames);
        }

        return EquatableList.Create(clients.OrderBy(one => one.Key, StringComparer.Ordinal)
            .Select(one => new TypeUse(one.Key, EquatableList.Create(one.Value.OrderBy(name => name, StringComparer.Ordinal)))));
    }
}

/// <summary>The inputs, enums and scalars that a client's operations name.</summary>
/// <param name="Client">The client's full name.</param>
/// <param name="Types">The types in ordinal order.</param>
internal sealed record TypeUse(string Client, EquatableList<string> Types);
