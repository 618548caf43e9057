using System.Collections.Immutable;

namespace Lathe.Generator.Binding;

/// <summary>The conditions under which fragments were visited for one response object. A fragment is visited a bounded number of times.</summary>
internal sealed class FragmentVisits
{
    // Spreads under @include and @skip that follow each other have a set of conditions for each way through them.
    private const int MostSets = 8;

    private readonly Dictionary<string, List<ImmutableSortedSet<string>>> _visited = new(StringComparer.Ordinal);

    /// <summary>Gets how many visits there were.</summary>
    public int Count { get; private set; }

    /// <summary>Gets the conditions under which a fragment is to be visited; null where an earlier visit covers them.</summary>
    /// <param name="fragment">The fragment's name.</param>
    /// <param name="conditions">What must hold for the spread to apply.</param>
    /// <returns>
    /// The conditions; or, beyond a few sets or in place of a large one, the single condition that the fragment applies at all.
    /// Its fields are then conditional, whatever the way to them.
    /// </returns>
    public ImmutableSortedSet<string>? Enter(string fragment, ImmutableSortedSet<string> conditions)
    {
        if (!_visited.TryGetValue(fragment, out var sets))
            _visited.Add(fragment, sets = []);
        if (sets.Count >= MostSets || conditions.Count > MostSets)
            conditions = Conditions.None.Add("..." + fragment);
        // What holds under fewer conditions holds under more.
        if (sets.Exists(earlier => earlier.IsSubsetOf(conditions)))
            return null;
        sets.Add(conditions);
        Count++;
        return conditions;
    }
}
