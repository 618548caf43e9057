namespace Lathe.Testing.Faking;

/// <summary>Numbers for identifiers: one an object, never the same for two.</summary>
internal sealed class UniqueNumbers
{
    // An Int of GraphQL holds 31 bits.
    private const int End = 1_000_000_000;

    private readonly Dictionary<int, ulong> _owners = [];

    /// <summary>Gets the number of an object.</summary>
    /// <param name="seed">The seed of the object; two aliases of its identifier get the same number.</param>
    public int Of(ulong seed)
    {
        var number = 1 + seed.Below(End);
        while (!_owners.TryAdd(number, seed) && _owners[number] != seed)
            number = 1 + (number % End);
        return number;
    }
}
