namespace Lathe.Generator.Pipeline;

/// <summary>The fragments that a unit spreads; compared by reference.</summary>
/// <param name="spreads">The units of the fragments spread, in ordinal order of their names, apart from those that close a cycle.</param>
/// <param name="cycle">
/// Of a fragment, those spread that close a cycle; of an operation that leads to a cycle, all fragments that it reaches; else none.
/// </param>
internal sealed class UnitLinks(IReadOnlyList<CompilationUnit> spreads, IReadOnlyList<ExecutableDefinition> cycle) : IEquatable<UnitLinks>
{
    public static UnitLinks None { get; } = new([], []);

    public IReadOnlyList<CompilationUnit> Spreads { get; } = spreads;

    public IReadOnlyList<ExecutableDefinition> Cycle { get; } = cycle;

    /// <summary>Gets a value indicating whether the unit stands in a cycle of fragments, or reaches one: there is no code for it.</summary>
    public bool LeadToCycle { get; } = cycle.Count > 0 || spreads.Any(unit => unit.Links.LeadToCycle);

    public bool Equals(UnitLinks? other) => ReferenceEquals(this, other)
        || (other is not null && AreSame(Spreads, other.Spreads) && AreSame(Cycle, other.Cycle));

    public override bool Equals(object? obj) => Equals(obj as UnitLinks);

    public override int GetHashCode() => Spreads.Count;

    private static bool AreSame<T>(IReadOnlyList<T> one, IReadOnlyList<T> other)
        where T : class
    {
        if (one.Count != other.Count)
            return false;
        for (var i = 0; i < one.Count; i++)
        {
            if (!ReferenceEquals(one[i], other[i]))
                return false;
        }

        return true;
    }
}
